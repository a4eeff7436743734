/**
 * Adjusted p-values ("q") over one family of tests: q of the i-th smallest of m is the least p_j m / j over j >= i
 * (Benjamini & Hochberg 1995, J. Royal Statistical Society B 57:289-300). Order kept; null stays null and is not counted.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const ranked = p
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((left, right) => left.value - right.value);
  const q: (number | null)[] = p.map(() => null);
  let least = 1;
  for (let rank = ranked.length; rank >= 1; rank -= 1) {
    const entry = ranked[rank - 1];
    if (!entry) continue;
    least = Math.min(least, (entry.value * ranked.length) / rank);
    q[entry.index] = least;
  }
  return q;
}
