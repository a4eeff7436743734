import type { Settlement, Wanted } from "#lib/domain/feed.ts";
import type { RawRecord } from "#lib/domain/import.ts";
import type { Context } from "#lib/operations/context.ts";
import { importItems } from "#lib/operations/importPaths.ts";
import type { ReadItem } from "#lib/ingest/index.ts";

export interface ToStore {
  wanted: Wanted;
  /** The page, where it was fetched, and where redirects led. */
  html?: string;
  url?: string;
  /** Why there is only a headline. */
  reason?: string;
}
export interface StoredWanted {
  added: number;
  alreadyStored: number;
  /** `other`: in another language, so that its headline is not kept either. */
  rejected: { wanted: Wanted; reason: string; other: boolean }[];
}

/** Stores articles and settles their queue rows in the same transaction; what is refused stays unsettled. */
export async function storeWanted(
  context: Context,
  importId: string,
  given: readonly ToStore[],
  outcome: "stored" | "headline",
): Promise<StoredWanted> {
  if (given.length === 0) return { added: 0, alreadyStored: 0, rejected: [] };
  const settled = (each: ToStore): Settlement => ({ key: each.wanted.key, outcome, reason: each.reason ?? null });
  const byKey = new Map(given.map((each) => [each.wanted.key, each]));
  const store: Context["store"] = {
    ...context.store,
    addArticles: (id, batch) => {
      const here = batch.map(({ article }) => byKey.get(article.sourceId ?? "")).filter((each) => each !== undefined);
      const articles = batch.map((each) => ({ ...each, article: withoutKey(each.article) }));
      return context.store.addArticles(id, articles, here.map(settled));
    },
  };
  const report = await importItems({ ...context, store }, items(given, outcome), {
    source: "feeds",
    given: {},
    threads: 1,
    importId,
  });
  const refused = new Map(report.rejected.map((row) => [row.line - 1, row]));
  // Those whose text was stored before never reach addArticles.
  await context.store.settleQueue(given.filter((__, i) => !refused.has(i)).map(settled));
  return {
    added: report.added.length,
    alreadyStored: report.alreadyStored.length,
    rejected: [...refused].map(([i, { reason, cause }]) => ({
      wanted: (given[i] as ToStore).wanted,
      reason: outcome === "headline" ? ((given[i] as ToStore).reason ?? reason) : reason,
      other: cause === "language",
    })),
  };
}

const withoutKey = <T extends { sourceId?: string | undefined }>(article: T): T => {
  const { sourceId: _key, ...rest } = article;
  return rest as T;
};

async function* items(given: readonly ToStore[], outcome: "stored" | "headline"): AsyncGenerator<ReadItem> {
  for (const [i, each] of given.entries())
    yield { file: each.url ?? each.wanted.url ?? each.wanted.key, ...record(each, i, outcome) };
}

/** A page tells its own headline and author; a feed's are used where there is only the feed. */
function record({ wanted, html, url }: ToStore, index: number, outcome: "stored" | "headline"): RawRecord {
  const { key, title, summary, text, author, publishedAt, language, outlet } = wanted;
  const address = url ?? wanted.url;
  const common: RawRecord = {
    line: index + 1,
    id: key,
    ...(address !== null && address !== undefined && { url: address }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(outlet !== undefined && { outlet }),
    ...(language !== undefined && html === undefined && { language }),
  };
  if (html !== undefined) return { ...common, html };
  const said = { ...common, ...(title !== undefined && { title }), ...(author !== undefined && { author }) };
  if (outcome === "stored") return { ...said, text: text ?? "" };
  return { ...said, text: summary ?? title ?? "", headlineOnly: true };
}
