import type { Article } from "#lib/domain/article.ts";
import type { Given, ImportPreview, PreviewedArticle, Rejected } from "#lib/domain/import.ts";
import {
  isRejected,
  normaliseAll,
  readSources,
  type ReadItem,
  type ReadOptions,
  type Source,
} from "#lib/ingest/index.ts";
import type { Context } from "./context.ts";
import { outletRegistry } from "./registry.ts";

export type { Source };

/** Articles shown with their first lines; the rest is counted. */
const SHOWN = 25;
/** Refusals and warnings listed; the rest is counted. */
const LISTED = 200;
const FIRST_LINES = 280;

export interface PreviewRequest {
  sources: readonly Source[];
  given: Given;
  read?: ReadOptions;
}

/**
 * Reads and normalises as an import would, and writes nothing: what was recognised of each article, what is stored
 * already, what would be refused and why.
 * @throws UnreadableError for a format that does not exist; store errors as openStore.
 */
export function previewImport(context: Context, request: PreviewRequest): Promise<ImportPreview> {
  return previewItems(context, readSources(request.sources, request.read ?? {}), request.given);
}

/** The same for records however they were read, e.g. pages that were fetched. */
export async function previewItems(
  context: Context,
  items: AsyncIterable<ReadItem>,
  given: Given,
): Promise<ImportPreview> {
  const { store, codebook } = context;
  const warnings: Rejected[] = [];
  const rejected: Rejected[] = [];
  const articles: Article[] = [];
  const found = normaliseAll(items, given, outletRegistry(codebook).findOutlet, {
    onWarning: (warning) => warnings.push(warning),
  });
  for await (const item of found) {
    if (isRejected(item)) (item.cause === "about" ? warnings : rejected).push(item);
    else articles.push(item);
  }
  const stored = await store.existingIds(articles.map((article) => article.id));
  const seen = new Set<string>();
  const previewed = articles.map((article) => {
    const copy = stored.has(article.id) ? "stored" : seen.has(article.id) ? "repeated" : "new";
    seen.add(article.id);
    return { article, copy } as const;
  });
  const fresh = previewed.filter(({ copy }) => copy === "new").map(({ article }) => article);
  return {
    read: articles.length + rejected.length,
    fresh: fresh.length,
    alreadyStored: previewed.filter(({ copy }) => copy === "stored").length,
    repeated: previewed.filter(({ copy }) => copy === "repeated").length,
    undated: fresh.filter(({ date }) => date === null).length,
    outlets: outletsOf(fresh),
    articles: previewed.slice(0, SHOWN).map(({ article, copy }) => shown(article, copy)),
    rejected: rejected.slice(0, LISTED),
    rejectedCount: rejected.length,
    warnings: warnings.slice(0, LISTED),
    warningCount: warnings.length,
  };
}

function outletsOf(articles: readonly Article[]): ImportPreview["outlets"] {
  const outlets = new Map<string, ImportPreview["outlets"][number]>();
  for (const { outletName, side, sideReason } of articles) {
    const key = `${outletName}\n${side}`;
    const known = outlets.get(key) ?? { outlet: outletName, side, sideReason, articles: 0 };
    known.articles += 1;
    outlets.set(key, known);
  }
  return [...outlets.values()].toSorted((a, b) => b.articles - a.articles);
}

function shown(article: Article, copy: PreviewedArticle["copy"]): PreviewedArticle {
  const { id, title, text, outletName, side, sideReason, date, language, event, author, assumed, removed } = article;
  return {
    id,
    copy,
    title,
    outlet: outletName,
    side,
    sideReason,
    date,
    language,
    event,
    author,
    words: text.split(/\s+/).length,
    firstLines: text.length > FIRST_LINES ? `${text.slice(0, FIRST_LINES).replace(/\s+\S*$/, "")} …` : text,
    assumed,
    machineTranslated: article.machineTranslated.flag,
    removed: removed.map(({ exact, reason }) => ({ exact: exact.slice(0, 120), reason })),
  };
}
