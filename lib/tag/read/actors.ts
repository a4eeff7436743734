import type { Actor, Codebook } from "#lib/domain/codebook.ts";
import type { Bloc, SpeakerKind } from "#lib/domain/speaker.ts";
import { Remembered, words as numbering } from "./lexicon.ts";
import { splitWords, type Words } from "./words.ts";

/** A name, metonym or nationality word in the text. `adjective`: "Russian", "French". */
export interface Mention {
  fromWord: number;
  endWord: number;
  start: number;
  end: number;
  actor: Actor | null;
  name: string;
  bloc: Bloc;
  country: string | null;
  kind: SpeakerKind;
  adjective: boolean;
  /** Stance targets this mention counts for. */
  targets: readonly string[];
}

interface Alias {
  words: string[];
  exactCase: string | null;
  lowerAllowed: boolean;
  make: Omit<Mention, "fromWord" | "endWord" | "start" | "end">;
}

/** Finds actors by the codebook's names, longest match first. */
export class Gazetteer {
  readonly #byFirst = new Map<string, Alias[]>();
  readonly #lists: Alias[][] = [];
  /** By list whether some name in it may be written small. */
  readonly #small: boolean[] = [];
  readonly #places = new Map<string, number>();
  /** By word, the place of its list in #lists, or -1. */
  readonly #placeOf = new Remembered(numbering, (norm) => this.#places.get(norm) ?? -1);

  constructor(codebook: Codebook) {
    const entities = codebook.targets.filter((t) => t.kind === "entity");
    const targetsOf = (bloc: Bloc, country: string | null): string[] =>
      entities
        .filter((t) => t.blocs.includes(bloc) || (country !== null && t.countries.includes(country)))
        .map((t) => t.id);
    for (const actor of codebook.actors.map(shaped)) {
      const targets = actor.kind === "media" || !actor.metonym ? [] : targetsOf(actor.bloc, actor.country);
      const make = {
        actor,
        name: actor.name,
        bloc: actor.bloc,
        country: actor.country,
        kind: actor.kind,
        adjective: false,
        targets,
      };
      for (const alias of new Set([actor.name, ...actor.aliases])) this.#add(alias, make, actor.anyCase);
    }
    for (const n of codebook.speech.nationalities) {
      const make = {
        actor: null,
        name: n.phrase,
        bloc: n.bloc,
        country: n.country,
        kind: "unnamed" as const,
        adjective: true,
        targets: targetsOf(n.bloc, n.country),
      };
      this.#add(n.phrase, make, false);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    this.#lists.push(...this.#byFirst.values());
    this.#small.push(...this.#lists.map((list) => list.some((a) => a.lowerAllowed && a.exactCase === null)));
    [...this.#byFirst.keys()].forEach((first, i) => this.#places.set(first, i));
  }

  #add(alias: string, make: Alias["make"], anyCase: boolean): void {
    const words = splitWords(alias).norm;
    const first = words[0];
    if (first === undefined) return;
    const shout = alias.length <= 6 && alias === alias.toUpperCase();
    const entry = { words, exactCase: shout ? alias : null, lowerAllowed: anyCase, make };
    const list = this.#byFirst.get(first);
    if (list) list.push(entry);
    else this.#byFirst.set(first, [entry]);
  }

  /** Mentions in reading order; they do not overlap. */
  find(text: string, words: Words): Mention[] {
    const mentions: Mention[] = [];
    for (let i = 0; i < words.norm.length; i++) {
      const place = this.#placeOf.get(words.id[i]!);
      if (place < 0 || (words.capital[i] !== true && this.#small[place] !== true)) continue;
      const alias = fitting(this.#lists[place]!, text, words, i);
      if (!alias) continue;
      const endWord = i + alias.words.length;
      mentions.push({ fromWord: i, endWord, start: words.start[i]!, end: words.end[endWord - 1]!, ...alias.make });
      i = endWord - 1;
    }
    return mentions;
  }
}

/** An actor with all keys an actor may have in one order: objects of many shapes are slow to read. */
const shaped = (actor: Actor): Actor => ({
  id: actor.id,
  name: actor.name,
  aliases: actor.aliases,
  type: actor.type,
  kind: actor.kind,
  bloc: actor.bloc,
  country: actor.country,
  role: actor.role,
  anyCase: actor.anyCase,
  metonym: actor.metonym,
  from: actor.from,
  to: actor.to,
  source: actor.source,
  checked: actor.checked,
});

/** The first alias that stands at a word. */
function fitting(aliases: readonly Alias[], text: string, words: Words, at: number): Alias | null {
  for (const alias of aliases) if (fits(alias, text, words, at)) return alias;
  return null;
}

function fits(alias: Alias, text: string, words: Words, at: number): boolean {
  for (let k = 1; k < alias.words.length; k++) if (words.norm[at + k] !== alias.words[k]) return false;
  if (alias.exactCase !== null) return text.startsWith(alias.exactCase, words.start[at]);
  return alias.lowerAllowed || words.capital[at] === true;
}
