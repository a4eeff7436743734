import type { Codebook, ReportVerb } from "#lib/domain/codebook.ts";
import type { SpeakerKind } from "#lib/domain/speaker.ts";
import { PhraseIndex } from "#lib/tag/read/phrases.ts";
import { splitWords } from "#lib/tag/read/words.ts";

/** What a word or phrase can be for the attributor. */
export type CueRule = { type: "verb"; verb: ReportVerb } | { type: "according" };

const ACCORDING = [
  "according to",
  "we (learned|learnt|heard) from",
  "we have (learned|learnt|heard) from",
  "as (confided|reported|confirmed|stated|announced|claimed|noted|told|revealed|quoted|relayed) by",
  "in the (words|view|opinion|eyes) of",
  "from the (perspective|viewpoint|standpoint) of",
];

/** Role nouns by their words; kinds of those who hold them. */
export class RoleWords {
  readonly #kinds = new Map<string, SpeakerKind>();

  constructor(codebook: Codebook) {
    for (const { phrase, kind } of codebook.speech.roleNouns) {
      const last = splitWords(phrase).norm;
      if (last.length !== 1) continue;
      this.#kinds.set(last[0]!, kind);
      if (/[a-z]$/.test(phrase) && !phrase.endsWith("s")) this.#kinds.set(pluralOf(last[0]!), kind);
    }
  }

  /** Kind of the role noun at word `i`, or null. */
  kindOf(norm: readonly string[], i: number): SpeakerKind | null {
    return this.#kinds.get(norm[i]!) ?? null;
  }
}

const pluralOf = (word: string): string =>
  /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(s|sh|ch|x)$/.test(word) ? `${word}es` : `${word}s`;

/** What the attributor looks for, compiled once. */
export interface Cues {
  index: PhraseIndex<CueRule>;
  roles: RoleWords;
}

/** Compiles the codebook's report verbs and role nouns. */
export function cueIndex(codebook: Codebook): Cues {
  const index = new PhraseIndex<CueRule>();
  for (const verb of codebook.speech.verbs) {
    for (const form of new Set(verb.forms)) index.add(form, { type: "verb", verb });
  }
  for (const phrase of ACCORDING) index.add(phrase, { type: "according" });
  return { index, roles: new RoleWords(codebook) };
}
