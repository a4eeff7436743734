import type { ContextualPhrase } from "#lib/domain/codebook.ts";
import type { Hit } from "./hits.ts";
import type { Sentence } from "./readArticle.ts";

/** Whether a hit of a phrase stands in the context its codebook entry asks for. */
export type ContextTest = (hit: Hit, phrase: ContextualPhrase) => boolean;

/** Prepares the context test for one article's hits; a context is looked for in the hit's own sentence. */
export function contextTest(hits: readonly Hit[]): ContextTest {
  const bySentence = new Map<Sentence, Map<string, Hit[]>>();
  for (const hit of hits) {
    if (hit.rule.layer !== "context") continue;
    let phrases = bySentence.get(hit.sentence);
    if (!phrases) bySentence.set(hit.sentence, (phrases = new Map<string, Hit[]>()));
    const list = phrases.get(hit.rule.phrase);
    if (list) list.push(hit);
    else phrases.set(hit.rule.phrase, [hit]);
  }
  return (hit, phrase) => {
    if (phrase.caseSensitive && !sameCase(hit, phrase.phrase)) return false;
    if (phrase.near.length + phrase.unless.length + phrase.notIn.length === 0) return true;
    const there = bySentence.get(hit.sentence);
    if (!there) return phrase.near.length === 0;
    if (phrase.near.length > 0 && !phrase.near.some((near) => standsApart(there.get(near), hit))) return false;
    if (phrase.unless.some((unless) => there.has(unless))) return false;
    return !phrase.notIn.some((within) => there.get(within)?.some((c) => c.from <= hit.from && c.to >= hit.to));
  };
}

/** One of a phrase's hits, in reading order, stands before or behind: then the first or the last does. */
function standsApart(contexts: readonly Hit[] | undefined, hit: Hit): boolean {
  return contexts !== undefined && (contexts[0]!.to <= hit.from || contexts.at(-1)!.from >= hit.to);
}

/** "Polish" against "polish": a capitalised word of the phrase must stand in the text as written. */
function sameCase(hit: Hit, phrase: string): boolean {
  const names = phrase.match(/\p{Lu}[\p{L}\p{N}]*/gu);
  const text = hit.field.text.slice(hit.start, hit.end);
  return names === null ? text === phrase : names.some((name) => text.includes(name));
}
