import { minimise } from "./lbfgs.ts";
import type { BinaryWeights, Matrix } from "./matrix.ts";

/** Weight of each row, and what goes free; the weight of a feature is the sum of row weight x value / ridge. */
export interface DualFit {
  rows: Float64Array;
  bias: number;
}

/**
 * Products of every two rows, n x n, each feature divided by its ridge; infinite leaves it out. Few rows with many features are fitted far sooner
 * over rows than over features, with the same optimum.
 */
export function gramOf({ rows, names }: Matrix, ridge: readonly number[]): Float64Array {
  const n = rows.length;
  const gram = new Float64Array(n * n);
  const dense = new Float64Array(names.length);
  const used = rows.map(({ at, value }) => ({
    at: at.filter((f) => ridge[f] !== Infinity),
    value: value.filter((_, k) => ridge[at[k]!] !== Infinity),
  }));
  used.forEach((row, i) => {
    row.at.forEach((f, k) => (dense[f] = row.value[k]! / ridge[f]!));
    for (let j = 0; j <= i; j++) {
      const { at, value } = used[j]!;
      let sum = 0;
      for (let k = 0; k < at.length; k++) sum += dense[at[k]!]! * value[k]!;
      gram[i * n + j] = gram[j * n + i] = sum;
    }
    row.at.forEach((f) => (dense[f] = 0));
  });
  return gram;
}

/** Fits ridge logistic regressions of yes/no labels on some rows of a gram matrix of `n` rows; labels and weights by place in `picked`. */
export function dualTrainer(
  gram: Float64Array,
  n: number,
  picked: readonly number[],
): (label: (i: number) => boolean, weight: (i: number) => number) => DualFit {
  const m = picked.length;
  const lower = cholesky(gram, n, picked);
  return (label, weight) => {
    const y = picked.map((_, i) => Number(label(i)));
    const share = picked.map((_, i) => weight(i));
    const error = new Float64Array(m);
    const found = minimise(
      (u, g) => {
        let loss = 0;
        g.fill(0);
        for (let i = 0; i < m; i++) {
          let z = u[m]!;
          for (let j = 0, at = i * m; j <= i; j++, at++) z += lower[at]! * u[j]!;
          const no = 1 - y[i]!;
          loss += share[i]! * (z > 0 ? Math.log1p(Math.exp(-z)) + no * z : Math.log1p(Math.exp(z)) - y[i]! * z);
          error[i] = share[i]! * (1 / (1 + Math.exp(-z)) - y[i]!);
          for (let j = 0, at = i * m; j <= i; j++, at++) g[j]! += lower[at]! * error[i]!;
          g[m]! += error[i]!;
        }
        for (let j = 0; j < m; j++) {
          loss += 0.5 * u[j]! * u[j]!;
          g[j]! += u[j]!;
        }
        return loss;
      },
      m + 1,
      60,
    );
    return { rows: backSubstituted(lower, m, found), bias: found[m]! };
  };
}

/** What a fit on `picked` rows of a matrix gives each feature, the bias last. */
export function featureWeights(
  matrix: Matrix,
  picked: readonly number[],
  fit: DualFit,
  ridge: readonly number[],
): BinaryWeights {
  const weights = new Float64Array(matrix.names.length + 1);
  picked.forEach((r, i) => {
    const { at, value } = matrix.rows[r]!;
    at.forEach((f, k) => (weights[f]! += (fit.rows[i]! * value[k]!) / ridge[f]!));
  });
  weights[matrix.names.length] = fit.bias;
  return weights;
}

/** Lower triangle L, m x m, with L L' the picked part of `gram`. Four rows at a time: each row above is fetched once for all. */
function cholesky(gram: Float64Array, n: number, picked: readonly number[]): Float64Array {
  const m = picked.length;
  const lower = new Float64Array(m * m);
  const at = (i: number, j: number): number => gram[picked[i]! * n + picked[j]!]! + (i === j ? 1e-6 : 0);
  for (let i = 0; i < m; i += 4) {
    const together = i + 4 <= m;
    if (together) {
      const [a, b, c, d] = [i * m, (i + 1) * m, (i + 2) * m, (i + 3) * m] as const;
      for (let j = 0, above = 0; j < i; j++, above += m) {
        let s0 = at(i, j);
        let s1 = at(i + 1, j);
        let s2 = at(i + 2, j);
        let s3 = at(i + 3, j);
        for (let k = 0; k < j; k++) {
          const x = lower[above + k]!;
          s0 -= lower[a + k]! * x;
          s1 -= lower[b + k]! * x;
          s2 -= lower[c + k]! * x;
          s3 -= lower[d + k]! * x;
        }
        const diagonal = lower[above + j]!;
        lower[a + j] = s0 / diagonal;
        lower[b + j] = s1 / diagonal;
        lower[c + j] = s2 / diagonal;
        lower[d + j] = s3 / diagonal;
      }
    }
    for (let row = i; row < Math.min(i + 4, m); row++)
      for (let j = together ? i : 0; j <= row; j++) {
        let sum = at(row, j);
        for (let k = 0; k < j; k++) sum -= lower[row * m + k]! * lower[j * m + k]!;
        lower[row * m + j] = row === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[j * m + j]!;
      }
  }
  return lower;
}

/** Solves L' a = u. */
function backSubstituted(lower: Float64Array, m: number, u: Float64Array): Float64Array {
  const a = u.slice(0, m);
  for (let i = m - 1; i >= 0; i--) {
    a[i]! /= lower[i * m + i]!;
    for (let j = 0; j < i; j++) a[j]! -= lower[i * m + j]! * a[i]!;
  }
  return a;
}
