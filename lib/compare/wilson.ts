/** Two-sided 95 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * Wilson score interval of a share k of n (Wilson 1927, JASA 22:209-212), on the 0..1 scale.
 * Null when n is 0 or the counts make no share.
 */
export function wilson(k: number, n: number, z: number = Z95): [number, number] | null {
  if (!(n > 0) || k < 0 || k > n) return null;
  const p = k / n;
  const z2 = z * z;
  const centre = p + z2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At the ends the bound is exactly 0 or 1; rounding must not leave it a hair off.
  return [k === 0 ? 0 : (centre - half) / scale, k === n ? 1 : (centre + half) / scale];
}
