import type { Codebook, ReportVerb } from "#lib/domain/codebook.ts";
import type { SpeakerKind } from "#lib/domain/speaker.ts";
import { Remembered, words } from "#lib/tag/read/lexicon.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { PhraseIndex } from "#lib/tag/read/phrases.ts";
import { splitWords } from "#lib/tag/read/words.ts";
import { headEnd } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";

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
  readonly #isRole = new Remembered(words, (norm) => (this.#kinds.has(norm) ? 1 : 0));
  /** "secretary general": kinds of two words, by either of them, where it is another than that of the word alone. */
  readonly #pairs = new Map<string, { first: string; second: string; kind: SpeakerKind }[]>();

  constructor(codebook: Codebook) {
    for (const { phrase, kind } of codebook.speech.roleNouns) {
      const last = splitWords(phrase).norm;
      if (last.length === 2) {
        const [first, second] = last as [string, string];
        for (const word of last) this.#pairs.set(word, [...(this.#pairs.get(word) ?? []), { first, second, kind }]);
      }
      if (last.length !== 1) continue;
      this.#kinds.set(last[0]!, kind);
      if (/[a-z]$/.test(phrase) && !phrase.endsWith("s")) this.#kinds.set(pluralOf(last[0]!), kind);
    }
  }

  /** Kind of the role noun at word `i`, or null. */
  kindOf({ norm, words: { id } }: Pick<Field, "norm" | "words">, i: number): SpeakerKind | null {
    // A pair settles what its word alone would get wrong; it makes no role of a word that is none.
    if (this.#isRole.get(id[i]!) === 0) return null;
    const kind = this.#kinds.get(norm[i]!)!;
    for (const { first, second, kind: paired } of this.#pairs.get(norm[i]!) ?? [])
      if ((norm[i] === first && norm[i + 1] === second) || (norm[i] === second && norm[i - 1] === first)) return paired;
    return kind;
  }

  /** Kind of whoever a source's words describe: by the last role noun up to its head, else the first behind; or null. */
  kindIn(field: Field, range: WordRange): SpeakerKind | null {
    const head = headEnd(field, range);
    const limit = COLLECTIVE.test(field.norm[head - 1]!) && field.norm[head] === "of" ? range.to : head;
    for (let i = limit - 1; i >= range.from; i--) {
      const kind = this.kindOf(field, i);
      if (kind) return kind;
    }
    for (let i = limit; i < range.to; i++) {
      const kind = this.kindOf(field, i);
      if (kind) return kind;
    }
    return null;
  }

  /** Role nouns of a source up to its head, by which it can be taken up again. */
  namesIn(field: Field, range: WordRange): string[] {
    const names: string[] = [];
    const limit = headEnd(field, range);
    for (let i = range.from; i < limit; i++) if (this.kindOf(field, i)) names.push(field.norm[i]!);
    return names;
  }

  /** Role nouns of all pieces of a source, appositions included: "Ada Berg, the mayor of Lund". */
  rolesOf(field: Field, range: WordRange): string[] {
    const names = this.namesIn(field, range);
    for (let i = range.from + 1, pieces = 0; i < range.to && pieces < 3; i++) {
      if (field.text[field.words.end[i - 1]!] !== ",") continue;
      pieces++;
      names.push(...this.namesIn(field, { from: i, to: range.to }));
    }
    return names;
  }

  /** "media reports". */
  tellMedia(field: Field, range: WordRange): boolean {
    for (let i = range.from; i < range.to; i++) if (this.kindOf(field, i) === "media") return true;
    return false;
  }
}

/** "a group of lawmakers": its members say what they are. */
const COLLECTIVE = /^(?:group|number|pair|trio|majority|handful|dozens|hundreds|thousands|coalition|team)$/;

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
