import type { LoadedCategory } from "#lib/domain/tags.ts";
import type { Hit } from "#lib/tag/read/hits.ts";

/** A word of a loaded list in its context. */
export interface LoadedHit {
  hit: Hit;
  category: LoadedCategory;
  /** The codebook's group that holds the phrase. */
  rule: string;
  /** 1 weak, 2 clear, 3 strong. */
  weight: number;
}

/** Words of the lists; of overlapping ones of a category the longest counts. */
export function loadedHits(hits: readonly Hit[]): LoadedHit[] {
  const found: LoadedHit[] = [];
  for (const hit of hits) {
    if (hit.rule.layer !== "loaded" || isName(hit)) continue;
    const { list, group } = hit.rule;
    put(found, { hit, category: list.category, rule: group.id, weight: group.weight });
  }
  return found;
}

/** "Jan Brag", "Rude Haven": part of a name is not the word it looks like. In headlines any word may be capitalised. */
function isName({ field, sentence, from, to }: Hit): boolean {
  const { capital } = field.words;
  if (to - from > 1 || from === sentence.fromWord || capital[from] !== true || field.pos[from] !== "PROPN")
    return false;
  const joined = (word: number): boolean => capital[word] === true && field.pos[word] === "PROPN";
  if (!joined(from - 1) && !(from + 1 < sentence.toWord && joined(from + 1))) return false;
  let capitals = 0;
  for (let word = sentence.fromWord; word < sentence.toWord; word++) if (capital[word] === true) capitals++;
  return 2 * capitals < sentence.toWord - sentence.fromWord;
}

/** Adds a hit unless an overlapping one of its category is as long; shorter ones make room for it. */
function put(found: LoadedHit[], next: LoadedHit): void {
  const { hit, category } = next;
  const length = hit.end - hit.start;
  let shorter = 0;
  for (const rival of found) {
    if (rival.category !== category || !overlaps(rival.hit, hit)) continue;
    if (rival.hit.end - rival.hit.start >= length) return;
    shorter++;
  }
  if (shorter > 0) {
    let kept = 0;
    for (const each of found) if (each.category !== category || !overlaps(each.hit, hit)) found[kept++] = each;
    found.length = kept;
  }
  found.push(next);
}

export const overlaps = (a: Hit, b: Hit): boolean => a.field === b.field && a.start < b.end && b.start < a.end;
