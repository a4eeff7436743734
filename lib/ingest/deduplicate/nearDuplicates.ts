import { bandKeys, signatureOf } from "./minHash.ts";
import { sharedCount, shinglesOf } from "./shingles.ts";

export interface TextRecord {
  id: string;
  text: string;
}
/**
 * `resemblance`: shared shingles of all (Jaccard); `containment`: of the shorter text; `own`: of the text asked about.
 * All 0..1.
 */
export interface NearDuplicate {
  id: string;
  resemblance: number;
  containment: number;
  own: number;
}

/**
 * From here on two texts are one text: half of the shorter one's five-word runs stand in the other. Reports of the
 * same event written apart share under a tenth, quotations included; background paragraphs reach three tenths.
 */
export const SAME_TEXT = 0.5;
/** Texts with fewer shingles share them by chance. */
const LEAST_SHINGLES = 20;
/** A key that so many texts share tells nothing: a form letter, a ticker. */
const MOST_IN_BUCKET = 200;

/**
 * An index of texts that finds those of which a new one is a copy: cut, reordered, edited. One text is looked up among
 * any number in time that does not grow with them; memory is about 4 bytes a word.
 */
export class NearDuplicateIndex {
  private readonly shingles = new Map<string, Uint32Array>();
  private readonly buckets = new Map<string, string[]>();

  /** Near-duplicates of a text among those added, the likest first. Itself (the same id) is left out. */
  find({ id, text }: TextRecord): NearDuplicate[] {
    return this.among(id, shinglesOf(text));
  }

  /** Adds a text and returns what `find` would have. */
  add({ id, text }: TextRecord): NearDuplicate[] {
    const own = shinglesOf(text);
    const found = this.among(id, own);
    if (own.length < LEAST_SHINGLES || this.shingles.has(id)) return found;
    this.shingles.set(id, own);
    for (const key of keysOf(own)) {
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [id]);
      else if (bucket.length < MOST_IN_BUCKET) bucket.push(id);
    }
    return found;
  }

  private among(id: string, own: Uint32Array): NearDuplicate[] {
    if (own.length < LEAST_SHINGLES) return [];
    const votes = new Map<string, number>();
    for (const key of keysOf(own)) {
      const vote = key.startsWith("s") ? 1 : LEAST_SAMPLED;
      for (const other of this.buckets.get(key) ?? []) votes.set(other, (votes.get(other) ?? 0) + vote);
    }
    const candidates = [...votes].filter(([other, n]) => other !== id && n >= LEAST_SAMPLED).map(([other]) => other);
    const found: NearDuplicate[] = [];
    for (const other of candidates) {
      const theirs = this.shingles.get(other) as Uint32Array;
      const shared = sharedCount(own, theirs);
      const containment = shared / Math.min(own.length, theirs.length);
      if (containment < SAME_TEXT) continue;
      found.push({
        id: other,
        containment,
        own: shared / own.length,
        resemblance: shared / (own.length + theirs.length - shared),
      });
    }
    return found.sort((a, b) => b.resemblance - a.resemblance || (a.id < b.id ? -1 : 1));
  }
}

/**
 * LSH bands find texts that resemble each other; a piece cut out of a long text resembles it little, so every shingle
 * divisible by sixteen is a key too (Broder's modulo sketch), of which two texts must share two.
 */
const keysOf = (shingles: Uint32Array): string[] => [
  ...bandKeys(signatureOf(shingles)),
  ...[...shingles].filter((shingle) => shingle % SAMPLE === 0).map((shingle) => `s${shingle.toString(36)}`),
];

/** Of 100 shared shingles fewer than two are sampled once in 80 times. */
const SAMPLE = 16;
const LEAST_SAMPLED = 2;
