import { z } from "zod";
import { frames as predictFrames } from "#lib/operations/predict/frames.ts";
import { frameFigures, type FrameJudged } from "#lib/compare/metrics/frameFigures.ts";
import { sideOf, worst, type Mistake } from "./report.ts";
import { articleRow, type MeasureTask } from "./task.ts";

const goldRow = z
  .looseObject({
    ...articleRow,
    /** Frame ids present, or one such list a coder under `codes`: each is a truth of its own, intervals redraw articles. */
    frames: z.array(z.string()).optional(),
    codes: z.array(z.looseObject({ frames: z.array(z.string()) })).optional(),
  })
  .refine((row) => row.frames !== undefined || row.codes !== undefined, "needs frames or codes");
type GoldRow = z.infer<typeof goldRow>;

const predictionSchema = z.object({ frames: z.record(z.string(), z.number()), present: z.array(z.string()) });

export const frames: MeasureTask<GoldRow> = {
  name: "frames",
  describe: "{id, title?, text, frames: [ids] or codes: [{frames}], side?, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictFrames.prepare(codebook);
    const ids = codebook.frames.filter((f) => f.layer === "generic").map((f) => f.id);
    const items: FrameJudged[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const { frames: probability, present } = predictionSchema.parse(
        await predict({ id: row.id, title: row.title, text: row.text }),
      );
      const truths = (row.codes?.map((code) => code.frames) ?? [row.frames ?? []]).map((list) => new Set(list));
      for (const [truth, frame] of truths.flatMap((each) => ids.map((id) => [each, id] as const))) {
        const score = probability[frame] ?? 0;
        const item = {
          frame,
          document: String(row.id),
          side: sideOf(codebook, row),
          truth: truth.has(frame),
          predicted: present.includes(frame),
          score,
        };
        items.push(item);
        if (item.truth === item.predicted) continue;
        mistakes.push({
          id: String(row.id),
          tag: frame,
          truth: item.truth ? "present" : "absent",
          predicted: item.predicted ? "present" : "absent",
          surprise: Math.abs(score - Number(item.truth)),
          text: `${row.title ?? ""} | ${row.text}`.slice(0, 400),
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
