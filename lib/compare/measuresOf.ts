import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { StanceScore, VoiceSegment } from "#lib/domain/tags.ts";

const ROLES = ["protagonist", "antagonist", "innocent"] as const;
const VOICES = ["own", "all"] as const;
/** Whose words, as /charts/voices counts them. */
export const VOICE_TARGETS = ["own", "russia", "ukraine", "west", "other", "media", "ambiguous"] as const;

/** The camp a segment's words count for. A speaker whose camp nobody knows counts as ambiguous, not as "other". */
function voiceTarget(segment: VoiceSegment): (typeof VOICE_TARGETS)[number] {
  const { kind, speaker } = segment.voice;
  if (kind === "own") return "own";
  if (kind === "ambiguous" || !speaker) return "ambiguous";
  if (speaker.kind === "media") return "media";
  return speaker.bloc ?? "ambiguous";
}

function frameMeasures(coding: Coding, frames: readonly string[], untold: ReadonlySet<string>): Measure[] {
  const asked = new Set(coding.asked);
  return frames
    .filter((frame) => asked.has(`frame:${frame}`))
    .flatMap((frame) => {
      const tag = coding.tags.find((each) => each.kind === "frame" && each.frame === frame);
      const present = tag?.kind === "frame" ? { own: tag.presentOwn, all: tag.present } : { own: false, all: false };
      const abstained = untold.has(`frame:${frame}`);
      return VOICES.map((voice): Measure => {
        const value = abstained ? null : present[voice] ? 1 : 0;
        return { measure: "frame", target: frame, voice, value };
      });
    });
}

function told(score: StanceScore): number | null {
  return score.label === "unclear" ? null : score.score;
}

function stanceMeasures(coding: Coding, untold: ReadonlySet<string>): Measure[] {
  const targets = coding.asked.filter((each) => each.startsWith("stance:")).map((each) => each.slice(7));
  return targets.flatMap((target): Measure[] => {
    const tag = coding.tags.find((each) => each.kind === "stance" && each.target === target);
    const abstained = untold.has(`stance:${target}`);
    if (tag?.kind !== "stance") {
      return abstained ? VOICES.map((voice): Measure => ({ measure: "stance", target, voice, value: null })) : [];
    }
    if (!tag.discussed) return [];
    return VOICES.map((voice): Measure => ({
      measure: "stance",
      target,
      voice,
      value: abstained ? null : told(tag[voice]),
    }));
  });
}

function wordingMeasures(coding: Coding): Measure[] {
  const counts = new Map<string, { own: number; all: number }>();
  for (const tag of coding.tags) {
    if (tag.kind !== "wording") continue;
    const key = `${tag.row}:${tag.choice}`;
    const count = counts.get(key) ?? { own: 0, all: 0 };
    count.all += tag.evidence.length;
    count.own += tag.evidence.filter((each) => each.voice.kind === "own").length;
    counts.set(key, count);
  }
  return [...counts].flatMap(([target, count]) =>
    VOICES.map((voice): Measure => ({ measure: "wording", target, voice, value: count[voice] })),
  );
}

function voiceMeasures(coding: Coding): Measure[] {
  const words = coding.voices.reduce((sum, segment) => sum + segment.words, 0);
  if (words === 0) return [];
  return VOICE_TARGETS.map((target): Measure => {
    const spoken = coding.voices.filter((segment) => voiceTarget(segment) === target);
    const value = spoken.reduce((sum, segment) => sum + segment.words, 0) / words;
    return { measure: "voice_share", target, voice: "all", value };
  });
}

function roleMeasures(coding: Coding, entityTargets: readonly string[], untold: ReadonlySet<string>): Measure[] {
  const asked = new Set(coding.asked);
  return entityTargets
    .filter((target) => asked.has(`role:${target}`) || asked.has(`stance:${target}`))
    .flatMap((target) =>
      ROLES.flatMap((role) => {
        const tag = coding.tags.find((each) => each.kind === "role" && each.target === target && each.role === role);
        const abstained = untold.has(`role:${target}`);
        const met = {
          all: tag !== undefined,
          own: tag?.kind === "role" && tag.evidence.some((each) => each.voice.kind === "own"),
        };
        return VOICES.map((voice): Measure => {
          const value = abstained ? null : met[voice] ? 1 : 0;
          return { measure: "role", target: `${target}:${role}`, voice, value };
        });
      }),
    );
}

/**
 * The numbers one coded article contributes to charts. Frames: 0|1 for each of `frames` that was asked. Stance: -1..1 for
 * each asked target the article discusses, null when unclear or abstained. Wording: counts of the choices met.
 * Voice shares: shares of words, voice "all", adding to 1. Roles: 0|1 for each of `entityTargets` asked about.
 */
export function measuresOf(coding: Coding, entityTargets: string[], frames: string[]): Measure[] {
  const untold = new Set(coding.abstentions.map((each) => each.question));
  return [
    ...frameMeasures(coding, frames, untold),
    ...stanceMeasures(coding, untold),
    ...wordingMeasures(coding),
    ...voiceMeasures(coding),
    ...roleMeasures(coding, entityTargets, untold),
  ];
}
