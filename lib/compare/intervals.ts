import { betweenOutlets, PRIOR_DF, priorVariance } from "./betweenOutlets.ts";
import { bootstrap, DRAWS, meanOfOutlets, OUTLETS_REDRAWN, type OutletSums, type Resampled } from "./bootstrap.ts";
import type { Random } from "./random.ts";
import { studentT } from "./studentT.ts";
import { wilson } from "./wilson.ts";

/** Bounds of the scale the numbers live on: [0, 1] for shares, [-1, 1] for stance. */
export type Scale = readonly [number, number];
const ALPHA = 0.05;

function within(scale: Scale, low: number, high: number): [number, number] {
  return [Math.max(scale[0], low), Math.min(scale[1], high)];
}

/**
 * 95 % interval of one side's mean of outlets. One outlet's share: Wilson over its articles. Otherwise mean plus or
 * minus t times the bootstrap's standard error, t on outlets - 1 degrees of freedom where outlets were redrawn and on
 * articles - outlets where they are fixed (Cameron, Gelbach & Miller 2008, Rev. Econ. Stat. 90:414-427, on few clusters).
 */
export function sideInterval(
  outlets: readonly OutletSums[],
  random: Random,
  scale: Scale = [0, 1],
): [number, number] | null {
  const kept = outlets.filter((outlet) => outlet.n > 0);
  const only = kept[0];
  if (kept.length === 1 && only?.kind === "share") return wilson(only.k, only.n);
  const drawn = bootstrap(kept, random, DRAWS, ((scale[1] - scale[0]) / 2) ** 2);
  if (!drawn) return null;
  const articles = kept.reduce((sum, outlet) => sum + outlet.n, 0);
  const t = studentT(ALPHA, drawn.outletsRedrawn ? drawn.outlets - 1 : Math.max(1, articles - drawn.outlets));
  if (t === null) return null;
  const half = t * Math.sqrt(drawn.variance);
  return within(scale, drawn.mean - half, drawn.mean + half);
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
 * Difference of two sides' means of outlets. Each side's variance is the bootstrap's; a side of fewer than four
 * outlets adds the spread between outlets over their number, the larger of the pooled and the prior one.
 * t on Welch-Satterthwaite degrees of freedom (Satterthwaite 1946, Biometrics Bulletin 2:110-114); `rows` rows of one
 * chart are held together by Sidak's level 1 - .95^(1/rows) (Sidak 1967, JASA 62:626-633). Null when a side is empty.
 */
export function differenceOfSides(
  a: readonly OutletSums[],
  b: readonly OutletSums[],
  rows: number,
  random: Random,
  scale: Scale = [0, 1],
): Difference | null {
  const width = scale[1] - scale[0];
  const drawnA = bootstrap(a, random, DRAWS, (width / 2) ** 2);
  const drawnB = bootstrap(b, random, DRAWS, (width / 2) ** 2);
  if (!drawnA || !drawnB) return null;
  const pooled = betweenOutlets([a, b]);
  const kind = a.find((outlet) => outlet.n > 0)?.kind ?? "share";
  const prior = priorVariance(kind, meanOfOutlets([...a, ...b]) ?? 0, width);
  const spread = Math.max(prior, pooled.variance ?? 0);
  const parts = [drawnA, drawnB].map((side: Resampled) =>
    side.outletsRedrawn
      ? { variance: side.variance, df: side.outlets - 1 }
      : { variance: side.variance + spread / side.outlets, df: pooled.df + PRIOR_DF },
  );
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const df = variance > 0 ? variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / part.df, 0) : 1;
  const t = studentT(ALPHA, df);
  const tAll = studentT(1 - (1 - ALPHA) ** (1 / Math.max(1, rows)), df);
  if (t === null || tAll === null) return null;
  const value = drawnA.mean - drawnB.mean;
  const se = Math.sqrt(variance);
  const bounds: Scale = [-width, width];
  return {
    value,
    interval: within(bounds, value - t * se, value + t * se),
    simultaneous: within(bounds, value - tAll * se, value + tAll * se),
    df,
    assumedSpread: Math.min(drawnA.outlets, drawnB.outlets) < OUTLETS_REDRAWN,
  };
}
