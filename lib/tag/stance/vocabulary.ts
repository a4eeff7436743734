import { enlarged, Remembered } from "#lib/tag/read/lexicon.ts";
import { PAIR_KINDS, WORD_KINDS, type FeatureSink } from "./features.ts";
import { stems } from "./stem.ts";

const KINDS = WORD_KINDS.length;
const PAIR_SIZE = 8;
const PAIR_BITS = 1 << 20;

/** Every feature the models weigh, numbered once, found by its words without building its name. */
export class Vocabulary {
  readonly #names = new Map<string, number>();
  /** Rows of the words that take part in features; row 0 is of words that take part in none. */
  readonly #rows = new Map<string, number>();
  readonly #rowOf = new Remembered(stems, (text) => this.#rows.get(text) ?? 0);
  /** Feature numbers by row and kind, -1 for none. */
  #kinds = new Int32Array(KINDS).fill(-1);
  /** Pairs of rows by open addressing: first row, second row, then a feature number for each kind. */
  #pairs = new Int32Array(PAIR_SIZE * 1024).fill(-1);
  #pairCount = 0;
  /** One bit for many pairs: most pairs of a text are told by it to be none of the models', without looking them up. */
  readonly #pairBits = new Int32Array(PAIR_BITS / 32);
  /** Rows with some feature of a kind, a bit a kind. */
  #rowKinds = new Int32Array(1);

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
    this.#rowKinds[row]! |= 1 << kind;
  }

  #addPair(pair: number, words: string, id: number): void {
    const joint = words.indexOf(PAIR_KINDS[pair]![1]);
    if (joint < 0) return;
    const first = this.#row(words.slice(0, joint));
    const second = this.#row(words.slice(joint + 1));
    if (2 * this.#pairCount * PAIR_SIZE > this.#pairs.length) this.#spread();
    const hash = hashOf(first, second);
    this.#pairBits[(hash & (PAIR_BITS - 1)) >>> 5]! |= 1 << (hash & 31);
    const at = placeOf(this.#pairs, first, second);
    if (this.#pairs[at] === -1) {
      this.#pairCount++;
      this.#pairs[at] = first;
      this.#pairs[at + 1] = second;
    }
    this.#pairs[at + 2 + pair] = id;
  }

  /** Twice the room for pairs. */
  #spread(): void {
    const before = this.#pairs;
    this.#pairs = new Int32Array(2 * before.length).fill(-1);
    for (let from = 0; from < before.length; from += PAIR_SIZE) {
      if (before[from] === -1) continue;
      const at = placeOf(this.#pairs, before[from]!, before[from + 1]!);
      this.#pairs.set(before.subarray(from, from + PAIR_SIZE), at);
    }
  }

  #row(word: string): number {
    let row = this.#rows.get(word);
    if (row === undefined) {
      row = this.#rows.size + 1;
      this.#rows.set(word, row);
      if ((row + 1) * KINDS > this.#kinds.length) {
        const kinds = new Int32Array(2 * (row + 1) * KINDS).fill(-1);
        kinds.set(this.#kinds);
        this.#kinds = kinds;
        this.#rowKinds = enlarged(this.#rowKinds, 2 * (row + 1));
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
    const row = this.#rowOf.get(word);
    return (this.#rowKinds[row]! & (1 << kind)) === 0 ? -1 : this.#kinds[row * KINDS + kind]!;
  }

  pair(kind: number, first: number, second: number): number {
    const a = this.#rowOf.get(first);
    const b = this.#rowOf.get(second);
    const hash = hashOf(a, b);
    if ((this.#pairBits[(hash & (PAIR_BITS - 1)) >>> 5]! & (1 << (hash & 31))) === 0) return -1;
    return this.#pairs[placeOf(this.#pairs, a, b) + 2 + kind]!;
  }
}

const hashOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 7;

/** Where a pair of rows stands in a table, or would stand: the table has free places. */
function placeOf(pairs: Int32Array, first: number, second: number): number {
  const places = pairs.length / PAIR_SIZE;
  let at = hashOf(first, second) & (places - 1);
  for (; ; at = (at + 1) & (places - 1)) {
    const from = at * PAIR_SIZE;
    const there = pairs[from]!;
    if (there === -1 || (there === first && pairs[from + 1] === second)) return from;
  }
}

/** Sums value x weight of the features put in, one sum a class, without keeping the features. */
export class ScoreSum implements FeatureSink {
  readonly #vocabulary: Vocabulary;
  /** Numbers of the few features put in by name: so small a map stays at hand. */
  readonly #named = new Map<string, number>();
  #weights: Float64Array = new Float64Array(0);
  #classes = 0;
  /** The sums so far; the first `classes` of the model. */
  sums: Float64Array = new Float64Array(0);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Begins anew with a model's bias, or with none of it. */
  start(model: NumberedWeights, bias = true): void {
    this.#weights = model.weights;
    this.#classes = model.classes;
    this.sums = bias ? model.bias.slice() : new Float64Array(model.classes);
  }

  /** Goes on from sums of the same model. */
  resume(model: NumberedWeights, sums: Float64Array): void {
    this.#weights = model.weights;
    this.#classes = model.classes;
    this.sums = sums.slice();
  }

  put(name: string, value: number): void {
    let number = this.#named.get(name);
    if (number === undefined) this.#named.set(name, (number = this.#vocabulary.number(name)));
    this.add(number, value);
  }

  word(kind: number, word: number, value: number): void {
    this.add(this.#vocabulary.word(kind, word), value);
  }

  pair(kind: number, first: number, second: number, value: number): void {
    this.add(this.#vocabulary.pair(kind, first, second), value);
  }

  add(id: number, value: number): void {
    if (id < 0) return;
    const classes = this.#classes;
    const weights = this.#weights;
    const { sums } = this;
    const at = id * classes;
    for (let c = 0; c < classes; c++) sums[c]! += value * weights[at + c]!;
  }
}

/** Weights of a linear model by feature number, one row a feature. */
export interface NumberedWeights {
  classes: number;
  bias: Float64Array;
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
  return { classes, bias: Float64Array.from(model.bias), weights };
}

/** Two models side by side, scored in one go: the classes of the first, then those of the second. */
export function beside(first: NumberedWeights, second: NumberedWeights, vocabulary: Vocabulary): NumberedWeights {
  const classes = first.classes + second.classes;
  const weights = new Float64Array(vocabulary.size * classes);
  for (let id = 0; id < vocabulary.size; id++) {
    weights.set(first.weights.subarray(id * first.classes, (id + 1) * first.classes), id * classes);
    weights.set(second.weights.subarray(id * second.classes, (id + 1) * second.classes), id * classes + first.classes);
  }
  return { classes, bias: Float64Array.of(...first.bias, ...second.bias), weights };
}
