import type { Removal } from "#lib/domain/article.ts";

/** Replaces [start, end) of the present text by `by`; with a reason it is listed among what was removed. */
export interface Edit {
  start: number;
  end: number;
  by: string;
  reason?: string;
}

/** A text on its way from raw to clean, which remembers where every code unit stood in the raw text. */
export class Draft {
  readonly raw: string;
  text: string;
  readonly removed: Removal[] = [];
  /** origin[i] = raw offset of text[i]; one entry more for the end. */
  private origin: Int32Array;

  constructor(raw: string) {
    this.raw = raw;
    this.text = raw;
    this.origin = new Int32Array(raw.length + 1);
    for (let i = 0; i <= raw.length; i++) this.origin[i] = i;
  }

  /** Applies edits given in ascending order that do not overlap. */
  apply(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const parts: string[] = [];
    const grown = edits.reduce((sum, e) => sum + e.by.length - (e.end - e.start), 0);
    const origin = new Int32Array(this.origin.length + grown);
    let at = 0;
    let read = 0;
    const keep = (end: number): void => {
      parts.push(this.text.slice(read, end));
      origin.set(this.origin.subarray(read, end), at);
      at += end - read;
      read = end;
    };
    for (const { start, end, by, reason } of edits) {
      keep(start);
      const rawStart = this.origin[start] as number;
      if (reason !== undefined) {
        this.removed.push({ exact: this.raw.slice(rawStart, this.origin[end]), reason, rawStart });
      }
      parts.push(by);
      origin.fill(rawStart, at, at + by.length);
      at += by.length;
      read = end;
    }
    keep(this.text.length);
    origin[at] = this.origin[this.text.length] as number;
    this.text = parts.join("");
    this.origin = origin;
  }

  /** Takes [start, end) out and says why. */
  remove(start: number, end: number, reason: string): void {
    if (end > start) this.apply([{ start, end, by: "", reason }]);
  }

  /** [cleaned, raw] pairs, ascending; between two pairs both advance by one code unit. */
  offsetMap(): [number, number][] {
    const pairs: [number, number][] = [];
    for (let i = 0; i < this.origin.length; i++) {
      const raw = this.origin[i] as number;
      if (i === 0 || raw !== (this.origin[i - 1] as number) + 1) pairs.push([i, raw]);
    }
    return pairs;
  }
}

/** The raw offset of a cleaned offset, by the pairs of Article.offsetMap. */
export function rawOffset(map: readonly (readonly [number, number])[], cleaned: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle] as [number, number])[0] <= cleaned) low = middle;
    else high = middle - 1;
  }
  const [from, raw] = map[low] ?? [0, 0];
  return raw + cleaned - from;
}
