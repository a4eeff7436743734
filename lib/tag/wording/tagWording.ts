import type { LabelQuoteTag, WordingTag } from "#lib/domain/tags.ts";
import { evidenceOf, type Hit } from "#lib/tag/read/hits.ts";
import { apartInQuotes } from "./quotedTerms.ts";

type WordingHit = Hit & { rule: Extract<Hit["rule"], { layer: "wording" }> };
const isWording = (hit: Hit): hit is WordingHit => hit.rule.layer === "wording";

/**
 * One tag per naming row and choice that occurs. Of overlapping phrases of one row the longest counts, once; rows do
 * not hide each other, so "Kiev regime" counts for the state's name and its first word for the capital's.
 */
export function tagWording(hits: readonly Hit[], labels: readonly LabelQuoteTag[] = []): WordingTag[] {
  const apart = apartInQuotes(labels);
  const kept = new Map<string, WordingHit[]>();
  for (const hit of hits) if (isWording(hit)) keep(kept, hit);
  const tags = new Map<string, WordingTag>();
  for (const hit of [...kept.values()].flat()) {
    const { row, choice } = hit.rule;
    const evidence = apart(evidenceOf(hit, row.id, row.strength));
    const key = `${row.id}:${choice.choice}`;
    const tag = tags.get(key);
    if (tag) tag.evidence.push(evidence);
    else
      tags.set(key, { kind: "wording", row: row.id, choice: choice.choice, label: choice.label, evidence: [evidence] });
  }
  return [...tags.values()];
}

/** Words further back than any phrase is long: what ended there overlaps nothing. */
const REACH = 64;

function keep(kept: Map<string, WordingHit[]>, hit: WordingHit): void {
  const row = kept.get(hit.rule.row.id) ?? [];
  let from = row.length;
  while (from > 0 && row[from - 1]!.sentence === hit.sentence && row[from - 1]!.to + REACH > hit.from) from--;
  const recent = row.splice(from);
  const rivals = recent.filter((k) => k.start < hit.end && hit.start < k.end);
  if (rivals.some((r) => r.end - r.start >= hit.end - hit.start)) row.push(...recent);
  else row.push(...recent.filter((k) => !rivals.includes(k)), hit);
  kept.set(hit.rule.row.id, row);
}
