import type { Article } from "#lib/domain/article.ts";
import type { Given, ImportReport, Rejected } from "#lib/domain/import.ts";
import type { Context } from "./context.ts";
import { readRecords } from "./import/readRecords.ts";
import { toArticle } from "./import/toArticle.ts";
import { outletRegistry } from "./registry.ts";
import { articleCoder } from "./tagging.ts";

/** Articles tagged and written together; a batch is stored whole or not at all. */
const BATCH = 64;

export interface ImportRequest {
  paths: readonly string[];
  given: Given;
  /** Called with the number of rows dealt with so far. */
  onProgress?: (rows: number) => void;
}

/** Reads, normalises, tags and stores. What is stored already is passed over, so an import can be repeated. */
export async function importPaths(context: Context, request: ImportRequest): Promise<ImportReport> {
  const { store, codebook, now } = context;
  const at = now().toISOString();
  const registry = outletRegistry(codebook);
  const code = articleCoder(codebook);
  const report: ImportReport = { importId: "", added: [], alreadyStored: [], rejected: [], warnings: [] };
  report.importId = await store.startImport(request.paths.join(", "), at);
  let rows = 0;
  let batch: Article[] = [];
  const flush = async (): Promise<void> => {
    const known = await store.existingIds(batch.map((article) => article.id));
    const fresh = batch.filter((article) => !known.has(article.id)).map((article) => code(article, at));
    const stored = await store.addArticles(report.importId, fresh);
    report.added.push(...stored.added);
    report.alreadyStored.push(...batch.filter(({ id }) => known.has(id)).map(({ id }) => id), ...stored.alreadyStored);
    rows += batch.length;
    batch = [];
    request.onProgress?.(rows + report.rejected.length);
  };
  for await (const item of readRecords(request.paths)) {
    const article = "reason" in item ? item : toArticle(item, request.given, registry);
    if (isRejected(article)) report.rejected.push(article);
    else batch.push(article);
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return report;
}

const isRejected = (item: Article | Rejected): item is Rejected => "reason" in item;
