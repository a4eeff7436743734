import type { LoadedCategory } from "#lib/domain/tags.ts";
import { contextTest, type ContextTest } from "#lib/tag/read/context.ts";
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

/** Words of the lists that stand where their context allows; of overlapping ones of a category the longest counts. */
export function loadedHits(hits: readonly Hit[], fits: ContextTest = contextTest(hits)): LoadedHit[] {
  let found: LoadedHit[] = [];
  for (const hit of hits) {
    if (hit.rule.layer !== "loaded" || !fits(hit, hit.rule.phrase)) continue;
    const { list, group } = hit.rule;
    found = withHit(found, { hit, category: list.category, rule: group.id, weight: group.weight });
  }
  return found;
}

function withHit(found: LoadedHit[], next: LoadedHit): LoadedHit[] {
  const { hit, category } = next;
  const rivals = found.filter((f) => f.category === category && overlaps(f.hit, hit));
  if (rivals.some((r) => r.hit.end - r.hit.start >= hit.end - hit.start)) return found;
  const kept = rivals.length > 0 ? found.filter((f) => !rivals.includes(f)) : found;
  kept.push(next);
  return kept;
}

export const overlaps = (a: Hit, b: Hit): boolean => a.field === b.field && a.start < b.end && b.start < a.end;
