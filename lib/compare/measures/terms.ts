import type { Article } from "#lib/domain/article.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";
import { FUNCTION_WORDS } from "./functionWords.ts";

/** Letters, with apostrophes and hyphens inside; three characters and more. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-\u2019'][\p{L}\p{M}]+)*/gu;

/** "Kyiv's" counts as "kyiv": the possessive is grammar, not choice. Curly apostrophes are straight ones. */
function fold(word: string): string {
  return word.toLowerCase().replaceAll("\u2019", "'").replace(/'s$/, "");
}

/**
 * How often each word stands in the outlet's own words, title included, function words left out; "*" counts them all.
 * Nothing where the outlet says nothing itself.
 */
export function termMeasures(coding: Coding, article: Pick<Article, "title" | "text">): Measure[] {
  const uses = new Map<string, number>();
  let all = 0;
  for (const { span, voice } of coding.voices) {
    if (voice.kind !== "own") continue;
    for (const [match] of article[span.in].slice(span.start, span.end).matchAll(WORD)) {
      const word = fold(match);
      if (word.length < 3 || FUNCTION_WORDS.has(word)) continue;
      uses.set(word, (uses.get(word) ?? 0) + 1);
      all += 1;
    }
  }
  if (all === 0) return [];
  return [...uses, ["*", all] as const].map(([target, value]): Measure => ({
    measure: "term",
    target,
    voice: "own",
    value,
  }));
}
