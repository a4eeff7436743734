import { context } from "#app/_context.ts";
import type { ImportReport } from "#lib/domain/import.ts";
import { ImportError, importItems, sourceLine } from "#lib/operations/importPaths.ts";
import { answer } from "./answer.ts";
import { itemsOf } from "./items.ts";
import { FormError, readUpload, type Upload } from "./request.ts";

export const dynamic = "force-dynamic";

/** One line of the answer: rows dealt with so far, then the report, or what went wrong. */
export type ImportLine = { rows: number } | { report: ImportReport } | { problem: string };

/** Imports what the form holds. Answers with JSON Lines (ImportLine), so that a long import shows its progress. */
export function POST(request: Request): Promise<Response> {
  return answer([FormError], async () => {
    const upload = await readUpload(request);
    return new Response(lines(upload), { headers: { "content-type": "application/x-ndjson" } });
  });
}

function lines(upload: Upload): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let open = true;
  return new ReadableStream({
    async start(controller) {
      const say = (line: ImportLine): void => {
        // The import goes on when its page was closed.
        if (open) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const report = await importItems(await context(), itemsOf(upload), {
          source: nameOf(upload),
          given: upload.given,
          onProgress: (rows) => say({ rows }),
        });
        say({ report });
      } catch (error) {
        if (!(error instanceof ImportError)) console.error(error);
        say({
          problem:
            error instanceof ImportError
              ? error.message
              : "The import stopped. What was stored so far is whole; importing the same again completes it.",
        });
      }
      if (open) controller.close();
    },
    cancel() {
      open = false;
    },
  });
}

function nameOf({ sources, addresses }: Upload): string {
  const names = sources.map((source) => (typeof source === "string" ? source : source.name));
  return sourceLine([...names, ...addresses]);
}
