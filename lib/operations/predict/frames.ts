import { inText, pair, rowTagger } from "./shared.ts";
import { textInput, type PredictTask, type TextInput } from "./task.ts";

export const frames: PredictTask<TextInput> = {
  name: "frames",
  describe: "{id, title?, text} -> + frames {id: probability}, present [ids], evidence {id: [[start, end]]}",
  input: textInput,
  prepare(codebook) {
    const tag = rowTagger(codebook, true);
    const generic = codebook.frames.filter((f) => f.layer === "generic");
    return (row) => {
      const tags = tag(row).tags.filter((t) => t.kind === "frame");
      const of = (id: string) => tags.find((t) => t.frame === id);
      return {
        frames: Object.fromEntries(generic.map((f) => [f.id, of(f.id)?.probability ?? 0])),
        present: generic.filter((f) => of(f.id)?.present === true).map((f) => f.id),
        evidence: Object.fromEntries(
          generic.map((f) => [f.id, (of(f.id)?.evidence ?? []).filter(inText).map((e) => pair(e.span))]),
        ),
      };
    };
  },
};
