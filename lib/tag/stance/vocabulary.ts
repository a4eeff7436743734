import { PAIR_KINDS, WORD_KINDS, type FeatureSink } from "./features.ts";

/** Numbers of the features a word takes part in; -1 where no model knows one. */
interface Entry {
  kinds: Int32Array;
  /** By second word, the numbers of the pairs it opens; null for none. */
  pairs: Map<string, Int32Array> | null;
}

const UNKNOWN: Entry = { kinds: new Int32Array(WORD_KINDS.length).fill(-1), pairs: null };

/** Every feature the models weigh, numbered once, found by its words without building its name. */
export class Vocabulary {
  readonly #names = new Map<string, number>();
  readonly #entries = new Map<string, Entry>();
  #lastWord: string | null = null;
  #last = UNKNOWN;

  /** Numbers the names it has not seen. */
  add(names: Iterable<string>): void {
    for (const name of names) {
      if (this.#names.has(name)) continue;
      const id = this.#names.size;
      this.#names.set(name, id);
      const colon = name.indexOf(":") + 1;
      const pair = PAIR_KINDS.findIndex(([kind]) => kind === name.slice(0, colon));
      if (pair >= 0) this.#addPair(pair, name.slice(colon), id);
      else this.#addWord(name, colon, id);
    }
  }

  #addWord(name: string, colon: number, id: number): void {
    const marked = name[colon] === "!" ? colon + 1 : colon;
    const kind = WORD_KINDS.indexOf(name.slice(0, marked) as (typeof WORD_KINDS)[number]);
    if (kind >= 0) this.#entry(name.slice(marked)).kinds[kind] = id;
  }

  #addPair(pair: number, words: string, id: number): void {
    const joint = words.indexOf(PAIR_KINDS[pair]![1]);
    if (joint < 0) return;
    const entry = this.#entry(words.slice(0, joint));
    entry.pairs ??= new Map();
    const second = words.slice(joint + 1);
    let ids = entry.pairs.get(second);
    if (!ids) entry.pairs.set(second, (ids = new Int32Array(PAIR_KINDS.length).fill(-1)));
    ids[pair] = id;
  }

  #entry(word: string): Entry {
    let entry = this.#entries.get(word);
    if (!entry) this.#entries.set(word, (entry = { kinds: UNKNOWN.kinds.slice(), pairs: null }));
    return entry;
  }

  get size(): number {
    return this.#names.size;
  }

  /** Number of a feature, or -1. */
  number(name: string): number {
    return this.#names.get(name) ?? -1;
  }

  word(kind: number, word: string): number {
    return this.#find(word).kinds[kind]!;
  }

  pair(kind: number, first: string, second: string): number {
    return this.#find(first).pairs?.get(second)?.[kind] ?? -1;
  }

  /** A word's features are asked for one after another, so the last one is kept at hand. */
  #find(word: string): Entry {
    if (word === this.#lastWord) return this.#last;
    this.#lastWord = word;
    return (this.#last = this.#entries.get(word) ?? UNKNOWN);
  }
}

/** Features by number, cleared for each place; those no model knows are dropped at once. */
export class NumberedFeatures implements FeatureSink {
  readonly #vocabulary: Vocabulary;
  readonly #values: Float64Array;
  readonly #there: Uint8Array;
  /** Numbers of the features there are, in order of first appearance. */
  #ids: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#values = new Float64Array(vocabulary.size);
    this.#there = new Uint8Array(vocabulary.size);
  }

  clear(): void {
    for (const id of this.#ids) this.#there[id] = 0;
    this.#ids.length = 0;
  }

  put(name: string, value: number): void {
    this.add(this.#vocabulary.number(name), value);
  }

  word(kind: number, word: string, value: number): void {
    this.add(this.#vocabulary.word(kind, word), value);
  }

  pair(kind: number, first: string, second: string, value: number): void {
    this.add(this.#vocabulary.pair(kind, first, second), value);
  }

  add(id: number, value: number): void {
    if (id < 0) return;
    if (this.#there[id] === 1) this.#values[id]! += value;
    else {
      this.#there[id] = 1;
      this.#values[id] = value;
      this.#ids.push(id);
    }
  }

  /** Raw scores of a model, one a class: bias + Σ value x weight. */
  score(model: NumberedWeights): number[] {
    const { weights, classes } = model;
    const scores = [...model.bias];
    for (const id of this.#ids) {
      const value = this.#values[id]!;
      const at = id * classes;
      for (let c = 0; c < classes; c++) scores[c]! += value * weights[at + c]!;
    }
    return scores;
  }
}

/** Weights of a linear model by feature number, one row a feature. */
export interface NumberedWeights {
  classes: number;
  bias: readonly number[];
  weights: Float64Array;
}

/** Lays out a model's weights by number; `keep` false leaves a feature without weight. */
export function numbered(
  model: { bias: readonly number[]; weights: Readonly<Record<string, readonly number[]>> },
  vocabulary: Vocabulary,
  keep: (name: string) => boolean = () => true,
): NumberedWeights {
  const classes = model.bias.length;
  const weights = new Float64Array(vocabulary.size * classes);
  for (const [name, row] of Object.entries(model.weights)) {
    const id = vocabulary.number(name);
    if (id >= 0 && keep(name)) weights.set(row.slice(0, classes), id * classes);
  }
  return { classes, bias: model.bias, weights };
}
