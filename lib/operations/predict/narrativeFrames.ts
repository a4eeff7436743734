import { createFrameTagger } from "#lib/tag/frames/tagFrames.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { textInput, type PredictTask, type TextInput } from "./task.ts";

export const narrativeFrames: PredictTask<TextInput> = {
  name: "narrative-frames",
  describe:
    "{id, title?, text} -> + frames {resolution, human_interest, conflict, moral, economic: probability}; learned on climate news",
  input: textInput,
  prepare(whole) {
    const codebook = { ...whole, frames: whole.narrative ?? [] };
    const read = createReader(codebook);
    const tag = createFrameTagger(codebook, "narrative-frames");
    return (row) => {
      const tags = tag(read({ title: row.title ?? "", text: row.text }));
      const of = (id: string): number => tags.find((t) => t.frame === id)?.probability ?? 0;
      return { frames: Object.fromEntries(codebook.frames.map((f) => [f.id, of(f.id)])) };
    };
  },
};
