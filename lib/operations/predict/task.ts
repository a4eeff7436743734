import { z } from "zod";
import type { Codebook } from "#lib/domain/codebook.ts";

/** What a task answers for one line; merged over the keys it was given. */
export type Answer = Record<string, unknown>;

/**
 * One predict task. `input` checks a line (unknown keys pass through); `prepare` compiles the codebook once and
 * returns the function that answers. Offsets in answers are UTF-16 code units into `text` as given.
 */
export interface PredictTask<Input> {
  name: string;
  /** One line for --help: keys in, keys out. */
  describe: string;
  input: z.ZodType<Input>;
  prepare(codebook: Codebook): (row: Input) => Answer | Promise<Answer>;
}

/** What a row of anybody's file is known by. */
export const rowId = z.union([z.string(), z.number()]);
/** id, text and an optional title. */
export const textInput = z.looseObject({ id: rowId, title: z.string().nullish(), text: z.string() });
export type TextInput = z.infer<typeof textInput>;

/** A task whose input type is hidden, so that tasks of all kinds fit one list. */
export interface AnyPredictTask {
  name: string;
  describe: string;
  prepare(codebook: Codebook): (line: unknown) => Promise<{ ok: boolean; answer: Answer }>;
}

/** Adds the check of a line to a task: what does not fit gives {"error": "field: reason"}. */
export function checked<Input>(task: PredictTask<Input>): AnyPredictTask {
  return {
    name: task.name,
    describe: task.describe,
    prepare(codebook) {
      const answer = task.prepare(codebook);
      return async (line) => {
        const parsed = task.input.safeParse(line);
        if (parsed.success) return { ok: true, answer: { ...(line as Answer), ...(await answer(parsed.data)) } };
        const issue = parsed.error.issues[0];
        return {
          ok: false,
          answer: { error: `${issue?.path.join(".") || "line"}: ${issue?.message ?? "does not fit"}` },
        };
      };
    },
  };
}
