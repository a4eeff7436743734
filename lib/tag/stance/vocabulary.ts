import { Remembered } from "#lib/tag/read/lexicon.ts";
import { PAIR_KINDS, WORD_KINDS, type FeatureSink } from "./features.ts";
import { stems } from "./stem.ts";

const KINDS = WORD_KINDS.length;
const PAIRS = PAIR_KINDS.length;

/** Every feature the models weigh, numbered once, found by its words without building its name. */
export class Vocabulary {
  readonly #names = new Map<string, number>();
  /** Rows of the words that take part in features; row 0 is of words that take part in none. */
  readonly #rows = new Map<string, number>();
  readonly #rowOf = new Remembered(stems, (text) => this.#rows.get(text) ?? 0);
  /** Feature numbers by row and kind, -1 for none. */
  #kinds = new Int32Array(KINDS).fill(-1);
  /** By first word's row, null where it opens no pair: by second word's row, the place of the pair in #pairKinds. */
  readonly #pairs: (Map<number, number> | null)[] = [null];
  readonly #pairKinds: number[] = [];

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
    if (kind < 0) return;
    const row = this.#row(name.slice(marked));
    this.#kinds[row * KINDS + kind] = id;
  }

  #addPair(pair: number, words: string, id: number): void {
    const joint = words.indexOf(PAIR_KINDS[pair]![1]);
    if (joint < 0) return;
    const second = this.#row(words.slice(joint + 1));
    const pairs = (this.#pairs[this.#row(words.slice(0, joint))] ??= new Map());
    let at = pairs.get(second);
    if (at === undefined) {
      at = this.#pairKinds.length;
      pairs.set(second, at);
      for (let kind = 0; kind < PAIRS; kind++) this.#pairKinds.push(-1);
    }
    this.#pairKinds[at + pair] = id;
  }

  #row(word: string): number {
    let row = this.#rows.get(word);
    if (row === undefined) {
      row = this.#pairs.push(null) - 1;
      this.#rows.set(word, row);
      if ((row + 1) * KINDS > this.#kinds.length) {
        const kinds = new Int32Array(2 * (row + 1) * KINDS).fill(-1);
        kinds.set(this.#kinds);
        this.#kinds = kinds;
      }
    }
    return row;
  }

  get size(): number {
    return this.#names.size;
  }

  /** Number of a feature, or -1. */
  number(name: string): number {
    return this.#names.get(name) ?? -1;
  }

  /** Number of a feature of one word, or -1; words are numbers of stems. */
  word(kind: number, word: number): number {
    return this.#kinds[this.#rowOf.get(word) * KINDS + kind]!;
  }

  pair(kind: number, first: number, second: number): number {
    const pairs = this.#pairs[this.#rowOf.get(first)]!;
    if (pairs === null) return -1;
    const at = pairs.get(this.#rowOf.get(second));
    return at === undefined ? -1 : this.#pairKinds[at + kind]!;
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

  word(kind: number, word: number, value: number): void {
    this.add(this.#vocabulary.word(kind, word), value);
  }

  pair(kind: number, first: number, second: number, value: number): void {
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
