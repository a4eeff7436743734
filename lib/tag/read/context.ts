import type { ContextualPhrase } from "#lib/domain/codebook.ts";
import { groupBy } from "./groupBy.ts";
import type { Hit } from "./hits.ts";

/** Whether a hit of a phrase stands in the context its codebook entry asks for. */
export type ContextTest = (hit: Hit, phrase: ContextualPhrase) => boolean;

/** Prepares the context test for one article's hits; a context is looked for in the hit's own sentence. */
export function contextTest(hits: readonly Hit[]): ContextTest {
  const bySentence = groupBy(
    hits.filter((h) => h.rule.layer === "context"),
    (h) => h.sentence,
  );
  return (hit, phrase) => {
    if (phrase.caseSensitive && !sameCase(hit, phrase.phrase)) return false;
    if (phrase.near.length + phrase.unless.length + phrase.notIn.length === 0) return true;
    const there = bySentence.get(hit.sentence) ?? [];
    const met = (wanted: readonly string[], fits: (context: Hit) => boolean): boolean =>
      there.some((c) => c.rule.layer === "context" && wanted.includes(c.rule.phrase) && fits(c));
    if (phrase.near.length > 0 && !met(phrase.near, (c) => c.to <= hit.from || c.from >= hit.to)) return false;
    if (met(phrase.unless, () => true)) return false;
    return !met(phrase.notIn, (c) => c.from <= hit.from && c.to >= hit.to);
  };
}

/** "Polish" against "polish": a capitalised word of the phrase must stand in the text as written. */
function sameCase(hit: Hit, phrase: string): boolean {
  const names = phrase.match(/\p{Lu}[\p{L}\p{N}]*/gu);
  const text = hit.field.text.slice(hit.start, hit.end);
  return names === null ? text === phrase : names.some((name) => text.includes(name));
}
