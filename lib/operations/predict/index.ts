import type { Codebook } from "#lib/domain/codebook.ts";
import { attribution } from "./attribution.ts";
import { extract } from "./extract.ts";
import { frames } from "./frames.ts";
import { loadedLanguage } from "./loadedLanguage.ts";
import { narrativeFrames } from "./narrativeFrames.ts";
import { proposition } from "./proposition.ts";
import { roles } from "./roles.ts";
import { stance } from "./stance.ts";
import { targetSentiment } from "./targetSentiment.ts";
import { checked, type Answer, type AnyPredictTask } from "./task.ts";
import { wording } from "./wording.ts";

/** Every predict task by name; one line adds one. */
export const predictTasks: ReadonlyMap<string, AnyPredictTask> = new Map(
  [
    checked(frames),
    checked(extract),
    checked(narrativeFrames),
    checked(attribution),
    checked(stance),
    checked(wording),
    checked(loadedLanguage),
    checked(targetSentiment),
    checked(proposition),
    checked(roles),
  ].map((task) => [task.name, task]),
);

/**
 * Returns a function from one JSON line to one answer, keys passed through; a bad line gives {"error": reason}.
 * @throws Error for a task that is not in `predictTasks`.
 */
export function predictor(
  codebook: Codebook,
  name: string,
): (line: string) => Promise<{ ok: boolean; answer: Answer }> {
  const task = predictTasks.get(name);
  if (!task) throw new Error(`There is no task "${name}". Tasks: ${[...predictTasks.keys()].join(", ")}.`);
  const answer = task.prepare(codebook);
  return async (line) => {
    try {
      return await answer(JSON.parse(line));
    } catch (error) {
      if (error instanceof SyntaxError) return { ok: false, answer: { error: "This line is not JSON." } };
      throw error;
    }
  };
}
