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
import { checked, type Answered, type AnyPredictTask } from "./task.ts";
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
 * Returns a function from JSON lines to their answers in the same order, keys passed through; a bad line gives
 * {"error": reason}. Many lines at once are quicker than one by one.
 * @throws Error for a task that is not in `predictTasks`.
 */
export function predictor(codebook: Codebook, name: string): (lines: readonly string[]) => Promise<Answered[]> {
  const task = predictTasks.get(name);
  if (!task) throw new Error(`There is no task "${name}". Tasks: ${[...predictTasks.keys()].join(", ")}.`);
  const answerAll = task.prepare(codebook);
  return async (lines) => {
    const read = lines.map(parsed);
    const answers = (await answerAll(read.flatMap((line) => (line ? [line.value] : [])))).values();
    return read.map((line) => (line ? answers.next().value! : NOT_JSON));
  };
}

const NOT_JSON: Answered = { ok: false, answer: { error: "This line is not JSON." } };

function parsed(line: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return null;
  }
}
