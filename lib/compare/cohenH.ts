/**
 * Cohen's h = 2 asin(sqrt(pA)) - 2 asin(sqrt(pB)), the effect size of two shares
 * (Cohen 1988, Statistical Power Analysis, ch. 6; .2 small, .5 medium, .8 large). Null outside 0..1.
 */
export function cohenH(pA: number | null, pB: number | null): number | null {
  if (pA === null || pB === null) return null;
  if (!(pA >= 0 && pA <= 1 && pB >= 0 && pB <= 1)) return null;
  return 2 * Math.asin(Math.sqrt(pA)) - 2 * Math.asin(Math.sqrt(pB));
}
