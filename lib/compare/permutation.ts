import { randomIndex, type Random } from "./random.ts";

/** Up to this many ways to split the outlets, every one is looked at. */
export const EXACT_LIMIT = 20_000;
const TOLERANCE = 1e-12;

export interface PermutationTest {
  /** Two-sided. */
  p: number;
  exact: boolean;
  /** The least p these numbers of outlets could give, however large the difference. */
  smallest: number;
}

/** Ways to choose k of n. */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let at = 1; at <= Math.min(k, n - k); at += 1) ways = (ways * (n - Math.min(k, n - k) + at)) / at;
  return Math.round(ways);
}

/** Least two-sided p for a v b outlets: one split in C(a+b, a), or two where the sides are equal and mirror. */
export function smallestP(a: number, b: number): number | null {
  if (a < 1 || b < 1) return null;
  return Math.min(1, (a === b ? 2 : 1) / choose(a + b, a));
}

/** An outlet's mean and what it counts for in its side's mean. */
export interface Weighed {
  value: number;
  weight: number;
}

/** Absolute gap between the weighted means of the outlets in side A (`sum`, `weight`) and of all others. */
function gapOf(sum: number, weight: number, total: number, totalWeight: number): number {
  return Math.abs(sum / weight - (total - sum) / (totalWeight - weight));
}

/**
 * Permutation test of the difference of two sides' means: side labels are shuffled over outlets, never over articles
 * (Fisher 1935; random shuffles count the observed split too, Phipson & Smyth 2010, SAGMB 9:39).
 * The first `a.length` of the shuffled outlets make side A, so unequal sides stay unequal. Null when a side is empty.
 */
export function permutation(
  a: readonly Weighed[],
  b: readonly Weighed[],
  random: Random,
  shuffles = 5000,
): PermutationTest | null {
  const smallest = smallestP(a.length, b.length);
  if (smallest === null) return null;
  const all = [...a, ...b];
  const total = all.reduce((sum, each) => sum + each.value * each.weight, 0);
  const totalWeight = all.reduce((sum, each) => sum + each.weight, 0);
  const gap = (sum: number, weight: number): number => gapOf(sum, weight, total, totalWeight);
  const observed =
    gap(
      a.reduce((sum, each) => sum + each.value * each.weight, 0),
      a.reduce((sum, each) => sum + each.weight, 0),
    ) - TOLERANCE;
  if (choose(all.length, a.length) <= EXACT_LIMIT) {
    let splits = 0;
    let asFar = 0;
    const walk = (from: number, left: number, sum: number, weight: number): void => {
      if (left === 0) {
        splits += 1;
        if (gap(sum, weight) >= observed) asFar += 1;
        return;
      }
      for (let at = from; at <= all.length - left; at += 1) {
        const each = all[at];
        if (each) walk(at + 1, left - 1, sum + each.value * each.weight, weight + each.weight);
      }
    };
    walk(0, a.length, 0, 0);
    return { p: asFar / splits, exact: true, smallest };
  }
  let asFar = 1;
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    let sum = 0;
    let weight = 0;
    for (let at = 0; at < a.length; at += 1) {
      const from = at + randomIndex(random, all.length - at);
      const [here, taken] = [all[at], all[from]];
      if (!here || !taken) continue;
      all[from] = here;
      all[at] = taken;
      sum += taken.value * taken.weight;
      weight += taken.weight;
    }
    if (gap(sum, weight) >= observed) asFar += 1;
  }
  return { p: asFar / (shuffles + 1), exact: false, smallest };
}
