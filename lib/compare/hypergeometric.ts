import { logGamma } from "./logGamma.ts";
import type { Random } from "./random.ts";

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * Hits among `drawn` of `all` articles taken without replacement, of which `hits` are hits: one number of the hypergeometric
 * distribution, by inversion from its mode outwards (Kachitvichyanukul & Schmeiser 1985, J. Stat. Comput. Simul.
 * 22:127-145, describe inversion). Steps grow with the spread, the root of the articles, not with the articles.
 */
export function randomHypergeometric(random: Random, all: number, hits: number, drawn: number): number {
  const misses = all - hits;
  const [least, most] = [Math.max(0, drawn - misses), Math.min(drawn, hits)];
  if (most <= least) return Math.max(0, most);
  const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (hits + 1)) / (all + 2))));
  const atMode = Math.exp(logChoose(hits, mode) + logChoose(misses, drawn - mode) - logChoose(all, drawn));
  let left = random() - atMode;
  let [up, down] = [mode, mode];
  let [above, below] = [atMode, atMode];
  while (left > 0 && (up < most || down > least)) {
    if (up < most) {
      above *= ((hits - up) * (drawn - up)) / ((up + 1) * (misses - drawn + up + 1));
      up += 1;
      left -= above;
      if (left <= 0) return up;
    }
    if (down > least) {
      below *= (down * (misses - drawn + down)) / ((hits - down + 1) * (drawn - down + 1));
      down -= 1;
      left -= below;
      if (left <= 0) return down;
    }
  }
  return mode;
}
