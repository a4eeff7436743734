import { workerData } from "piscina";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { articleCoder } from "#lib/operations/tagging.ts";
import type { CodedArticle } from "#lib/store/contract.ts";

const code = articleCoder((workerData as { codebook: Codebook }).codebook);

/** Runs in a worker thread: one batch of articles to codings. */
export function codeBatch({ articles, at }: { articles: Article[]; at: string }): CodedArticle[] {
  return articles.map((article) => code(article, at));
}
