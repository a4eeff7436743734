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

/**
 * Permutation test of the difference of outlet means: side labels are shuffled over outlets, never over articles
 * (Fisher 1935; random shuffles count the observed split too, Phipson & Smyth 2010, SAGMB 9:39).
 * The first `a.length` of the shuffled outlets make side A, so unequal sides stay unequal. Null when a side is empty.
 */
export function permutation(
  a: readonly number[],
  b: readonly number[],
  random: Random,
  shuffles = 5000,
): PermutationTest | null {
  const smallest = smallestP(a.length, b.length);
  if (smallest === null) return null;
  const all = [...a, ...b];
  const total = all.reduce((sum, value) => sum + value, 0);
  const gap = (sumA: number): number => Math.abs(sumA / a.length - (total - sumA) / b.length);
  const observed = gap(a.reduce((sum, value) => sum + value, 0)) - TOLERANCE;
  if (choose(all.length, a.length) <= EXACT_LIMIT) {
    let splits = 0;
    let asFar = 0;
    const walk = (from: number, left: number, sum: number): void => {
      if (left === 0) {
        splits += 1;
        if (gap(sum) >= observed) asFar += 1;
        return;
      }
      for (let at = from; at <= all.length - left; at += 1) walk(at + 1, left - 1, sum + (all[at] ?? 0));
    };
    walk(0, a.length, 0);
    return { p: asFar / splits, exact: true, smallest };
  }
  let asFar = 1;
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    let sum = 0;
    for (let at = 0; at < a.length; at += 1) {
      const from = at + randomIndex(random, all.length - at);
      const taken = all[from] ?? 0;
      all[from] = all[at] ?? 0;
      all[at] = taken;
      sum += taken;
    }
    if (gap(sum) >= observed) asFar += 1;
  }
  return { p: asFar / (shuffles + 1), exact: false, smallest };
}
