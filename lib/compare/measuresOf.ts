import type { Codebook } from "#lib/domain/codebook.ts";
import type { Article } from "#lib/domain/article.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";
import { labelMeasures } from "./measures/labels.ts";
import { frameMeasures } from "./measures/frames.ts";
import { loadedMeasures } from "./measures/loaded.ts";
import { roleMeasures } from "./measures/roles.ts";
import { stanceMeasures } from "./measures/stance.ts";
import { termMeasures } from "./measures/terms.ts";
import { reportMeasures, voiceMeasures } from "./measures/voices.ts";
import { wordingMeasures } from "./measures/wording.ts";

/**
 * The numbers one coded article contributes to charts; each file of measures/ says what its own mean. `questions` is the
 * codebook's lists, prepared once by `questionsOf`; `article` is the text the coding was made from.
 */
export function measuresOf(coding: Coding, questions: Questions, article: Pick<Article, "title" | "text">): Measure[] {
  const untold = new Set(coding.abstentions.map((each) => each.question));
  return [
    ...frameMeasures(coding, questions.frames, untold),
    ...stanceMeasures(coding, untold),
    ...wordingMeasures(coding, questions.choices),
    ...loadedMeasures(coding),
    ...voiceMeasures(coding),
    ...reportMeasures(coding),
    ...labelMeasures(coding),
    ...roleMeasures(coding, questions.targets, untold),
    ...termMeasures(coding, article),
  ];
}

export interface Questions {
  frames: readonly string[];
  /** Entity targets, which may have roles. */
  targets: readonly string[];
  /** The choices of each naming row. */
  choices: ReadonlyMap<string, readonly string[]>;
}

export function questionsOf(codebook: Pick<Codebook, "frames" | "targets" | "wording">): Questions {
  return {
    frames: codebook.frames.map((frame) => frame.id),
    targets: codebook.targets.filter((target) => target.kind === "entity").map((target) => target.id),
    choices: new Map(codebook.wording.map((row) => [row.id, row.choices.map((each) => each.choice)])),
  };
}
