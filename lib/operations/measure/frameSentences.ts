import { z } from "zod";
import { macro, type FrameJudged } from "#lib/compare/metrics/frameFigures.ts";
import { frames as predictFrames } from "#lib/operations/predict/frames.ts";
import { aucOf, figures, tagRows } from "./report.ts";
import type { MeasureTask } from "./task.ts";
import { rowId } from "#lib/operations/predict/task.ts";

const goldRow = z.looseObject({ id: rowId, text: z.string(), code: z.string() });
type GoldRow = z.infer<typeof goldRow>;

/** Media Frames Corpus numbers as the sentence set uses them; 5 and 6 each merge two of our frames. */
const CODES: Record<string, readonly string[]> = {
  "1": ["economic"],
  "3": ["morality"],
  "4": ["fairness_and_equality"],
  "5": ["legality", "crime_and_punishment"],
  "6": ["political", "policy_prescription"],
  "8": ["security_and_defence"],
  "9": ["health_and_safety"],
  "11": ["cultural_identity"],
  "12": ["public_opinion"],
};
const predictionSchema = z.object({ frames: z.record(z.string(), z.number()), present: z.array(z.string()) });

export const frameSentences: MeasureTask<GoldRow> = {
  name: "frame-sentences",
  describe: "{id, text, code: Media Frames Corpus number}; a merged code takes the higher of its two frames",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictFrames.prepare(codebook);
    const items: FrameJudged[] = [];
    for (const row of rows) {
      const { frames, present } = predictionSchema.parse(await predict({ id: row.id, text: row.text }));
      for (const [code, ids] of Object.entries(CODES)) {
        items.push({
          frame: ids.join(" or "),
          document: String(row.id),
          side: null,
          truth: row.code === code,
          predicted: ids.some((id) => present.includes(id)),
          score: Math.max(...ids.map((id) => frames[id] ?? 0)),
        });
      }
    }
    const names = [...new Set(items.map((item) => item.frame))];
    return {
      trivialLine: "every frame said of every sentence",
      rows: names.flatMap((name) =>
        tagRows(
          name,
          items.filter((item) => item.frame === name),
        ),
      ),
      figures: figures("mean AUC", items, (chosen) => macro(chosen, aucOf)),
      confusion: null,
      mistakes: [],
    };
  },
};
