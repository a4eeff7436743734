import type { WordingTag } from "#lib/domain/tags.ts";
import { evidenceOf, type Hit } from "#lib/tag/read/hits.ts";

/** One tag per naming row and choice that occurs. Of overlapping phrases of one row the longest counts, once. */
export function tagWording(hits: readonly Hit[]): WordingTag[] {
  const kept: Hit[] = [];
  for (const hit of hits) {
    if (hit.rule.layer !== "wording") continue;
    const { row, choice } = hit.rule;
    if (choice.caseSensitive && !sameCase(hit, choice.phrases)) continue;
    const rival = kept.findIndex(
      (k) =>
        k.rule.layer === "wording" &&
        k.rule.row === row &&
        k.field === hit.field &&
        k.start < hit.end &&
        hit.start < k.end,
    );
    if (rival < 0) kept.push(hit);
    else if (hit.end - hit.start > kept[rival]!.end - kept[rival]!.start) kept[rival] = hit;
  }
  const tags = new Map<string, WordingTag>();
  for (const hit of kept) {
    if (hit.rule.layer !== "wording") continue;
    const { row, choice } = hit.rule;
    const evidence = evidenceOf(hit, row.id, row.strength);
    const key = `${row.id}:${choice.choice}`;
    const tag = tags.get(key);
    if (tag) tag.evidence.push(evidence);
    else
      tags.set(key, { kind: "wording", row: row.id, choice: choice.choice, label: choice.label, evidence: [evidence] });
  }
  return [...tags.values()];
}

/** "Polish" against "polish": the text must begin with a capital where the phrase is a name. */
function sameCase(hit: Hit, phrases: readonly string[]): boolean {
  const text = hit.field.text.slice(hit.start, hit.end);
  return phrases.some((p) => p === text) || text[0] !== text[0]!.toLowerCase();
}
