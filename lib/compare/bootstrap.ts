import { randomBinomial, randomIndex, randomNormal, type Random } from "./random.ts";

/** Draws a side. The interval takes a standard error from them, not a tail, so 600 leave it within about 3 %. */
export const DRAWS = 600;
/** From this many outlets on, the outlets themselves are redrawn; below, they are fixed. */
export const OUTLETS_REDRAWN = 4;

/** One outlet's articles in sums: a share k of n, or scores with mean and variance (n - 1 below the line). */
export type OutletSums =
  | { kind: "share"; k: number; n: number }
  | { kind: "score"; n: number; mean: number; variance: number };

/** The share or mean score of one outlet; null without articles. */
export function outletMean(outlet: OutletSums): number | null {
  if (!(outlet.n > 0)) return null;
  return outlet.kind === "share" ? outlet.k / outlet.n : outlet.mean;
}

/** Outlets count the same, however much each published. Null without articles. */
export function meanOfOutlets(outlets: readonly OutletSums[]): number | null {
  const means = outlets.flatMap((outlet) => outletMean(outlet) ?? []);
  return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length;
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

function redraw(outlet: OutletSums, fallback: number, random: Random): number {
  if (outlet.kind === "share") {
    // Drawn about the pulled share, then moved back: pulling must not bring the outlets nearer to each other.
    const pulled = (outlet.k + 0.5) / (outlet.n + 1);
    return randomBinomial(random, outlet.n, pulled) / outlet.n - pulled + outlet.k / outlet.n;
  }
  return outlet.mean + Math.sqrt(articleVariance(outlet, fallback)) * randomNormal(random);
}

export interface Resampled {
  mean: number;
  /** Variance of the side's mean over the draws. */
  variance: number;
  outlets: number;
  /** False where outlets are fixed and only articles were redrawn. */
  outletsRedrawn: boolean;
}

/**
 * Bootstrap of the mean of a side's outlets (Davison & Hinkley 1997, Bootstrap Methods, ch. 3.8). Four outlets and
 * more: outlets, then articles; outlet means carry the noise of articles already, so the second stage's is taken out
 * once, and the rest grows by J/(J-1). Never below the noise of articles. Fewer: articles inside fixed outlets. Null
 * without articles.
 */
export function bootstrap(
  outlets: readonly OutletSums[],
  random: Random,
  draws: number = DRAWS,
  noVariance = 0.25,
): Resampled | null {
  const kept = outlets.filter((outlet) => outlet.n > 0);
  const mean = meanOfOutlets(kept);
  if (mean === null) return null;
  const outletsRedrawn = kept.length >= OUTLETS_REDRAWN;
  const fallback = pooledVariance(kept, noVariance);
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    let total = 0;
    for (let at = 0; at < kept.length; at += 1) {
      const outlet = kept[outletsRedrawn ? randomIndex(random, kept.length) : at];
      if (outlet) total += redraw(outlet, fallback, random);
    }
    const drawn = total / kept.length - mean;
    sum += drawn;
    squares += drawn * drawn;
  }
  const raw = Math.max(0, (squares - (sum * sum) / draws) / (draws - 1));
  if (!outletsRedrawn) return { mean, variance: raw, outlets: kept.length, outletsRedrawn };
  const noise = kept.reduce((all, outlet) => all + articleVariance(outlet, fallback), 0) / kept.length ** 2;
  const variance = Math.max(noise, ((raw - noise) * kept.length) / (kept.length - 1));
  return { mean, variance, outlets: kept.length, outletsRedrawn };
}
