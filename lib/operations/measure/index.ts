import type { Codebook } from "#lib/domain/codebook.ts";
import { attribution } from "./attribution.ts";
import { duplicates } from "./duplicates.ts";
import { entityRoles } from "./entityRoles.ts";
import { extract } from "./extract.ts";
import { feeds } from "./feeds.ts";
import { frames } from "./frames.ts";
import { frameSentences } from "./frameSentences.ts";
import { intended } from "./intended.ts";
import { loadedLanguage } from "./loadedLanguage.ts";
import { narrativeFrames } from "./narrativeFrames.ts";
import { proposition } from "./proposition.ts";
import type { Report } from "./report.ts";
import { roles } from "./roles.ts";
import { stance } from "./stance.ts";
import { targetSentiment } from "./targetSentiment.ts";
import { checkedMeasure, type AnyMeasureTask } from "./task.ts";
import { wording } from "./wording.ts";

/** Every measure task by name; one line adds one. */
export const measureTasks: ReadonlyMap<string, AnyMeasureTask> = new Map(
  [
    checkedMeasure(attribution),
    checkedMeasure(duplicates),
    checkedMeasure(entityRoles),
    checkedMeasure(extract),
    checkedMeasure(feeds),
    checkedMeasure(frames),
    checkedMeasure(frameSentences),
    checkedMeasure(intended),
    checkedMeasure(narrativeFrames),
    checkedMeasure(loadedLanguage),
    checkedMeasure(proposition),
    checkedMeasure(roles),
    checkedMeasure(stance),
    checkedMeasure(targetSentiment),
    checkedMeasure(wording),
  ].map((task) => [task.name, task]),
);

/**
 * Scores a task on gold rows (parsed JSON lines).
 * @throws Error for a task that is not in `measureTasks`.
 */
export async function measure(
  codebook: Codebook,
  name: string,
  rows: readonly unknown[],
  folder = ".",
): Promise<Report> {
  const task = measureTasks.get(name);
  if (!task) throw new Error(`There is no task "${name}" to measure. Tasks: ${[...measureTasks.keys()].join(", ")}.`);
  return task.run(codebook, rows, folder);
}
