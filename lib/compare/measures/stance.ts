import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { StanceScore, StanceTag } from "#lib/domain/tags.ts";
import { VOICES } from "./shared.ts";

/** Where an article stands between against and for; "discussed" counts every article that speaks of the target. */
export const STANCE_LEVELS = ["against", "neutral", "for"] as const;
type Level = (typeof STANCE_LEVELS)[number];

function levelOf(label: StanceScore["label"]): Level | null {
  if (label === "unclear") return null;
  return label === "favourable" ? "for" : label === "unfavourable" ? "against" : "neutral";
}

interface Told {
  score: number | null;
  level: Level | null;
}

/** All named speakers together, each weighted by its evidence; speakers of both signs make a mixed picture. */
function quoted(tag: StanceTag): Told {
  const told = tag.speakers.map((each) => each.score).filter((score) => score.label !== "unclear" && score.n > 0);
  if (told.length === 0) return { score: null, level: null };
  const n = told.reduce((sum, score) => sum + score.n, 0);
  const levels = new Set(told.map((score) => levelOf(score.label)));
  const level = levels.has("for") === levels.has("against") ? "neutral" : levels.has("for") ? "for" : "against";
  return { score: told.reduce((sum, score) => sum + score.n * score.score, 0) / n, level };
}

function toldBy(tag: StanceTag, voice: Measure["voice"]): Told {
  if (voice === "quoted") return quoted(tag);
  const score = tag[voice];
  return { score: score.label === "unclear" ? null : score.score, level: levelOf(score.label) };
}

/**
 * -1..1 for each asked target the article discusses (null when unclear or abstained), and presence of its level:
 * "target:against", "target:neutral" (mixed counts here), "target:for", and "target:discussed" for all of them.
 */
export function stanceMeasures(coding: Coding, untold: ReadonlySet<string>): Measure[] {
  const targets = coding.asked.filter((each) => each.startsWith("stance:")).map((each) => each.slice(7));
  return targets.flatMap((target): Measure[] => {
    const tag = coding.tags.find((each) => each.kind === "stance" && each.target === target);
    const abstained = untold.has(`stance:${target}`);
    if (tag?.kind !== "stance") {
      return abstained ? VOICES.map((voice): Measure => ({ measure: "stance", target, voice, value: null })) : [];
    }
    if (!tag.discussed) return [];
    return VOICES.flatMap((voice): Measure[] => {
      const { score, level } = abstained ? { score: null, level: null } : toldBy(tag, voice);
      const levels = level === null ? ["discussed"] : ["discussed", level];
      return [
        { measure: "stance", target, voice, value: score },
        ...levels.map((name): Measure => ({ measure: "stance_level", target: `${target}:${name}`, voice, value: 1 })),
      ];
    });
  });
}
