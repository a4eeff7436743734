/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * Seeded generator: a counter advanced by an odd step and mixed by xor-shifts and multiplications (a Weyl sequence
 * under a 32-bit finaliser, after Steele, Lea & Flood 2014). For resampling only; same seed, same numbers.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return ((x ^ (x >>> 16)) >>> 0) / 4_294_967_296;
  };
}

/** A 32-bit seed from a text, so that a chart row keeps its interval from one visit to the next (FNV-1a). */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A whole number in 0..below-1. */
export function randomIndex(random: Random, below: number): number {
  return Math.min(below - 1, Math.floor(random() * below));
}

/** A standard normal number (Box & Muller 1958). */
export function randomNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Successes in n trials of chance p: by inversion, or a rounded normal where the variance passes 25. */
export function randomBinomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - randomBinomial(random, n, 1 - p);
  if (n * p * (1 - p) > 25) {
    const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * randomNormal(random));
    return Math.max(0, Math.min(n, drawn));
  }
  let chance = (1 - p) ** n;
  let left = random();
  let k = 0;
  while (left > chance && k < n) {
    left -= chance;
    k += 1;
    chance *= (((n - k + 1) / k) * p) / (1 - p);
  }
  return k;
}
