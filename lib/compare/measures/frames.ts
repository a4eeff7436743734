import type { Coding, Measure } from "#lib/domain/coding.ts";

/** 0|1 for each of `frames` that was asked, in the outlet's own words and in all; null where it could not be told. */
export function frameMeasures(coding: Coding, frames: readonly string[], untold: ReadonlySet<string>): Measure[] {
  const asked = new Set(coding.asked);
  return frames
    .filter((frame) => asked.has(`frame:${frame}`))
    .flatMap((frame) => {
      const tag = coding.tags.find((each) => each.kind === "frame" && each.frame === frame);
      const present = tag?.kind === "frame" ? { own: tag.presentOwn, all: tag.present } : { own: false, all: false };
      const abstained = untold.has(`frame:${frame}`);
      return (["own", "all"] as const).map((voice): Measure => {
        const value = abstained ? null : present[voice] ? 1 : 0;
        return { measure: "frame", target: frame, voice, value };
      });
    });
}
