import { createHash } from "node:crypto";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";
import { measuresOf, questionsOf } from "#lib/compare/measuresOf.ts";
import type { CodedArticle } from "#lib/store/contract.ts";

/** Tags articles and works out what each contributes to charts; the codebook is compiled once. */
export function articleCoder(codebook: Codebook): (article: Article, at: string) => CodedArticle {
  const tag = createTagger(codebook);
  const questions = questionsOf(codebook);
  return (article, at) => {
    const coding = tag(article, { textHash: hashOf(article), at });
    return { article, coding, measures: measuresOf(coding, questions, article) };
  };
}

/** First 16 hexadecimal digits of the SHA-256 of title and text: tells whether a coding fits its article. */
export function hashOf(article: Pick<Article, "title" | "text">): string {
  return createHash("sha256").update(`${article.title}\n${article.text}`).digest("hex").slice(0, 16);
}
