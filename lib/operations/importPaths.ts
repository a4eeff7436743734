import type { Article } from "#lib/domain/article.ts";
import type { Given, ImportReport, RawRecord, Rejected } from "#lib/domain/import.ts";
import {
  formats,
  isRejected,
  normalise,
  normaliseAll,
  readSources,
  type ReadItem,
  type ReadOptions,
  type Source,
  UnreadableError,
} from "#lib/ingest/index.ts";
import type { PackedArticle } from "#lib/store/contract.ts";
import { collector } from "#lib/store/database/collectGarbage.mjs";
import type { Context } from "./context.ts";
import { Carried } from "./import/carried.ts";
import { Coders, WORTH_WORKERS } from "./import/coders.ts";
import { inOrder } from "./import/inOrder.ts";
import { Sideless } from "./import/sideless.ts";
import { outletRegistry } from "./registry.ts";
import { relateArticles } from "./relateArticles.ts";

/** Articles tagged together; what is stored together is stored whole or not at all. */
const BATCH = 64;

/** Bytes after which memory is collected, which takes a tenth of a second: an article leaves 100 kB behind, a copied one more. */
const COLLECTED = 80_000_000;
/** Articles of earlier runs compared with the others after an import, at most. */
const LEFT_OVER = 128;

/** Names of the formats that can be read. */
export const importFormats = formats.map((format) => format.name);

/** An import that cannot be carried out as a whole; the message says why. */
export { UnreadableError as ImportError };

export interface ImportRequest {
  /** Files, folders, "-" for standard input, or bytes with a name. */
  paths: readonly Source[];
  given: Given;
  read?: ReadOptions;
  /** Threads that tag; one for each core, up to five, when left out. */
  threads?: number;
  /** Called with the number of rows dealt with so far. */
  onProgress?: (rows: number) => void;
}

/**
 * Reads, normalises, tags and stores. What is stored already is passed over, so an import can be repeated, and one that
 * was cut off is completed by running it again.
 * @throws UnreadableError for a format that does not exist; store errors as openStore.
 */
export function importPaths(context: Context, request: ImportRequest): Promise<ImportReport> {
  const items = readSources(request.paths, request.read ?? {});
  return importItems(context, items, { ...request, source: sourceLine(request.paths.map(nameOf)) });
}

export interface ItemsRequest extends Pick<ImportRequest, "given" | "threads" | "onProgress"> {
  /** What the import is called in the list of imports. */
  source: string;
  /** An import begun before that these articles belong to. */
  importId?: string;
}

/** The same for records however they were read, e.g. pages that were fetched. */
export async function importItems(
  context: Context,
  items: AsyncIterable<ReadItem>,
  request: ItemsRequest,
): Promise<ImportReport> {
  const { store, codebook, now } = context;
  const at = now().toISOString();
  const report: ImportReport = {
    importId: "",
    added: [],
    alreadyStored: [],
    rejected: [],
    warnings: [],
    withoutSide: [],
  };
  report.importId = request.importId ?? (await store.startImport(request.source, at));
  const carried = new Carried(codebook);
  const coders = new Coders(codebook, request.threads);
  const code = async (articles: Article[]): Promise<PackedArticle[]> => {
    const known = await store.existingIds(articles.map((article) => article.id));
    report.alreadyStored.push(...articles.filter(({ id }) => known.has(id)).map(({ id }) => id));
    const fresh = articles.filter(({ id }) => !known.has(id));
    const ready = fresh.map((article) => carried.coded(article)).filter((each) => each !== null);
    const own = new Set(ready.map((each) => each.article.id));
    const rest = fresh.filter(({ id }) => !own.has(id));
    const coded = rest.length === 0 ? [] : await coders.code(rest, at);
    return [...ready, ...coded].map((each) => carried.finished(each));
  };
  const rejected = (item: Rejected): void => {
    (item.cause === "about" ? report.warnings : report.rejected).push(item);
  };
  const { findOutlet } = outletRegistry(codebook);
  const isNew = async (record: RawRecord): Promise<boolean> => {
    if (record.html !== undefined || record.coding) return false;
    const article = normalise(record, request.given, findOutlet);
    return !isRejected(article) && (await store.existingIds([article.id])).size === 0;
  };
  async function* noted(): AsyncGenerator<ReadItem> {
    let rows = 0;
    for await (const item of items) {
      if (!isRejected(item)) {
        carried.note(item);
        rows++;
        // Workers start while the rest is read, unless this may be an import that is only repeated.
        if (rows <= WORTH_WORKERS + 1) coders.expect(rows, rows > WORTH_WORKERS && (await isNew(item)));
      }
      yield item;
    }
  }
  const articles = normaliseAll(noted(), request.given, findOutlet, {
    onWarning: (warning) => report.warnings.push(warning),
  });
  let rows = 0;
  const sideless = new Sideless();
  const collectMemory = collector(COLLECTED);
  try {
    let related: Promise<unknown> = Promise.resolve();
    for await (const coded of inOrder(batches(articles, rejected), code, coders)) {
      const stored = await store.addArticles(report.importId, coded.result);
      report.added.push(...stored.added);
      report.alreadyStored.push(...stored.alreadyStored);
      sideless.note(coded.result, stored.added);
      // These are compared while the next are stored: one waits for the database, the other works.
      await related;
      related = relateArticles(context, { importId: report.importId });
      related.catch(() => undefined);
      rows += coded.size;
      collectMemory();
      request.onProgress?.(rows + report.rejected.length);
    }
    await related;
    // What a run that was killed left; an old collection is compared by and by.
    await relateArticles(context, { most: LEFT_OVER });
    report.withoutSide = sideless.byOutlet();
  } finally {
    await coders.close();
  }
  return report;
}

/** What an import is called in lists: its sources, or the first two and how many more. */
export const sourceLine = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;

const nameOf = (source: Source): string =>
  typeof source === "string" ? (source === "-" ? "standard input" : source) : source.name;

/** Articles in batches; what was rejected is told apart on the way. */
async function* batches(
  items: AsyncIterable<Article | Rejected>,
  rejected: (item: Rejected) => void,
): AsyncGenerator<Article[]> {
  let articles: Article[] = [];
  for await (const item of items) {
    if (isRejected(item)) {
      rejected(item);
      continue;
    }
    if (articles.length === BATCH) {
      yield articles;
      articles = [];
    }
    articles.push(storable(item));
  }
  yield articles;
}

/** Databases take neither NUL nor half a surrogate pair; a replacement of the same length keeps offsets true. */
function storable(article: Article): Article {
  const clean = (text: string): string => text.toWellFormed().replaceAll("\0", "\u{FFFD}");
  return { ...article, title: clean(article.title), text: clean(article.text), raw: clean(article.raw) };
}
