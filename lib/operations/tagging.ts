import { createHash } from "node:crypto";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";
import { createBatchTagger } from "#lib/tag/tagArticle.ts";
import { measuresOf, questionsOf } from "#lib/compare/measuresOf.ts";
import type { CodedArticle, PackedArticle } from "#lib/store/contract.ts";
import { packCoding } from "#lib/store/packCoding.ts";
import { fingerprintOf } from "./relateArticles.ts";

/** Tags articles and works out what each contributes to charts; the codebook is compiled once. */
export function articleCoder(codebook: Codebook): (article: Article, at: string) => CodedArticle {
  const code = batchCoder(codebook);
  return (article, at) => code([article], at)[0]!;
}

/** Any number the same way, packed as the store keeps them, each with what its text is found by; many at once are quicker. */
export function articlePacker(codebook: Codebook): (articles: readonly Article[], at: string) => PackedArticle[] {
  const code = batchCoder(codebook);
  return (articles, at) =>
    code(articles, at).map(({ article, coding, measures }) => ({
      article,
      coding: packCoding(coding, measures),
      measures,
      fingerprint: fingerprintOf(article),
    }));
}

function batchCoder(codebook: Codebook): (articles: readonly Article[], at: string) => CodedArticle[] {
  const tagAll = createBatchTagger(codebook);
  const measures = measurer(codebook);
  return (articles, at) => {
    const codings = tagAll(articles.map((article) => ({ article, context: { textHash: hashOf(article), at } })));
    return articles.map((article, place) => {
      const coding = codings[place]!;
      return { article, coding, measures: measures(article, coding) };
    });
  };
}

/** What a coded article contributes to charts: nothing, where only its headline could be had. */
export function measurer(codebook: Codebook): (article: Article, coding: Coding) => Measure[] {
  const questions = questionsOf(codebook);
  return (article, coding) => (article.headlineOnly ? [] : measuresOf(coding, questions, article));
}

/** First 16 hexadecimal digits of the SHA-256 of title and text: tells whether a coding fits its article. */
export function hashOf(article: Pick<Article, "title" | "text">): string {
  return createHash("sha256").update(`${article.title}\n${article.text}`).digest("hex").slice(0, 16);
}
