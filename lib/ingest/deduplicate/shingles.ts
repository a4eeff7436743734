import { fold } from "#lib/ingest/normalize/fold.ts";

/** Words of a shingle: long enough that two reports of one event share few by chance. */
const WORDS = 5;

/** Hashes of every run of five words (fewer in a shorter text), without repetition. 32-bit unsigned. */
export function shinglesOf(text: string): Uint32Array {
  const words = fold(text)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return new Uint32Array();
  const n = Math.min(WORDS, words.length);
  const hashes = new Set<number>();
  const single = words.map(hashOf);
  for (let i = 0; i + n <= words.length; i++) {
    let hash = 0x9747b28c;
    for (let k = 0; k < n; k++) hash = mix(Math.imul(hash, 31) ^ (single[i + k] as number));
    hashes.add(hash >>> 0);
  }
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** The last mixing step of MurmurHash3 (Appleby, public domain). */
export function mix(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** How many hashes two sorted sets share. */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}
