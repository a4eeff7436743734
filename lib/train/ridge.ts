import type { LinearModel } from "#lib/tag/model/linear.ts";
import type { TrainRow } from "./logistic.ts";

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
 * Multinomial ridge logistic regression, solved to the optimum by L-BFGS (Nocedal 1980, Math. Comp. 35:773-782) with
 * backtracking. No randomness: same rows and options, same weights.
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

const MEMORY = 8;

function minimise(
  objective: (w: Float64Array, g: Float64Array) => number,
  length: number,
  iterations: number,
): Float64Array {
  let w = new Float64Array(length);
  let g = new Float64Array(length);
  let loss = objective(w, g);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let i = 0; i < iterations; i++) {
    const d = g.map((v) => -v);
    const alphas: number[] = [];
    for (let m = steps.length - 1; m >= 0; m--) {
      const { s, y, rho } = steps[m]!;
      const alpha = rho * dot(s, d);
      alphas[m] = alpha;
      add(d, y, -alpha);
    }
    const last = steps.at(-1);
    if (last) {
      const gamma = dot(last.s, last.y) / dot(last.y, last.y);
      for (let j = 0; j < length; j++) d[j]! *= gamma;
    }
    steps.forEach(({ s, y, rho }, m) => add(d, s, alphas[m]! - rho * dot(y, d)));
    const slope = dot(g, d);
    if (slope > -1e-9) break;
    let step = i === 0 ? Math.min(1, 1 / Math.sqrt(dot(g, g))) : 1;
    let next = w;
    let gNext = g;
    let nextLoss = loss;
    let moved = false;
    for (let tries = 0; tries < 25; tries++, step /= 2) {
      next = w.slice();
      add(next, d, step);
      gNext = new Float64Array(length);
      nextLoss = objective(next, gNext);
      if (nextLoss <= loss + 1e-4 * step * slope) {
        moved = true;
        break;
      }
    }
    if (!moved) break;
    const s = next.map((v, j) => v - w[j]!);
    const y = gNext.map((v, j) => v - g[j]!);
    const sy = dot(s, y);
    if (sy > 1e-12) {
      steps.push({ s, y, rho: 1 / sy });
      if (steps.length > MEMORY) steps.shift();
    }
    const gain = loss - nextLoss;
    w = next;
    g = gNext;
    loss = nextLoss;
    if (gain < 1e-6 * Math.abs(loss)) break;
  }
  return w;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
function add(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * from[i]!;
}
