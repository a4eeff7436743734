import type { ImportLine } from "#app/api/import/route.ts";
import type { ImportPreview, ImportReport } from "#lib/domain/import.ts";

interface Problem {
  problem: string;
}
const AWAY = "The dashboard did not answer. Is it still running?";

async function post(address: string, form: FormData): Promise<Response | Problem> {
  try {
    const response = await fetch(address, { method: "POST", body: form });
    if (response.ok) return response;
    const said = (await response.json().catch(() => null)) as Problem | null;
    return { problem: said?.problem ?? `The dashboard could not do this (${response.status}); its log says more.` };
  } catch {
    return { problem: AWAY };
  }
}

export async function sendPreview(form: FormData): Promise<ImportPreview | Problem> {
  const answer = await post("/api/import/preview", form);
  return "problem" in answer ? answer : ((await answer.json()) as ImportPreview);
}

export async function sendUndo(importId: string): Promise<{ removed: number } | Problem> {
  const form = new FormData();
  form.set("import", importId);
  const answer = await post("/api/import/undo", form);
  return "problem" in answer ? answer : ((await answer.json()) as { removed: number });
}

/** Imports and tells how many rows are dealt with, from an answer of JSON Lines. */
export async function sendImport(form: FormData, onRows: (rows: number) => void): Promise<ImportReport | Problem> {
  const answer = await post("/api/import", form);
  if ("problem" in answer) return answer;
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    const lines = `${rest}${next.value}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const said = JSON.parse(line) as ImportLine;
      if ("rows" in said) onRows(said.rows);
      else return "report" in said ? said.report : said;
    }
  }
  return { problem: AWAY };
}
