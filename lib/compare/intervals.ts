import { betweenOutlets, PRIOR_DF, priorVariance } from "./betweenOutlets.ts";
import { meanOfOutlets, type OutletSums, type Weighting } from "./outletSums.ts";
import { OUTLETS_REDRAWN, sideMean } from "./sideMean.ts";
import { studentT } from "./studentT.ts";
import { wilson } from "./wilson.ts";

/** Bounds of the scale the numbers live on: [0, 1] for shares, [-1, 1] for stance. */
export type Scale = readonly [number, number];
const ALPHA = 0.05;

function within(scale: Scale, low: number, high: number): [number, number] {
  return [Math.max(scale[0], low), Math.min(scale[1], high)];
}

/**
 * 95 % interval of one side's mean. One outlet's share: Wilson over its articles. Otherwise mean plus or minus t times
 * the standard error of `sideMean`, t on outlets - 1 degrees of freedom where outlets are redrawn and on articles -
 * outlets where they are fixed (Cameron, Gelbach & Miller 2008, Rev. Econ. Stat. 90:414-427, on few clusters).
 */
export function sideInterval(
  outlets: readonly OutletSums[],
  scale: Scale = [0, 1],
  weighting: Weighting = "outlets",
): [number, number] | null {
  const kept = outlets.filter((outlet) => outlet.n > 0);
  const only = kept[0];
  if (kept.length === 1 && only?.kind === "share") return wilson(only.k, only.n);
  const side = sideMean(kept, weighting, ((scale[1] - scale[0]) / 2) ** 2);
  if (!side) return null;
  const articles = kept.reduce((sum, outlet) => sum + outlet.n, 0);
  const t = studentT(ALPHA, side.outletsRedrawn ? side.outlets - 1 : Math.max(1, articles - side.outlets));
  if (t === null) return null;
  const half = t * Math.sqrt(side.variance);
  return within(scale, side.mean - half, side.mean + half);
}

export interface Difference {
  /** a minus b. */
  value: number;
  /** 95 % for this row alone. */
  interval: [number, number];
  /** Widened so that all rows of the chart hold at 95 % together. */
  simultaneous: [number, number];
  /** Degrees of freedom behind the t. */
  df: number;
  /** True where a side has fewer than four outlets, so the spread between outlets is pooled or assumed. */
  assumedSpread: boolean;
}

/**
 * Difference of two sides' means. Each side's variance is `sideMean`'s; a side of fewer than four outlets adds the
 * spread between outlets over their number: the pooled one, moderated by a prior of four degrees of freedom (Smyth 2004,
 * Stat. Appl. Genet. Mol. Biol. 3:3).
 * t on Welch-Satterthwaite degrees of freedom (Satterthwaite 1946, Biometrics Bulletin 2:110-114); `rows` rows of one
 * chart are held together by Sidak's level 1 - .95^(1/rows) (Sidak 1967, JASA 62:626-633). Null when a side is empty.
 */
export function differenceOfSides(
  a: readonly OutletSums[],
  b: readonly OutletSums[],
  rows: number,
  scale: Scale = [0, 1],
  weighting: Weighting = "outlets",
): Difference | null {
  const width = scale[1] - scale[0];
  const sideA = sideMean(a, weighting, (width / 2) ** 2);
  const sideB = sideMean(b, weighting, (width / 2) ** 2);
  if (!sideA || !sideB) return null;
  const pooled = betweenOutlets([a, b]);
  const kind = a.find((outlet) => outlet.n > 0)?.kind ?? "share";
  const prior = priorVariance(kind, meanOfOutlets([...a, ...b], weighting) ?? 0, width);
  const spread = (PRIOR_DF * prior + pooled.df * (pooled.variance ?? 0)) / (PRIOR_DF + pooled.df);
  const parts = [sideA, sideB].map((side) =>
    side.outletsRedrawn
      ? { variance: side.variance, df: side.outlets - 1 }
      : { variance: side.variance + spread * side.concentration, df: pooled.df + PRIOR_DF },
  );
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const df = variance > 0 ? variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / part.df, 0) : 1;
  const t = studentT(ALPHA, df);
  const tAll = studentT(1 - (1 - ALPHA) ** (1 / Math.max(1, rows)), df);
  if (t === null || tAll === null) return null;
  const value = sideA.mean - sideB.mean;
  const se = Math.sqrt(variance);
  const bounds: Scale = [-width, width];
  return {
    value,
    interval: within(bounds, value - t * se, value + t * se),
    simultaneous: within(bounds, value - tAll * se, value + tAll * se),
    df,
    assumedSpread: Math.min(sideA.outlets, sideB.outlets) < OUTLETS_REDRAWN,
  };
}
