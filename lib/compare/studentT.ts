import { logGamma } from "./logGamma.ts";

/**
 * Two-sided tail chance P(|T| > t) of Student's t. The density is integrated by Simpson's rule after t = sqrt(df) tan u,
 * which makes it c cos(u)^(df - 1) on a bounded range.
 */
function tail(t: number, df: number): number {
  const constant = Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(Math.PI);
  const from = Math.atan(t / Math.sqrt(df));
  const steps = 400;
  const width = (Math.PI / 2 - from) / steps;
  let sum = 0;
  for (let at = 0; at <= steps; at += 1) {
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2;
    sum += weight * Math.max(0, Math.cos(from + at * width)) ** (df - 1);
  }
  return (2 * constant * sum * width) / 3;
}

/** Density of Student's t at t. */
function density(t: number, df: number): number {
  const constant = Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(df * Math.PI);
  return constant * (1 + (t * t) / df) ** (-(df + 1) / 2);
}

const known = new Map<string, number>();

/**
 * The t with P(|T| > t) = alpha on df degrees of freedom ("Student" 1908, Biometrika 6:1-25). The tail is convex in
 * t > 0, so Newton's steps from 0 climb to the answer. df is held to 1..400, beyond which t and normal agree to two
 * decimals. Null when alpha is not in (0, 1) or df < 1.
 */
export function studentT(alpha: number, df: number): number | null {
  if (!(alpha > 0 && alpha < 1) || !(df >= 1)) return null;
  // A tenth of a degree of freedom is finer than any use here and keeps the table of answers small.
  const held = Math.round(Math.min(df, 400) * 10) / 10;
  const key = `${alpha}:${held}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  let t = 0;
  for (let step = 0; step < 60; step += 1) {
    const forward = (tail(t, held) - alpha) / (2 * density(t, held));
    t += forward;
    if (Math.abs(forward) < 1e-9 * (1 + t)) break;
  }
  known.set(key, t);
  return t;
}
