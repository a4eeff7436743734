import { randomHypergeometric } from "./hypergeometric.ts";
import { meanOfOutlets, pooledVariance, type OutletSums, type Weighting } from "./outletSums.ts";
import { randomIndex, randomNormal, type Random } from "./random.ts";
import { OUTLETS_REDRAWN } from "./sideMean.ts";

export const SHUFFLE_DRAWS = 20;

export interface Shuffled {
  /** What was dealt anew: whole outlets, or single articles where a side has fewer than four outlets. */
  unit: "outlets" | "articles";
  /** Gap of the sides (a minus b) in each deal. */
  gaps: number[];
  /** Deals with a gap at least as large as the real one, either way. */
  asFar: number;
}

function dealOutlets(all: readonly OutletSums[], random: Random): OutletSums[] {
  const dealt = [...all];
  for (let at = dealt.length - 1; at > 0; at -= 1) {
    const from = randomIndex(random, at + 1);
    const [here, taken] = [dealt[at], dealt[from]];
    if (!here || !taken) continue;
    dealt[at] = taken;
    dealt[from] = here;
  }
  return dealt;
}

/**
 * Articles dealt anew into outlets of the same sizes: without replacement for shares, normal means for scores. Dealt outlet
 * by outlet, which is dealing them one by one, so that the cost is that of the outlets.
 */
function dealArticles(all: readonly OutletSums[], random: Random): OutletSums[] {
  let left = all.reduce((sum, outlet) => sum + outlet.n, 0);
  let hits = all.reduce((sum, outlet) => sum + (outlet.kind === "share" ? outlet.k : 0), 0);
  const mean = meanOfOutlets(all, "articles") ?? 0;
  const spread = all.reduce((sum, each) => sum + (each.kind === "score" ? each.n * (each.mean - mean) ** 2 : 0), 0);
  const variance = pooledVariance(all, 0) + (left > 0 ? spread / left : 0);
  return all.map((outlet): OutletSums => {
    if (outlet.kind === "score") {
      return { ...outlet, mean: mean + Math.sqrt(variance / outlet.n) * randomNormal(random) };
    }
    const k = randomHypergeometric(random, left, hits, outlet.n);
    hits -= k;
    left -= outlet.n;
    return { kind: "share", k, n: outlet.n };
  });
}

/**
 * What gaps chance alone makes: the outlets are dealt to the two sides anew (a permutation test one can watch; the
 * idea of drawing outcomes is Hullman, Resnick & Adar 2015, PLOS ONE 10:e0142444). With fewer than four outlets on a
 * side articles are dealt, which is too easy a test, since articles of one outlet resemble each other. Null when a
 * side is empty.
 */
export function shuffle(
  a: readonly OutletSums[],
  b: readonly OutletSums[],
  random: Random,
  draws: number = SHUFFLE_DRAWS,
  weighting: Weighting = "outlets",
): Shuffled | null {
  const sideA = a.filter((outlet) => outlet.n > 0);
  const sideB = b.filter((outlet) => outlet.n > 0);
  const gapOf = (dealt: readonly OutletSums[]): number =>
    (meanOfOutlets(dealt.slice(0, sideA.length), weighting) ?? 0) -
    (meanOfOutlets(dealt.slice(sideA.length), weighting) ?? 0);
  if (sideA.length === 0 || sideB.length === 0) return null;
  const all = [...sideA, ...sideB];
  const unit = Math.min(sideA.length, sideB.length) >= OUTLETS_REDRAWN ? "outlets" : "articles";
  const deal = unit === "outlets" ? dealOutlets : dealArticles;
  const gaps = Array.from({ length: draws }, () => gapOf(deal(all, random)));
  const observed = Math.abs(gapOf(all)) - 1e-12;
  return { unit, gaps, asFar: gaps.filter((gap) => Math.abs(gap) >= observed).length };
}
