import { articleVariance, outletMean, pooledVariance, type OutletSums } from "./outletSums.ts";

/** Assumed spread between outlets of one side, on the logit scale, where too few outlets stand to measure it. */
export const PRIOR_SD_LOGIT = 0.5;
/** The prior counts as this many degrees of freedom beside the measured spread. */
export const PRIOR_DF = 4;

/**
 * The prior as a variance on the scale of the numbers: for shares SD = .5 p (1 - p), the slope of the logistic curve;
 * for scores the steepest slope, .5 x .25, times the width of the scale (1 for 0..1, 2 for -1..1).
 */
export function priorVariance(kind: OutletSums["kind"], mean: number, width: number): number {
  const p = Math.min(0.98, Math.max(0.02, mean));
  const sd = kind === "share" ? PRIOR_SD_LOGIT * p * (1 - p) : PRIOR_SD_LOGIT * 0.25 * width;
  return sd * sd;
}

/**
 * Variance between outlets of the same side, pooled over the sides by the method of moments (DerSimonian & Laird
 * 1986, Controlled Clinical Trials 7:177-188, unweighted): the variance of outlet means less what articles explain.
 * `df` = outlets less sides; variance null where df is 0.
 */
export function betweenOutlets(sides: readonly (readonly OutletSums[])[]): { variance: number | null; df: number } {
  let squares = 0;
  let explained = 0;
  let df = 0;
  for (const side of sides) {
    const kept = side.filter((outlet) => outlet.n > 0);
    if (kept.length < 2) continue;
    const means = kept.map((outlet) => outletMean(outlet) ?? 0);
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const fallback = pooledVariance(kept, 0.25);
    squares += means.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const within = kept.reduce((sum, outlet) => sum + articleVariance(outlet, fallback), 0) / kept.length;
    explained += within * (kept.length - 1);
    df += kept.length - 1;
  }
  return { variance: df > 0 ? Math.max(0, (squares - explained) / df) : null, df };
}
