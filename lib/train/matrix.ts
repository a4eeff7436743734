import type { Features } from "#lib/tag/stance/context.ts";
import { minimise } from "./lbfgs.ts";

/** Rows of named features, indexed once so that many models can be trained on subsets of them. */
export interface Matrix {
  names: string[];
  rows: { at: Int32Array; value: Float64Array }[];
}

/** Features seen in fewer than `minDf` rows that count are left out. */
export function matrixOf(
  rows: readonly Features[],
  minDf: number,
  counts: (row: number) => boolean = () => true,
): Matrix {
  const df = new Map<string, number>();
  rows.forEach((row, r) => {
    if (counts(r)) for (const name of row.keys()) df.set(name, (df.get(name) ?? 0) + 1);
  });
  const index = new Map<string, number>();
  for (const [name, count] of df) if (count >= minDf) index.set(name, index.size);
  const coded = rows.map((row) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [name, v] of row) {
      const i = index.get(name);
      if (i === undefined || v === 0) continue;
      at.push(i);
      value.push(v);
    }
    return { at: Int32Array.from(at), value: Float64Array.from(value) };
  });
  return { names: [...index.keys()], rows: coded };
}

/** Weights of a yes/no model in the order of Matrix.names; the last number is the bias. */
export type BinaryWeights = Float64Array;

/** Ridge logistic regression of yes/no labels on the given rows of a matrix; `ridge` is the strength per feature name. */
export function trainBinary(
  matrix: Matrix,
  picked: readonly number[],
  label: (row: number) => boolean,
  ridge: (name: string) => number,
  weight: (row: number) => number = () => 1,
): BinaryWeights {
  const size = matrix.names.length;
  const strength = Float64Array.from(matrix.names, ridge);
  const target = picked.map((r) => (label(r) ? 1 : 0));
  const weights = picked.map(weight);
  return minimise(
    (w, g) => {
      let loss = 0;
      g[size] = 0;
      for (let f = 0; f < size; f++) {
        g[f] = strength[f]! * w[f]!;
        loss += 0.5 * g[f]! * w[f]!;
      }
      for (let n = 0; n < picked.length; n++) {
        const { at, value } = matrix.rows[picked[n]!]!;
        let z = w[size]!;
        for (let i = 0; i < at.length; i++) z += w[at[i]!]! * value[i]!;
        const y = target[n]!;
        loss += weights[n]! * (z > 0 ? Math.log1p(Math.exp(-z)) + (1 - y) * z : Math.log1p(Math.exp(z)) - y * z);
        const error = weights[n]! * (1 / (1 + Math.exp(-z)) - y);
        for (let i = 0; i < at.length; i++) g[at[i]!]! += error * value[i]!;
        g[size]! += error;
      }
      return loss;
    },
    size + 1,
    60,
  );
}

/** Log-odds of a row. */
export function scoreRow(matrix: Matrix, row: number, w: BinaryWeights): number {
  const { at, value } = matrix.rows[row]!;
  let z = w[matrix.names.length]!;
  for (let i = 0; i < at.length; i++) z += w[at[i]!]! * value[i]!;
  return z;
}
