import type { Vocabulary } from "./vocabulary.ts";

/** Weights are kept as thousandths: models give them in whole ones, which 32 bits hold exactly. */
const THOUSANDTH = 0.001;

/**
 * Weights of a few kinds of features of one word side by side, in one line of memory: looking them up feature by feature
 * costs more than all else, as they lie far apart.
 */
export class WordTable {
  readonly #classes: number;
  readonly #stride: number;
  readonly #values: Float32Array;

  /** `kinds` are of WORD; `weights` holds `classes` numbers a feature. */
  constructor(
    vocabulary: Vocabulary,
    { classes, weights }: { classes: number; weights: Float64Array },
    kinds: readonly number[],
  ) {
    this.#classes = classes;
    this.#stride = 2 ** Math.ceil(Math.log2(kinds.length * classes));
    this.#values = new Float32Array(vocabulary.rows * this.#stride);
    for (let row = 1; row < vocabulary.rows; row++)
      kinds.forEach((kind, k) => {
        const id = vocabulary.wordOfRow(kind, row);
        for (let c = 0; id >= 0 && c < classes; c++)
          this.#values[row * this.#stride + k * classes + c] = weights[id * classes + c]! / THOUSANDTH;
      });
  }

  /** Adds a row's weights of the kind at `place`, times `value`. */
  add(sums: Float64Array, row: number, place: number, value: number): void {
    const classes = this.#classes;
    const values = this.#values;
    const at = row * this.#stride + place * classes;
    const times = value * THOUSANDTH;
    for (let c = 0; c < classes; c++) sums[c]! += times * values[at + c]!;
  }

  /** The same of the first kind and one more, each with its value. */
  addTwo(sums: Float64Array, row: number, value: number, place: number, more: number): void {
    const classes = this.#classes;
    const values = this.#values;
    const first = row * this.#stride;
    const second = first + place * classes;
    const times = value * THOUSANDTH;
    const moreTimes = more * THOUSANDTH;
    for (let c = 0; c < classes; c++) sums[c]! += times * values[first + c]! + moreTimes * values[second + c]!;
  }
}
