import { codingTask, inText } from "./shared.ts";

export const wording = codingTask({
  name: "wording",
  describe: "{id, text} -> + hits [{row, choice, start, end, voice}]",
  withTitle: false,
  answer: () => (coding) => {
    const hits = coding.tags
      .filter((t) => t.kind === "wording")
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
  },
});
