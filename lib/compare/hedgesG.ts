/** A group's number of articles, mean and variance (n - 1 below the line). */
export interface Moments {
  n: number;
  mean: number;
  variance: number;
}

/**
 * Hedges' g: difference of two means over the pooled standard deviation, with the small-sample factor
 * 1 - 3/(4 df - 1) (Hedges 1981, J. Educational Statistics 6:107-128). Null with fewer than two articles a group
 * or no spread at all.
 */
export function hedgesG(a: Moments, b: Moments): number | null {
  if (a.n < 2 || b.n < 2) return null;
  const df = a.n + b.n - 2;
  const pooled = ((a.n - 1) * a.variance + (b.n - 1) * b.variance) / df;
  if (!(pooled > 0)) return null;
  return ((a.mean - b.mean) / Math.sqrt(pooled)) * (1 - 3 / (4 * df - 1));
}
