import type { ContextualPhrase } from "#lib/domain/codebook.ts";
import type { Hit } from "./hits.ts";
import { PhraseIndex } from "./phrases.ts";
import type { Sentence } from "./readArticle.ts";

/** Where a phrase stands, as a range of words. */
interface Place {
  from: number;
  to: number;
}

/**
 * Tells whether hits stand in the context their phrase asks for. Most sentences hold no phrase that asks for any, so
 * contexts are looked for once a sentence, when the first phrase there asks.
 */
export class ContextTest {
  readonly #index = new PhraseIndex<string>();
  readonly #learned = new Set<string>();
  #sentence: Sentence | null = null;
  readonly #there = new Map<string, Place[]>();

  /** Learns the contexts of a phrase. @throws Error naming one that cannot be read. */
  learn({ near, unless, notIn }: Pick<ContextualPhrase, "near" | "unless" | "notIn">): void {
    for (const phrase of [...near, ...unless, ...notIn]) {
      if (this.#learned.has(phrase)) continue;
      this.#learned.add(phrase);
      this.#index.add(phrase, phrase);
    }
  }

  fits(hit: Hit, phrase: ContextualPhrase): boolean {
    if (phrase.caseSensitive && !sameCase(hit, phrase.phrase)) return false;
    if (phrase.near.length + phrase.unless.length + phrase.notIn.length === 0) return true;
    const there = this.#inSentence(hit);
    if (phrase.near.length > 0 && !phrase.near.some((near) => standsApart(there.get(near), hit))) return false;
    if (phrase.unless.some((unless) => there.has(unless))) return false;
    return !phrase.notIn.some((within) => there.get(within)?.some((c) => c.from <= hit.from && c.to >= hit.to));
  }

  #inSentence({ field, sentence }: Hit): ReadonlyMap<string, readonly Place[]> {
    const there = this.#there;
    if (this.#sentence === sentence) return there;
    this.#sentence = sentence;
    there.clear();
    this.#index.find(field, sentence.fromWord, sentence.toWord, (phrase, from, to) => {
      const places = there.get(phrase);
      if (places) places.push({ from, to });
      else there.set(phrase, [{ from, to }]);
    });
    return there;
  }
}

/** One of a phrase's places, in reading order, stands before or behind: then the first or the last does. */
function standsApart(places: readonly Place[] | undefined, hit: Hit): boolean {
  return places !== undefined && (places[0]!.to <= hit.from || places.at(-1)!.from >= hit.to);
}

/** "Polish" against "polish": a capitalised word of the phrase must stand in the text as written. */
function sameCase(hit: Hit, phrase: string): boolean {
  const names = phrase.match(/\p{Lu}[\p{L}\p{N}]*/gu);
  const text = hit.field.text.slice(hit.start, hit.end);
  return names === null ? text === phrase : names.some((name) => text.includes(name));
}
