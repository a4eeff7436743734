import { z } from "zod";
import type { Codebook } from "#lib/domain/codebook.ts";

/** What a task answers for one line; merged over the keys it was given. */
export type Answer = Record<string, unknown>;

/**
 * One predict task. `input` checks a line (unknown keys pass through); `prepare` compiles the codebook once and
 * returns the function that answers; `prepareMany`, where many rows at once are quicker, one that answers all of them in
 * order. Offsets in answers are UTF-16 code units into `text` as given.
 */
export interface PredictTask<Input> {
  name: string;
  /** One line for --help: keys in, keys out. */
  describe: string;
  input: z.ZodType<Input>;
  prepare(codebook: Codebook): (row: Input) => Answer | Promise<Answer>;
  prepareMany?(codebook: Codebook): (rows: readonly Input[]) => Answer[];
}

/** What a row of anybody's file is known by. */
export const rowId = z.union([z.string(), z.number()]);
/** id, text and an optional title. */
export const textInput = z.looseObject({ id: rowId, title: z.string().nullish(), text: z.string() });
export type TextInput = z.infer<typeof textInput>;

/** A line's answer, or {"error": reason} where `ok` is false. */
export interface Answered {
  ok: boolean;
  answer: Answer;
}

/** A task whose input type is hidden, so that tasks of all kinds fit one list. */
export interface AnyPredictTask {
  name: string;
  describe: string;
  prepare(codebook: Codebook): (lines: readonly unknown[]) => Promise<Answered[]>;
}

/** Adds the check of a line to a task: what does not fit gives {"error": "field: reason"} in its place. */
export function checked<Input>(task: PredictTask<Input>): AnyPredictTask {
  return {
    name: task.name,
    describe: task.describe,
    prepare(codebook) {
      const answerAll = task.prepareMany?.(codebook) ?? oneByOne(task.prepare(codebook));
      return async (lines) => {
        const parsed = lines.map((line) => task.input.safeParse(line));
        const answers = (await answerAll(parsed.flatMap(({ data }) => data ?? []))).values();
        return parsed.map(({ success, error }, i) => {
          if (success) return { ok: true, answer: { ...(lines[i] as Answer), ...answers.next().value } };
          const issue = error.issues[0];
          return {
            ok: false,
            answer: { error: `${issue?.path.join(".") || "line"}: ${issue?.message ?? "does not fit"}` },
          };
        });
      };
    },
  };
}

const oneByOne =
  <Input>(answer: (row: Input) => Answer | Promise<Answer>) =>
  async (rows: readonly Input[]): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (const row of rows) answers.push(await answer(row));
    return answers;
  };
