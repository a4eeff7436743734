import type { Article } from "#lib/domain/article.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { CodedArticle } from "#lib/store/contract.ts";
import { anArticle } from "./articles.ts";

/** An article with a coding made by hand: one frame present or not, one stance, own words only. */
export function coded(
  more: Partial<Article> = {},
  tags: { economic?: 0 | 1 | null; russia?: number | null; version?: string } = {},
): CodedArticle {
  const article = anArticle(more);
  const words = article.text.split(/\s+/).length;
  const coding: Coding = {
    articleId: article.id,
    coder: "rules@test",
    codebookVersion: tags.version ?? "1",
    taggerVersion: "1",
    textHash: "0",
    at: "2026-01-01T00:00:00.000Z",
    sentences: [{ in: "text", start: 0, end: article.text.length }],
    voices: [
      {
        span: { in: "text", start: 0, end: article.text.length },
        voice: { kind: "own", speaker: null },
        words,
        cue: null,
        cueRule: null,
        reportStance: null,
        source: null,
        certainty: 1,
      },
    ],
    tags: [],
    asked: ["frame:economic", "stance:russia"],
    abstentions: [],
  };
  const measures: Measure[] = [
    { measure: "frame", target: "economic", voice: "own", value: tags.economic ?? 0 },
    { measure: "frame", target: "economic", voice: "all", value: tags.economic === undefined ? 0 : tags.economic },
  ];
  if (tags.russia !== undefined) {
    measures.push({ measure: "stance", target: "russia", voice: "own", value: tags.russia });
  }
  return { article, coding, measures };
}
