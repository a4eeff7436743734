import { z } from "zod";
import { frameFigures, type FrameJudged } from "#lib/compare/metrics/frameFigures.ts";
import { frameModelSchema } from "#lib/domain/frameModel.ts";
import { narrativeFrames as predictNarrative } from "#lib/operations/predict/narrativeFrames.ts";
import { sideOf, worst, type Mistake } from "./report.ts";
import { articleRow, type MeasureTask } from "./task.ts";

const goldRow = z.looseObject({
  ...articleRow,
  frames: z.record(z.string(), z.boolean()),
});
type GoldRow = z.infer<typeof goldRow>;

/** Names a gold file may use for a frame. */
const ALSO: Record<string, string> = {
  resolution: "RE",
  human_interest: "HI",
  conflict: "CO",
  moral: "MO",
  economic: "EC",
};
const predictionSchema = z.object({ frames: z.record(z.string(), z.number()) });

/** Said where the probability passes one half: the model's thresholds serve reading, this serves comparing. */
const SAID_FROM = 0.5;

export const narrativeFrames: MeasureTask<GoldRow> = {
  name: "narrative-frames",
  describe: "{id, title?, text, frames: {resolution | RE: true, ...}, side?, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    frameModelSchema.parse(codebook.models["narrative-frames"]);
    const predict = predictNarrative.prepare(codebook);
    const items: FrameJudged[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const { frames } = predictionSchema.parse(await predict({ id: row.id, title: row.title, text: row.text }));
      for (const [frame, score] of Object.entries(frames)) {
        const truth = row.frames[frame] ?? row.frames[ALSO[frame] ?? ""] ?? false;
        const predicted = score >= SAID_FROM;
        items.push({ frame, document: String(row.id), side: sideOf(codebook, row), truth, predicted, score });
        if (truth === predicted) continue;
        mistakes.push({
          id: String(row.id),
          tag: frame,
          truth: truth ? "present" : "absent",
          predicted: predicted ? "present" : "absent",
          surprise: Math.abs(score - Number(truth)),
          text: row.text.slice(0, 400),
        });
      }
    }
    return {
      trivialLine: "every frame said of every article",
      ...frameFigures(items),
      confusion: null,
      mistakes: worst(mistakes),
    };
  },
};
