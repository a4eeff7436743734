import { z } from "zod";
import { frames as predictFrames } from "#lib/operations/predict/frames.ts";
import {
  aucOf,
  countsOf,
  f1Of,
  figures,
  meanOf,
  sideDifference,
  sideOf,
  sidesIn,
  tagRows,
  worst,
  type Judged,
  type Mistake,
} from "./report.ts";
import type { MeasureTask } from "./task.ts";

const goldRow = z.looseObject({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  text: z.string(),
  side: z.string().optional(),
  outlet: z.string().optional(),
  /** Frame ids present, or one such list a coder under `codes`; the first coder is the truth. */
  frames: z.array(z.string()).optional(),
  codes: z.array(z.looseObject({ frames: z.array(z.string()) })).optional(),
});
type GoldRow = z.infer<typeof goldRow>;

/** One frame of one article. */
export interface FrameJudged extends Judged {
  frame: string;
}

const predictionSchema = z.object({ frames: z.record(z.string(), z.number()), present: z.array(z.string()) });

/** Mean over frames of a statistic; frames without one are left out. */
export function macro(items: readonly FrameJudged[], of: (items: readonly Judged[]) => number | null): number | null {
  const frames = [...new Set(items.map((item) => item.frame))];
  return meanOf(frames.map((frame) => of(items.filter((item) => item.frame === frame))));
}

/** Frames nobody coded have no recall to speak of: they are left out of the macro figure. */
export const f1WhereCoded = (items: readonly Judged[]): number | null =>
  countsOf(items).true === 0 ? null : f1Of(items);

/** Rows and figures every measurement of frames carries. */
export function frameFigures(items: readonly FrameJudged[]) {
  const all = (chosen: readonly FrameJudged[]): FrameJudged[] => chosen.map((c) => ({ ...c, predicted: true }));
  const sides = sidesIn(items);
  return {
    rows: [...new Set(items.map((item) => item.frame))].flatMap((frame) =>
      tagRows(
        frame,
        items.filter((item) => item.frame === frame),
        { calibrated: true },
      ),
    ),
    figures: [
      ...figures("mean AUC", items, (chosen) => macro(chosen, aucOf)),
      ...figures(
        "macro-F1",
        items,
        (chosen) => macro(chosen, f1WhereCoded),
        (chosen) => macro(all(chosen), f1WhereCoded),
      ),
      ...figures("micro-F1", items, f1Of, (chosen) => f1Of(all(chosen))),
      ...(sides.includes("russian") && sides.includes("western")
        ? [sideDifference("micro-F1", items, ["russian", "western"], f1Of)]
        : []),
    ],
  };
}

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
      const truth = new Set(row.frames ?? row.codes?.[0]?.frames ?? []);
      const { frames: probability, present } = predictionSchema.parse(
        await predict({ id: row.id, title: row.title, text: row.text }),
      );
      for (const frame of ids) {
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
