import type { Coding, Measure } from "#lib/domain/coding.ts";

/** Presence of a label the outlet itself keeps in quotation marks, at a distance ("distancing_label"); sparse. */
export function labelMeasures(coding: Coding): Measure[] {
  const kept = coding.tags.some(
    (tag) =>
      tag.kind === "label_quote" && tag.use === "distancing" && tag.evidence.some((each) => each.voice.kind === "own"),
  );
  return kept ? [{ measure: "device", target: "distancing_label", voice: "own", value: 1 }] : [];
}
