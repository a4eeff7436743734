import { workerData } from "piscina";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { articlePacker } from "#lib/operations/tagging.ts";
import type { PackedArticle } from "#lib/store/contract.ts";
import { collector } from "#lib/store/database/collectGarbage.mjs";

/**
 * Bytes after which a worker's memory is collected: some 15 batches. Left alone it lets garbage grow to three times what
 * is in use, a third of the memory of a large import, to save three hundredths of the processor time.
 */
const COLLECTED = 160_000_000;
const collectMemory = collector(COLLECTED);

const pack = articlePacker((workerData as { codebook: Codebook }).codebook);

/** What comes back of an article: who asked has the article itself. */
export type Coded = Omit<PackedArticle, "article">;

/** Runs in a worker thread: one batch of articles to codings, in the same order. */
export function codeBatch({ articles, at }: { articles: Article[]; at: string }): Coded[] {
  collectMemory();
  return pack(articles, at).map(({ article: _known, ...coded }) => coded);
}
