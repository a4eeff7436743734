import { inText, rowTagger } from "./shared.ts";
import { textInput, type PredictTask, type TextInput } from "./task.ts";

export const wording: PredictTask<TextInput> = {
  name: "wording",
  describe: "{id, text} -> + hits [{row, choice, start, end, voice}]",
  input: textInput,
  prepare(codebook) {
    const tag = rowTagger(codebook, false);
    return (row) => {
      const hits = tag(row)
        .tags.filter((t) => t.kind === "wording")
        .flatMap((t) =>
          t.evidence.filter(inText).map((e) => ({
            row: t.row,
            choice: t.choice,
            start: e.span.start,
            end: e.span.end,
            voice: e.voice.kind,
          })),
        );
      return { hits: hits.toSorted((a, b) => a.start - b.start) };
    };
  },
};
