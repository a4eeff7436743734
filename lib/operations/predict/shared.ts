import type { Coding } from "#lib/domain/coding.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Evidence } from "#lib/domain/tags.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";
import type { TextInput } from "./task.ts";

/** Evidence in the title is left out of answers, whose offsets are into `text`. */
export const inText = (evidence: Evidence): boolean => evidence.span.in === "text";
export const pair = (span: { start: number; end: number }): [number, number] => [span.start, span.end];

/** Tags one row. `withTitle` false reads the text alone. */
export function rowTagger(codebook: Codebook, withTitle: boolean): (row: TextInput) => Coding {
  const tag = createTagger(codebook);
  return ({ id, title, text }) =>
    tag({ id: String(id), title: withTitle ? (title ?? "") : "", text }, { textHash: "", at: "" });
}
