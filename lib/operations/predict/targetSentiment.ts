import { z } from "zod";
import { sentimentModel } from "#lib/tag/stance/learned.ts";
import { createTargetReader } from "#lib/tag/stance/readTarget.ts";
import { linearScores, softmax } from "#lib/tag/model/linear.ts";
import { rowId, type PredictTask } from "./task.ts";

const input = z.looseObject({
  id: rowId,
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
type Row = z.infer<typeof input>;

/** Sentiment towards the words [start, end) of a sentence. */
export const targetSentiment: PredictTask<Row> = {
  name: "target-sentiment",
  describe: "{id, text, start, end} -> + label negative|neutral|positive, scores {label: probability}",
  input,
  prepare(codebook) {
    const model = sentimentModel(codebook);
    if (!model) throw new Error("corpus/models holds no target-sentiment.json.");
    const read = createTargetReader(codebook);
    return ({ text, start, end }) => {
      if (end <= start || end > text.length) return { error: "start, end: no words of the text" };
      const p = softmax(linearScores(model, read(text, start, end)), model.temperature);
      const label = model.classes[p.indexOf(Math.max(...p))]!;
      return { label, scores: Object.fromEntries(model.classes.map((c, i) => [c, Math.round(p[i]! * 1e4) / 1e4])) };
    };
  },
};
