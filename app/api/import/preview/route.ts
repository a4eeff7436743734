import { answer } from "#app/api/import/answer.ts";
import { itemsOf } from "#app/api/import/items.ts";
import { FormError, readUpload } from "#app/api/import/request.ts";
import { context } from "#app/_context.ts";
import { ImportError } from "#lib/operations/importPaths.ts";
import { previewItems } from "#lib/operations/previewImport.ts";

export const dynamic = "force-dynamic";

/** What an import of the form would do; nothing is written. Answers with the ImportPreview, or { problem }. */
export function POST(request: Request): Promise<Response> {
  return answer([FormError, ImportError], async () => {
    const upload = await readUpload(request);
    return previewItems(await context(), itemsOf(upload), upload.given);
  });
}
