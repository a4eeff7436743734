import type { SeenSentence } from "./seen.ts";
import { CONTENT, stemIs, stems } from "./stem.ts";

/** Words around a target, as a linear model sees them: name -> value. */
export type Features = Map<string, number>;

/** Features named by a kind and one word of the sentence; the name is kind + word. */
export const WORD_KINDS = [
  "w:",
  "w:!",
  "l:",
  "l:!",
  "r:",
  "r:!",
  "n-2:",
  "n-1:",
  "n1:",
  "n2:",
  "r0:",
  "r1:",
  "r2:",
  "ra:",
  "rp:",
  "l0:",
  "l1:",
  "l2:",
  "A:",
  "W:",
] as const;
/** Features named by a kind and two words: kind + first + joint + second. */
export const PAIR_KINDS = [
  ["b:", " "],
  ["nb-:", " "],
  ["nb+:", " "],
  ["lp:", ":"],
] as const;

/** Features that go by one name each. */
export const FIXED = [
  "s:pos",
  "s:neg",
  "s:near",
  "s:left",
  "s:right",
  "s:wpos",
  "s:wneg",
  "s:+",
  "s:-",
  "p:quoted",
  "p:quotes",
  "p:first",
  "p:at",
  "p:length",
  "p:question",
  "p:possessive",
  "p:apposed",
  "p:if",
  "p:negated",
  "p:distanced",
  "c:-",
  "c:+",
  "v:agent",
  "v:agent:+",
  "v:agent:-",
  "v:theme",
  "v:theme:+",
  "v:theme:-",
  "d:sentiment",
  "d:mentions",
  "d:own",
  "d:self",
  "d:rival",
  "d:other",
  "d:own:sentiment",
  "d:self:sentiment",
  "d:rival:sentiment",
  "d:other:sentiment",
  "d:title",
  "d:lead",
  "d:body",
] as const;

const place = <T extends string>(names: readonly T[]): Record<T, number> =>
  Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>;
/** Numbers of the kinds. */
export const WORD = place(WORD_KINDS);
export const PAIR = place(PAIR_KINDS.map(([kind]) => kind));
/** Numbers of FIXED. */
export const NAME = place(FIXED);

/** Names that begin with `front`, each put together once: one put together anew has to be hashed anew. */
export function namesWith(front: string): (rest: string) => string {
  const names = new Map<string, string>();
  return (rest) => {
    let name = names.get(rest);
    if (name === undefined) names.set(rest, (name = front + rest));
    return name;
  };
}

/** What a word's weight is divided by at a distance from the target. */
export const fading = (distance: number): number => 1 + 0.15 * distance;
const NEARNESS = Float64Array.from({ length: 256 }, (_, distance) => 1 / fading(distance));
/** What a word counts by its distance from the target. */
export const nearness = (distance: number): number => NEARNESS[distance] ?? 1 / fading(distance);

/** Weight of words and pairs wherever they stand in a sentence of `words` words. */
export const anywhere = (words: number): number => 2 * (1 / Math.sqrt(Math.max(6, words)));

/** Takes the features of one place in a sentence: by name to train, by number to score. Equal features add up. */
export interface FeatureSink {
  put(name: string, value: number): void;
  /** `name` is one of NAME. */
  fixed(name: number, value: number): void;
  /** Every word but those in [a, b), by itself and by the side it stands on, and pairs of neighbours. */
  around(seen: SeenSentence, a: number, b: number): void;
  /** `kind` is one of WORD, or of PAIR for two words; words are numbers of stems. */
  word(kind: number, word: number, value: number): void;
  pair(kind: number, first: number, second: number, value: number): void;
}

/** Features by name. */
export class NamedFeatures implements FeatureSink {
  readonly features: Features = new Map();

  put(name: string, value: number): void {
    this.features.set(name, (this.features.get(name) ?? 0) + value);
  }

  fixed(name: number, value: number): void {
    this.put(FIXED[name]!, value);
  }

  around({ from, to, masked, negated }: SeenSentence, a: number, b: number): void {
    const norm = anywhere(to - from);
    for (let i = from; i < to; i++) {
      if (i >= a && i < b) continue;
      const word = masked[i]!;
      const mark = negated?.[i - from] === 1;
      if (stemIs(word, CONTENT)) {
        this.word(mark ? WORD["w:!"] : WORD["w:"], word, norm);
        const side = i < a ? (mark ? WORD["l:!"] : WORD["l:"]) : mark ? WORD["r:!"] : WORD["r:"];
        this.word(side, word, nearness(i < a ? a - i : i - b + 1));
      }
      if (i + 1 < to && i + 1 !== a) this.pair(PAIR["b:"], word, masked[i + 1]!, norm);
    }
  }

  word(kind: number, word: number, value: number): void {
    this.put(WORD_KINDS[kind]! + stems.text(word), value);
  }

  pair(kind: number, first: number, second: number, value: number): void {
    const [name, joint] = PAIR_KINDS[kind]!;
    this.put(name + stems.text(first) + joint + stems.text(second), value);
  }
}
