/** Sparse rows: column indices and values of each row. */
export interface SparseRows {
  columns: Int32Array[];
  values: Float64Array[];
  width: number;
}

/** One-vs-rest weights: `weights[column * labels + label]`. */
export interface SoftRidgeFit {
  weights: Float64Array;
  bias: Float64Array;
}

export interface SoftRidgeOptions {
  /** Ridge on every weight; the bias goes free. */
  l2: number;
  iterations: number;
}

/**
 * Ridge logistic regression for many labels at once, with targets between 0 and 1 and a weight for each row and label,
 * by accelerated gradient steps (Nesterov 1983) of a length bound by power iteration. No randomness.
 * `targets` and `weights` are row-major, rows x labels.
 */
export function fitSoftRidge(
  rows: SparseRows,
  labels: number,
  targets: Float64Array,
  weights: Float64Array,
  { l2, iterations }: SoftRidgeOptions,
): SoftRidgeFit {
  const n = rows.columns.length;
  const size = rows.width * labels;
  const bias = new Float64Array(labels);
  const biasStep = new Float64Array(labels);
  for (let k = 0; k < labels; k++) {
    let yes = 0;
    let all = 0;
    for (let r = 0; r < n; r++) {
      yes += weights[r * labels + k]! * targets[r * labels + k]!;
      all += weights[r * labels + k]!;
    }
    const share = Math.min(0.99, Math.max(0.01, all > 0 ? yes / all : 0.5));
    bias[k] = Math.log(share / (1 - share));
    biasStep[k] = 4 / Math.max(all, 1e-9);
  }
  const step = 1 / (0.275 * largestEigenvalue(rows, labels, weights) + l2);
  let w = new Float64Array(size);
  let ahead = new Float64Array(size);
  const gradient = new Float64Array(size);
  const sums = new Float64Array(labels);
  let t = 1;
  for (let i = 0; i < iterations; i++) {
    for (let j = 0; j < size; j++) gradient[j] = l2 * ahead[j]!;
    const biasGradient = new Float64Array(labels);
    for (let r = 0; r < n; r++) {
      const columns = rows.columns[r]!;
      const values = rows.values[r]!;
      sums.set(bias);
      for (let c = 0; c < columns.length; c++) {
        const at = columns[c]! * labels;
        const v = values[c]!;
        for (let k = 0; k < labels; k++) sums[k]! += v * ahead[at + k]!;
      }
      for (let k = 0; k < labels; k++) {
        const cell = r * labels + k;
        sums[k] = weights[cell]! * (1 / (1 + Math.exp(-sums[k]!)) - targets[cell]!);
        biasGradient[k]! += sums[k]!;
      }
      for (let c = 0; c < columns.length; c++) {
        const at = columns[c]! * labels;
        const v = values[c]!;
        for (let k = 0; k < labels; k++) gradient[at + k]! += v * sums[k]!;
      }
    }
    const next = new Float64Array(size);
    const tNext = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    const push = (t - 1) / tNext;
    for (let j = 0; j < size; j++) {
      next[j] = ahead[j]! - step * gradient[j]!;
      ahead[j] = next[j]! + push * (next[j]! - w[j]!);
    }
    for (let k = 0; k < labels; k++) bias[k]! -= biasStep[k]! * biasGradient[k]!;
    w = next;
    t = tNext;
  }
  return { weights: w, bias };
}

/** Of the weighted Gram matrix, each row at its largest weight. */
function largestEigenvalue(rows: SparseRows, labels: number, weights: Float64Array): number {
  let v = new Float64Array(rows.width).fill(1 / Math.sqrt(Math.max(1, rows.width)));
  let norm = 0;
  for (let i = 0; i < 12; i++) {
    const next = new Float64Array(rows.width);
    for (let r = 0; r < rows.columns.length; r++) {
      const columns = rows.columns[r]!;
      const values = rows.values[r]!;
      let most = 0;
      for (let k = 0; k < labels; k++) most = Math.max(most, weights[r * labels + k]!);
      let dot = 0;
      for (let c = 0; c < columns.length; c++) dot += values[c]! * v[columns[c]!]!;
      for (let c = 0; c < columns.length; c++) next[columns[c]!]! += most * dot * values[c]!;
    }
    norm = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0));
    if (norm === 0) return 0;
    v = next.map((x) => x / norm);
  }
  return norm;
}

/** Sums of a fitted model for one row. */
export function softRidgeScores(fit: SoftRidgeFit, columns: Int32Array, values: Float64Array): number[] {
  const labels = fit.bias.length;
  const sums = Array.from(fit.bias);
  for (let c = 0; c < columns.length; c++) {
    for (let k = 0; k < labels; k++) sums[k]! += values[c]! * fit.weights[columns[c]! * labels + k]!;
  }
  return sums;
}
