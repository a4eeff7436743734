import { answer } from "#app/api/import/answer.ts";
import { context } from "#app/_context.ts";
import { UndoError, undoImport } from "#lib/operations/undoImport.ts";

export const dynamic = "force-dynamic";

/** Takes back the import named in the form. Answers with { removed }, or { problem }. */
export function POST(request: Request): Promise<Response> {
  return answer([UndoError], async () => {
    const id = (await request.formData()).get("import");
    return undoImport(await context(), typeof id === "string" ? id : "");
  });
}
