import { shinglesOf } from "./shingles.ts";
import { compareShingles, keysOf, LEAST_VOTES, votesOf, type Shares } from "./textKeys.ts";

export interface TextRecord {
  id: string;
  text: string;
}
export interface NearDuplicate extends Shares {
  id: string;
}

/**
 * From here on two texts are one text: half of the shorter one's five-word runs stand in the other. Reports of the
 * same event written apart share under a tenth, quotations included; background paragraphs reach three tenths.
 */
export const SAME_TEXT = 0.5;
/** A key that so many texts share tells nothing: a form letter, a ticker. */
export const MOST_IN_BUCKET = 200;

/** Whether the shorter of two texts stands in the other by half. */
export const sameText = ({ own, theirs }: Shares): boolean => Math.max(own, theirs) >= SAME_TEXT;

/**
 * An index of texts in memory that finds those of which a new one is a copy: cut, reordered, edited. One text is looked
 * up among any number in time that does not grow with them; memory is about 4 bytes a word.
 */
export class NearDuplicateIndex {
  private readonly shingles = new Map<string, Uint32Array>();
  private readonly buckets = new Map<number, string[]>();

  /** Near-duplicates of a text among those added, the likest first. Itself (the same id) is left out. */
  find({ id, text }: TextRecord): NearDuplicate[] {
    return this.among(id, shinglesOf(text));
  }

  /** Adds a text and returns what `find` would have. */
  add({ id, text }: TextRecord): NearDuplicate[] {
    const own = shinglesOf(text);
    const found = this.among(id, own);
    if (this.shingles.has(id)) return found;
    this.shingles.set(id, own);
    for (const key of keysOf(own)) {
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [id]);
      else if (bucket.length < MOST_IN_BUCKET) bucket.push(id);
    }
    return found;
  }

  private among(id: string, own: Uint32Array): NearDuplicate[] {
    const votes = new Map<string, number>();
    for (const key of keysOf(own)) {
      for (const other of this.buckets.get(key) ?? []) votes.set(other, (votes.get(other) ?? 0) + votesOf(key));
    }
    return [...votes]
      .filter(([other, n]) => other !== id && n >= LEAST_VOTES)
      .map(([other]) => ({ id: other, ...compareShingles(own, this.shingles.get(other) as Uint32Array) }))
      .filter(sameText)
      .sort((a, b) => b.resemblance - a.resemblance || (a.id < b.id ? -1 : 1));
  }
}
