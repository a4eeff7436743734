import {
  articleVariance,
  meanOfOutlets,
  outletMean,
  outletWeight,
  pooledVariance,
  type OutletSums,
  type Weighting,
} from "./outletSums.ts";

/** From this many outlets on, the outlets themselves are redrawn; below, they are fixed. */
export const OUTLETS_REDRAWN = 4;

export interface SideMean {
  mean: number;
  /** Variance of the mean over redrawn samples. */
  variance: number;
  outlets: number;
  /** Sum of squared weights over the squared sum: 1/outlets where each outlet counts once. */
  concentration: number;
  /** False where outlets are fixed and only articles are redrawn. */
  outletsRedrawn: boolean;
}

/**
 * A side's mean and its variance under a two-stage bootstrap (Davison & Hinkley 1997, Bootstrap Methods, ch. 3.8), in
 * the closed form its draws would converge to. Four outlets and more: outlets redrawn; their means carry the noise of
 * articles already, so it enters once, and J/(J-1) mends the bootstrap's shortfall with J outlets (ratio linearised
 * where weights differ). Never below the noise of articles. Fewer outlets: articles inside fixed outlets. Null without articles.
 */
export function sideMean(
  outlets: readonly OutletSums[],
  weighting: Weighting = "outlets",
  noVariance = 0.25,
): SideMean | null {
  const kept = outlets.filter((outlet) => outlet.n > 0);
  const mean = meanOfOutlets(kept, weighting);
  if (mean === null) return null;
  const fallback = pooledVariance(kept, noVariance);
  let weights = 0;
  let squaredWeights = 0;
  let noise = 0;
  let between = 0;
  for (const outlet of kept) {
    const weight = outletWeight(outlet, weighting);
    weights += weight;
    squaredWeights += weight * weight;
    noise += weight * weight * articleVariance(outlet, fallback);
    between += (weight * ((outletMean(outlet) ?? mean) - mean)) ** 2;
  }
  const total = weights * weights;
  const outletsRedrawn = kept.length >= OUTLETS_REDRAWN;
  const variance = outletsRedrawn ? Math.max(noise, (between * kept.length) / (kept.length - 1)) : noise;
  return {
    mean,
    variance: variance / total,
    outlets: kept.length,
    concentration: squaredWeights / total,
    outletsRedrawn,
  };
}
