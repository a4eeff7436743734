import { workerData } from "piscina";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { articlePacker } from "#lib/operations/tagging.ts";
import type { PackedArticle } from "#lib/store/contract.ts";

const pack = articlePacker((workerData as { codebook: Codebook }).codebook);

/** What comes back of an article: who asked has the article itself. */
export type Coded = Omit<PackedArticle, "article">;

/** Runs in a worker thread: one batch of articles to codings, in the same order. */
export function codeBatch({ articles, at }: { articles: Article[]; at: string }): Coded[] {
  return pack(articles, at).map(({ article: _known, ...coded }) => coded);
}
