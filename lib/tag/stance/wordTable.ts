import type { Vocabulary } from "./vocabulary.ts";

/** Weights are kept as thousandths, which models give whole: two bytes each, so that more of them stay at hand. */
const THOUSANDTHS = 1000;
const SCALE = 1 / THOUSANDTHS;
const MOST = 2 ** 15 - 1;

/** A weight in thousandths. @throws RangeError beyond ±32. */
export function thousandths(weight: number): number {
  const whole = Math.round(weight * THOUSANDTHS);
  if (Math.abs(whole) > MOST) throw new RangeError(`A weight of ${weight} is beyond what models may hold.`);
  return whole;
}

/** Adds `value` times the weights from `at` on. */
export function addWeights(sums: Float64Array, weights: Int16Array, at: number, classes: number, value: number): void {
  const times = value * SCALE;
  for (let c = 0; c < classes; c++) sums[c]! += times * weights[at + c]!;
}

/**
 * Weights of a few kinds of features of one word side by side, in one line of memory: looking them up feature by feature
 * costs more than all else, as they lie far apart.
 */
export class WordTable {
  readonly #classes: number;
  readonly #stride: number;
  readonly #values: Int16Array;
  /** Rows from this one on have no weights. */
  readonly rows: number;

  /** `kinds` are of WORD; `weights` holds `classes` numbers a feature. */
  constructor(
    vocabulary: Vocabulary,
    { classes, weights }: { classes: number; weights: Int16Array },
    kinds: readonly number[],
  ) {
    const bits = kinds.reduce((all, kind) => all | (1 << kind), 0);
    let { rows } = vocabulary;
    while (rows > 0 && !vocabulary.has(rows - 1, bits)) rows--;
    this.rows = rows;
    this.#classes = classes;
    this.#stride = 2 ** Math.ceil(Math.log2(kinds.length * classes));
    this.#values = new Int16Array(rows * this.#stride);
    for (let row = 1; row < rows; row++)
      kinds.forEach((kind, k) => {
        const id = vocabulary.wordOfRow(kind, row);
        if (id < 0) return;
        this.#values.set(weights.subarray(id * classes, (id + 1) * classes), row * this.#stride + k * classes);
      });
  }

  /** The weight of a row's feature of the kind at `place` for one class. */
  weight(row: number, place: number, c: number): number {
    return this.#values[row * this.#stride + place * this.#classes + c]! / THOUSANDTHS;
  }

  /** Adds a row's weights of the kind at `place`, times `value`. */
  add(sums: Float64Array, row: number, place: number, value: number): void {
    addWeights(sums, this.#values, row * this.#stride + place * this.#classes, this.#classes, value);
  }

  /** The same of the first kind and one more, each with its value. */
  addTwo(sums: Float64Array, row: number, value: number, place: number, more: number): void {
    const classes = this.#classes;
    const values = this.#values;
    const first = row * this.#stride;
    const second = first + place * classes;
    const times = value * SCALE;
    const moreTimes = more * SCALE;
    for (let c = 0; c < classes; c++) sums[c]! += times * values[first + c]! + moreTimes * values[second + c]!;
  }
}
