import type { Coding } from "#lib/domain/coding.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Evidence } from "#lib/domain/tags.ts";
import { createBatchTagger } from "#lib/tag/tagArticle.ts";
import { textInput, type Answer, type PredictTask, type TextInput } from "./task.ts";

/** Evidence in the title is left out of answers, whose offsets are into `text`. */
export const inText = (evidence: Evidence): boolean => evidence.span.in === "text";
export const pair = (span: { start: number; end: number }): [number, number] => [span.start, span.end];

/** Tags rows, in their order. `withTitle` false reads the texts alone. */
function rowsTagger(codebook: Codebook, withTitle: boolean): (rows: readonly TextInput[]) => Coding[] {
  const tagAll = createBatchTagger(codebook);
  return (rows) =>
    tagAll(
      rows.map(({ id, title, text }) => ({
        article: { id: String(id), title: withTitle ? (title ?? "") : "", text },
        context: { textHash: "", at: "" },
      })),
    );
}

/** Tags one row. `withTitle` false reads the text alone. */
export function rowTagger(codebook: Codebook, withTitle: boolean): (row: TextInput) => Coding {
  const tagAll = rowsTagger(codebook, withTitle);
  return (row) => tagAll([row])[0]!;
}

/** A task whose answer is read off the coding of a row. */
export function codingTask(
  task: Pick<PredictTask<TextInput>, "name" | "describe"> & {
    withTitle: boolean;
    answer(codebook: Codebook): (coding: Coding) => Answer;
  },
): PredictTask<TextInput> {
  const { name, describe, withTitle } = task;
  return {
    name,
    describe,
    input: textInput,
    prepare(codebook) {
      const tag = rowTagger(codebook, withTitle);
      const answer = task.answer(codebook);
      return (row) => answer(tag(row));
    },
    prepareMany(codebook) {
      const tagAll = rowsTagger(codebook, withTitle);
      const answer = task.answer(codebook);
      return (rows) => tagAll(rows).map(answer);
    },
  };
}
