import { enlarged, Remembered } from "#lib/tag/read/lexicon.ts";
import { PAIR_KINDS, WORD_KINDS } from "./features.ts";
import { stems } from "./stem.ts";

const KINDS = WORD_KINDS.length;
const PAIR_SIZE = 8;
/** Some twenty a pair of the models: few enough to stay at hand. */
const PAIR_BITS = 1 << 17;

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

  /** Row of a word, which is the number of a stem; 0 where it takes part in no feature. */
  row(word: number): number {
    return this.#rowOf.get(word);
  }

  /** Rows there are, row 0 included. */
  get rows(): number {
    return this.#rows.size + 1;
  }

  /** Whether a row has features of some of the kinds, given as bits. */
  has(row: number, kinds: number): boolean {
    return (this.#rowKinds[row]! & kinds) !== 0;
  }

  /** Number of a feature of one row, or -1. */
  wordOfRow(kind: number, row: number): number {
    return (this.#rowKinds[row]! & (1 << kind)) === 0 ? -1 : this.#kinds[row * KINDS + kind]!;
  }

  /** Number of a feature of two rows, or -1. */
  pairOfRows(kind: number, a: number, b: number): number {
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
