/** One outlet's articles in sums: a share k of n, or scores with mean and variance (n - 1 below the line). */
export type OutletSums =
  | { kind: "share"; k: number; n: number }
  | { kind: "score"; n: number; mean: number; variance: number };

/** "outlets": each outlet counts once. "articles": each article counts once, so large outlets count for more (pooled). */
export type Weighting = "outlets" | "articles";

/** The share or mean score of one outlet; null without articles. */
export function outletMean(outlet: OutletSums): number | null {
  if (!(outlet.n > 0)) return null;
  return outlet.kind === "share" ? outlet.k / outlet.n : outlet.mean;
}

/** What an outlet counts for in its side's mean. */
export function outletWeight(outlet: OutletSums, weighting: Weighting): number {
  return weighting === "articles" ? outlet.n : 1;
}

/** The mean of a side's outlets under a weighting. Null without articles. */
export function meanOfOutlets(outlets: readonly OutletSums[], weighting: Weighting = "outlets"): number | null {
  let sum = 0;
  let weights = 0;
  for (const outlet of outlets) {
    const mean = outletMean(outlet);
    if (mean === null) continue;
    const weight = outletWeight(outlet, weighting);
    sum += weight * mean;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

/**
 * Sampling variance of one outlet's mean. Shares are pulled half an article towards one half (Jeffreys), so that
 * 0 of 20 still varies; an outlet with one scored article borrows `fallback`, the side's variance of articles.
 */
export function articleVariance(outlet: OutletSums, fallback: number): number {
  if (outlet.kind === "share") {
    const p = (outlet.k + 0.5) / (outlet.n + 1);
    return (p * (1 - p)) / outlet.n;
  }
  return (outlet.n > 1 ? outlet.variance : fallback) / outlet.n;
}

/** Variance of scored articles pooled over the outlets of a side; `none` where no outlet has two. */
export function pooledVariance(outlets: readonly OutletSums[], none: number): number {
  let squares = 0;
  let df = 0;
  for (const outlet of outlets) {
    if (outlet.kind === "share" || outlet.n < 2) continue;
    squares += (outlet.n - 1) * outlet.variance;
    df += outlet.n - 1;
  }
  return df > 0 ? squares / df : none;
}
