import type { Coding, Measure } from "#lib/domain/coding.ts";
import { blocSchema, reportStanceSchema, speakerKindSchema, type Speaker } from "#lib/domain/speaker.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";

/** Whose words, as the voices chart counts them. */
export const VOICE_TARGETS = ["own", "russia", "ukraine", "west", "other", "media", "ambiguous"] as const;

/** Words that introduce somebody ("Macron said that") count with what they introduce, as in methods 11.1. */
const counted = (segment: VoiceSegment): VoiceSegment["voice"] =>
  segment.introduces ? { kind: "indirect", speaker: segment.introduces } : segment.voice;

/** The camp a segment's words count for. A speaker whose camp nobody knows counts as ambiguous, not as "other". */
function voiceTarget(segment: VoiceSegment): (typeof VOICE_TARGETS)[number] {
  const { kind, speaker } = counted(segment);
  if (kind === "own") return "own";
  if (kind === "ambiguous" || !speaker) return "ambiguous";
  if (speaker.kind === "media") return "media";
  return speaker.bloc ?? "ambiguous";
}

function speakerOf(segment: VoiceSegment): Speaker | null {
  const { kind, speaker } = counted(segment);
  return kind === "own" || kind === "ambiguous" ? null : speaker;
}

/** A speaker's key: the codebook's id, else "name:" and the name as the article has it. Nobody unnamed has one. */
export function speakerKey(speaker: Speaker): string | null {
  if (speaker.actorId) return speaker.actorId;
  return speaker.kind === "unnamed" || !/^\p{Lu}\S* \p{Lu}/u.test(speaker.name) ? null : `name:${speaker.name}`;
}

/** Shares of an article's words by camp (adding to 1) and by kind of speaker; which camps and speakers are heard at all. */
export function voiceMeasures(coding: Coding): Measure[] {
  const words = coding.voices.reduce((sum, segment) => sum + segment.words, 0);
  if (words === 0) return [];
  const spoken = (fits: (segment: VoiceSegment) => boolean): number =>
    coding.voices.reduce((sum, segment) => sum + (fits(segment) ? segment.words : 0), 0) / words;
  const shares = VOICE_TARGETS.map((target): Measure => {
    const value = spoken((segment) => voiceTarget(segment) === target);
    return { measure: "voice_share", target, voice: "all", value };
  });
  const kinds = speakerKindSchema.options.map((target): Measure => {
    const value = spoken((segment) => speakerOf(segment)?.kind === target);
    return { measure: "kind_share", target, voice: "all", value };
  });
  const heard = shares
    .filter((share) => share.target !== "own" && share.target !== "ambiguous" && (share.value ?? 0) > 0)
    .map(({ target }): Measure => ({ measure: "heard", target, voice: "all", value: 1 }));
  const speakers = new Set(
    coding.voices.flatMap((segment) => {
      const speaker = speakerOf(segment);
      return (speaker && speakerKey(speaker)) ?? [];
    }),
  );
  const named = [...speakers].map((target): Measure => ({ measure: "speaker", target, voice: "all", value: 1 }));
  return [...shares, ...kinds, ...heard, ...named];
}

/**
 * How each camp's speech is reported: of an article's reported statements of a camp whose verb has a known stance, the
 * share under each stance ("russia:distancing", 0..1). Nothing for camps the article does not report so.
 */
export function reportMeasures(coding: Coding): Measure[] {
  return blocSchema.options.flatMap((bloc) => {
    const reported = coding.voices.filter(
      (segment) => segment.reportStance !== null && speakerOf(segment)?.bloc === bloc,
    );
    if (reported.length === 0) return [];
    return reportStanceSchema.options.map((stance): Measure => {
      const value = reported.filter((segment) => segment.reportStance === stance).length / reported.length;
      return { measure: "report", target: `${bloc}:${stance}`, voice: "own", value };
    });
  });
}
