import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { WordingTag } from "#lib/domain/tags.ts";
import { counts, VOICES } from "./shared.ts";

/**
 * Per naming row and voice: how often each choice was met ("wording", a count), and, where any was, each met choice's
 * share of the row's uses in this article ("choice", 0..1; methods: A/(A+B) per article). A choice of the row that was
 * not met has share 0, so every article using the row counts in every choice's mean.
 */
export function wordingMeasures(coding: Coding, rows: ReadonlyMap<string, readonly string[]>): Measure[] {
  const tags = coding.tags.filter((tag): tag is WordingTag => tag.kind === "wording");
  return [...new Set(tags.map((tag) => tag.row))].flatMap((row) => {
    const met = tags.filter((tag) => tag.row === row);
    const choices = new Set([...(rows.get(row) ?? []), ...met.map((tag) => tag.choice)]);
    return VOICES.flatMap((voice): Measure[] => {
      const uses = new Map<string, number>();
      for (const tag of met) {
        const here = tag.evidence.filter((each) => counts(each.voice, voice)).length;
        uses.set(tag.choice, (uses.get(tag.choice) ?? 0) + here);
      }
      const total = [...uses.values()].reduce((sum, each) => sum + each, 0);
      if (total === 0) return [];
      return [...choices].flatMap((choice): Measure[] => {
        const here = uses.get(choice) ?? 0;
        const target = `${row}:${choice}`;
        return [
          ...(here > 0 ? [{ measure: "wording", target, voice, value: here } as const] : []),
          { measure: "choice", target, voice, value: here / total },
        ];
      });
    });
  });
}
