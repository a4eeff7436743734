import type { Measure } from "#lib/domain/coding.ts";
import type { Voice } from "#lib/domain/speaker.ts";

export const VOICES = ["own", "all", "quoted"] as const;

/** Whether words of this voice count for a measure's voice; what nobody can place counts as neither own nor quoted. */
export function counts(voice: Voice, wanted: Measure["voice"]): boolean {
  if (wanted === "all") return true;
  return wanted === "own" ? voice.kind === "own" : voice.kind !== "own" && voice.kind !== "ambiguous";
}
