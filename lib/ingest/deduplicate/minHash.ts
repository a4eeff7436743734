import { mix } from "./shingles.ts";

/**
 * MinHash signatures with locality-sensitive hashing (Broder 1997, "On the resemblance and containment of documents";
 * Indyk and Motwani 1998). 128 hashes in 32 bands of 4: two texts whose shingles agree by a half become candidates
 * with 1 - (1 - .5^4)^32 = 87 %, by three tenths with 23 %, by seven tenths with all but certainty.
 */
export const HASHES = 128;
export const BANDS = 32;
const ROWS = HASHES / BANDS;

const SEEDS = Uint32Array.from({ length: HASHES }, (_, i) => mix(Math.imul(i + 1, 0x9e3779b1)) >>> 0);

/** The least hash of a set of shingles under each of 128 hash functions. */
export function signatureOf(shingles: Uint32Array): Uint32Array {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      const hash = mix(shingle ^ (SEEDS[i] as number)) >>> 0;
      if (hash < (least[i] as number)) least[i] = hash;
    }
  }
  return least;
}

/** Thirty-two keys of a signature, 32-bit signed; texts that share one are worth comparing. */
export function bandKeys(signature: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = mix(band + 1);
    for (let row = 0; row < ROWS; row++) hash = mix(Math.imul(hash, 31) ^ (signature[band * ROWS + row] as number));
    return hash;
  });
}
