import type { LinearModel } from "#lib/tag/model/linear.ts";
import type { TrainRow } from "./logistic.ts";
import { minimise } from "./lbfgs.ts";

export interface RidgeOptions {
  classes: readonly string[];
  /** Ridge strength: adds l2/2 x squared weights to the summed loss; the bias goes free. */
  l2: number;
  /** Rows needed with a feature. */
  minDf?: number;
  iterations?: number;
  /** Ridge multiplier of a feature by name; default 1. */
  scale?: (feature: string) => number;
}

/**
 * Multinomial ridge logistic regression, solved to the optimum. No randomness: same rows and options, same
 * weights.
 */
export function trainRidge(rows: readonly TrainRow[], options: RidgeOptions): LinearModel {
  const { classes, l2, minDf = 1, iterations = 60, scale } = options;
  const k = classes.length;
  const df = new Map<string, number>();
  for (const row of rows) for (const name of row.features.keys()) df.set(name, (df.get(name) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const [name, count] of df) if (count >= minDf) index.set(name, index.size);
  const size = index.size;
  const ridge = new Float64Array(size + 1);
  for (const [name, i] of index) ridge[i] = l2 * (scale ? scale(name) : 1);
  const coded = rows.map((row) => {
    const at: number[] = [];
    const value: number[] = [];
    for (const [name, v] of row.features) {
      const i = index.get(name);
      if (i !== undefined && v !== 0) {
        at.push(i);
        value.push(v);
      }
    }
    at.push(size);
    value.push(1);
    return { at: Int32Array.from(at), value: Float64Array.from(value), label: row.label, weight: row.weight ?? 1 };
  });
  const p = new Float64Array(k);
  const objective = (w: Float64Array, g: Float64Array): number => {
    let loss = 0;
    for (let f = 0; f <= size; f++) {
      for (let c = 0; c < k; c++) {
        const x = w[f * k + c]!;
        g[f * k + c] = ridge[f]! * x;
        loss += 0.5 * ridge[f]! * x * x;
      }
    }
    for (const { at, value, label, weight } of coded) {
      let top = -Infinity;
      for (let c = 0; c < k; c++) {
        let sum = 0;
        for (let i = 0; i < at.length; i++) sum += w[at[i]! * k + c]! * value[i]!;
        p[c] = sum;
        if (sum > top) top = sum;
      }
      let total = 0;
      for (let c = 0; c < k; c++) total += Math.exp(p[c]! - top);
      loss += weight * (top + Math.log(total) - p[label]!);
      for (let c = 0; c < k; c++) {
        const error = weight * (Math.exp(p[c]! - top) / total - (c === label ? 1 : 0));
        for (let i = 0; i < at.length; i++) g[at[i]! * k + c]! += error * value[i]!;
      }
    }
    return loss;
  };
  const w = minimise(objective, (size + 1) * k, iterations);
  const weights: Record<string, number[]> = {};
  for (const [name, i] of index) weights[name] = Array.from(w.subarray(i * k, i * k + k));
  return { classes, bias: Array.from(w.subarray(size * k, size * k + k)), weights };
}
