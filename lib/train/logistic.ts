import { seededRandom, randomIndex } from "#lib/compare/random.ts";
import type { LinearModel } from "#lib/tag/model/linear.ts";

export interface TrainRow {
  features: ReadonlyMap<string, number>;
  /** Index into `classes`. */
  label: number;
  /** Default 1. */
  weight?: number;
}
export interface TrainOptions {
  classes: readonly string[];
  /** Ridge strength per pass, relative to one row. */
  l2?: number;
  epochs?: number;
  rate?: number;
  seed?: number;
  /** Features seen in fewer rows are left out. */
  minDf?: number;
}

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan & Singer 2011, JMLR 12:2121-2159) with ridge shrinkage.
 * Same rows, options and seed give the same weights. The ridge acts on features present in the row (lazy form).
 */
export function trainLogistic(rows: readonly TrainRow[], options: TrainOptions): LinearModel {
  const { classes, l2 = 1e-4, epochs = 10, rate = 0.1, seed = 1, minDf = 1 } = options;
  const k = classes.length;
  const df = new Map<string, number>();
  for (const row of rows) for (const name of row.features.keys()) df.set(name, (df.get(name) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const [name, count] of df) if (count >= minDf) index.set(name, index.size);
  const size = index.size;
  const w = new Float64Array((size + 1) * k);
  const g2 = new Float64Array((size + 1) * k).fill(1e-8);
  const coded = rows.map((row) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [name, v] of row.features) {
      const i = index.get(name);
      if (i === undefined) continue;
      at.push(i);
      value.push(v);
    }
    at.push(size);
    value.push(1);
    return { at, value, label: row.label, weight: row.weight ?? 1 };
  });
  const random = seededRandom(seed);
  const order = coded.map((_, i) => i);
  const p = new Float64Array(k);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = randomIndex(random, i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const r of order) {
      const { at, value, label, weight } = coded[r]!;
      let top = -Infinity;
      for (let c = 0; c < k; c++) {
        let sum = 0;
        for (let f = 0; f < at.length; f++) sum += w[at[f]! * k + c]! * value[f]!;
        p[c] = sum;
        if (sum > top) top = sum;
      }
      let total = 0;
      for (let c = 0; c < k; c++) total += p[c] = Math.exp(p[c]! - top);
      for (let c = 0; c < k; c++) {
        const error = weight * (p[c]! / total - (c === label ? 1 : 0));
        for (let f = 0; f < at.length; f++) {
          const cell = at[f]! * k + c;
          const gradient = error * value[f]! + (at[f] === size ? 0 : l2 * w[cell]!);
          g2[cell]! += gradient * gradient;
          w[cell]! -= (rate * gradient) / Math.sqrt(g2[cell]!);
        }
      }
    }
  }
  const weights: Record<string, number[]> = {};
  for (const [name, i] of index) weights[name] = Array.from(w.subarray(i * k, i * k + k));
  return { classes, bias: Array.from(w.subarray(size * k, size * k + k)), weights };
}
