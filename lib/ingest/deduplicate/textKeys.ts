import { bandKeys, signatureOf } from "./minHash.ts";
import { sharedCount, shinglesOf } from "./shingles.ts";

/** Texts with fewer shingles share them by chance. */
const LEAST_SHINGLES = 20;
/** Every shingle divisible by this is a key (Broder's modulo sketch): a piece cut out of a long text is found by them. */
const SAMPLE = 16;
/** From here on the sampled shingles tell enough: half of a text in common are eight keys. */
const LONG = 256;
/** Votes two texts need to be compared. Of 100 shared shingles fewer than two are sampled once in 80 times. */
export const LEAST_VOTES = 2;

/**
 * The keys a text is found by, 32-bit signed, without repetition: its sampled shingles, and for texts that are not long
 * the LSH bands of their MinHash signature, which are odd. Empty for a text too short to tell.
 */
export function textKeys(text: string): number[] {
  return keysOf(shinglesOf(text));
}

export function keysOf(shingles: Uint32Array): number[] {
  if (shingles.length < LEAST_SHINGLES) return [];
  const keys = new Set<number>();
  for (const shingle of shingles) if (shingle % SAMPLE === 0) keys.add(shingle | 0);
  if (shingles.length < LONG) for (const key of bandKeys(signatureOf(shingles))) keys.add(key | 1);
  return [...keys];
}

/** A shared band is enough to compare two texts; of sampled shingles it takes two. */
export const votesOf = (key: number): number => (key % 2 === 0 ? 1 : LEAST_VOTES);

/** Shares of two texts: of all their shingles (Jaccard), and of each one's own. All 0..1. */
export interface Shares {
  resemblance: number;
  own: number;
  theirs: number;
}

export function compareShingles(own: Uint32Array, theirs: Uint32Array): Shares {
  if (own.length === 0 || theirs.length === 0) return { resemblance: 0, own: 0, theirs: 0 };
  const shared = sharedCount(own, theirs);
  return {
    resemblance: shared / (own.length + theirs.length - shared),
    own: shared / own.length,
    theirs: shared / theirs.length,
  };
}
