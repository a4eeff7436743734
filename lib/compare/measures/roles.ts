import type { Coding, Measure } from "#lib/domain/coding.ts";
import { counts, VOICES } from "./shared.ts";

export const ROLES = ["protagonist", "antagonist", "innocent"] as const;

/** 0|1 for each role of each of `targets` the article discusses; null where it could not be told. */
export function roleMeasures(coding: Coding, targets: readonly string[], untold: ReadonlySet<string>): Measure[] {
  const discussed = new Set(
    coding.tags.flatMap((tag) => (tag.kind === "role" || (tag.kind === "stance" && tag.discussed) ? [tag.target] : [])),
  );
  return targets
    .filter((target) => discussed.has(target) || untold.has(`role:${target}`))
    .flatMap((target) =>
      ROLES.flatMap((role) => {
        const tag = coding.tags.find((each) => each.kind === "role" && each.target === target && each.role === role);
        const abstained = untold.has(`role:${target}`);
        return VOICES.map((voice): Measure => {
          const met = tag?.kind === "role" && tag.evidence.some((each) => counts(each.voice, voice));
          return { measure: "role", target: `${target}:${role}`, voice, value: abstained ? null : met ? 1 : 0 };
        });
      }),
    );
}
