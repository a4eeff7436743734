import { anywhere, FIXED, nearness, PAIR, WORD, type FeatureSink } from "./features.ts";
import type { SeenSentence } from "./seen.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { addWeights, thousandths, WordTable } from "./wordTable.ts";

/** Weights of a linear model by feature number, in thousandths, one row a feature. */
export interface NumberedWeights {
  classes: number;
  bias: Float64Array;
  weights: Int16Array;
}

/** A model of the words around a target, with the weights most asked for laid side by side. */
export interface SentenceWeights extends NumberedWeights {
  /** Of words anywhere, left and right of the target; of the same under a negation. */
  plain: WordTable;
  negated: WordTable;
  vocabulary: Vocabulary;
}

const AROUND = [WORD["w:"], WORD["l:"], WORD["r:"]];
const NEGATED = [WORD["w:!"], WORD["l:!"], WORD["r:!"]];
/** Places in both tables. */
export const ANYWHERE = 0;
export const LEFT = 1;
export const RIGHT = 2;

export const sentenceWeights = (model: NumberedWeights, vocabulary: Vocabulary): SentenceWeights => ({
  ...model,
  vocabulary,
  plain: new WordTable(vocabulary, model, AROUND),
  negated: new WordTable(vocabulary, model, NEGATED),
});

/** Sums value x weight of the features put in, one sum a class, without keeping the features. */
export class ScoreSum implements FeatureSink {
  readonly #vocabulary: Vocabulary;
  /** Numbers of the features put in by name: so small a map stays at hand. */
  readonly #named = new Map<string, number>();
  /** Of those of FIXED. */
  readonly #fixed: Int32Array;
  #model: NumberedWeights = { classes: 0, bias: new Float64Array(0), weights: new Int16Array(0) };
  /** The sums so far; they change with the next start. */
  sums: Float64Array = new Float64Array(0);

  /** `vocabulary` has all its names. */
  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#fixed = Int32Array.from(FIXED, (name) => vocabulary.number(name));
  }

  /** Begins anew with a model's bias, or with other sums of the same model. */
  start(model: NumberedWeights, from: Float64Array = model.bias): void {
    this.#model = model;
    if (this.sums.length !== from.length) this.sums = new Float64Array(from.length);
    // So few that a loop is faster than a call of set.
    for (let c = 0; c < from.length; c++) this.sums[c] = from[c]!;
  }

  put(name: string, value: number): void {
    let number = this.#named.get(name);
    if (number === undefined) this.#named.set(name, (number = this.#vocabulary.number(name)));
    this.add(number, value);
  }

  fixed(name: number, value: number): void {
    this.add(this.#fixed[name]!, value);
  }

  /** For a model of sentenceWeights only. */
  around({ from, to, masked, negated }: SeenSentence, a: number, b: number): void {
    const { plain, negated: under } = this.#model as SentenceWeights;
    const vocabulary = this.#vocabulary;
    const norm = anywhere(to - from);
    let before = 0;
    for (let i = from; i < to; i++) {
      if (i >= a && i < b) {
        before = 0;
        continue;
      }
      const row = vocabulary.row(masked[i]!);
      if (row !== 0) {
        const table = negated?.[i - from] === 1 ? under : plain;
        if (row < table.rows)
          table.addTwo(this.sums, row, norm, i < a ? LEFT : RIGHT, nearness(i < a ? a - i : i - b + 1));
        if (before !== 0) this.add(vocabulary.pairOfRows(PAIR["b:"], before, row), norm);
      }
      before = row;
    }
  }

  word(kind: number, word: number, value: number): void {
    const row = this.#vocabulary.row(word);
    if (row !== 0) this.add(this.#vocabulary.wordOfRow(kind, row), value);
  }

  pair(kind: number, first: number, second: number, value: number): void {
    const a = this.#vocabulary.row(first);
    const b = this.#vocabulary.row(second);
    if (a !== 0 && b !== 0) this.add(this.#vocabulary.pairOfRows(kind, a, b), value);
  }

  add(id: number, value: number): void {
    if (id < 0) return;
    const { classes, weights } = this.#model;
    addWeights(this.sums, weights, id * classes, classes, value);
  }
}

/** Lays out a model's weights by number; `keep` false leaves a feature without weight. @throws RangeError beyond ±32. */
export function numbered(
  model: { bias: readonly number[]; weights: Readonly<Record<string, readonly number[]>> },
  vocabulary: Vocabulary,
  keep: (name: string) => boolean = () => true,
): NumberedWeights {
  const classes = model.bias.length;
  const weights = new Int16Array(vocabulary.size * classes);
  for (const [name, row] of Object.entries(model.weights)) {
    const id = vocabulary.number(name);
    if (id >= 0 && keep(name)) weights.set(row.slice(0, classes).map(thousandths), id * classes);
  }
  return { classes, bias: Float64Array.from(model.bias), weights };
}

/** Two models side by side, scored in one go: the classes of the first, then those of the second. */
export function beside(first: NumberedWeights, second: NumberedWeights, vocabulary: Vocabulary): NumberedWeights {
  const classes = first.classes + second.classes;
  const weights = new Int16Array(vocabulary.size * classes);
  for (let id = 0; id < vocabulary.size; id++) {
    weights.set(first.weights.subarray(id * first.classes, (id + 1) * first.classes), id * classes);
    weights.set(second.weights.subarray(id * second.classes, (id + 1) * second.classes), id * classes + first.classes);
  }
  return { classes, bias: Float64Array.of(...first.bias, ...second.bias), weights };
}
