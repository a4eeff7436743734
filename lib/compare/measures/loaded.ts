import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { LoadedTag } from "#lib/domain/tags.ts";
import { counts, VOICES } from "./shared.ts";

/**
 * Loaded and distancing words by category and voice: uses per word of that voice ("loaded", 0..1, so .012 is 1.2 in a
 * hundred words; for every article with such words that was asked), and which categories the outlet's own words hold at
 * all ("device", 1, sparse).
 */
export function loadedMeasures(coding: Coding): Measure[] {
  const asked = new Set(coding.asked.flatMap((each) => (each.startsWith("loaded:") ? [each.slice(7)] : [])));
  const tags = coding.tags.filter((tag): tag is LoadedTag => tag.kind === "loaded");
  return [...asked].flatMap((target) => {
    const evidence = tags.filter((tag) => tag.category === target).flatMap((tag) => tag.evidence);
    return VOICES.flatMap((voice): Measure[] => {
      const uses = evidence.filter((each) => counts(each.voice, voice)).length;
      const words = coding.voices.reduce((sum, each) => sum + (counts(each.voice, voice) ? each.words : 0), 0);
      if (words === 0) return [];
      const rate: Measure = { measure: "loaded", target, voice, value: Math.min(1, uses / words) };
      return voice === "own" && uses > 0 ? [rate, { measure: "device", target, voice, value: 1 }] : [rate];
    });
  });
}
