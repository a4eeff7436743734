import { z } from "zod";
import { expectedCalibrationError } from "#lib/compare/metrics/calibration.ts";
import { targetSentiment as predictSentiment } from "#lib/operations/predict/targetSentiment.ts";
import { accuracyOf, confusionOf, labelFigures, labelRows, type Labelled } from "./labels.ts";
import { figures, sideOf, worst, type Mistake } from "./report.ts";
import { textRow, type MeasureTask } from "./task.ts";

const goldRow = z.looseObject({
  ...textRow,
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  label: z.enum(["negative", "neutral", "positive"]),
  split: z.string().optional(),
});
const prediction = z.object({ label: z.string(), scores: z.record(z.string(), z.number()) });

interface Judged extends Labelled {
  sure: number;
}
const LEAST = [0.6, 0.7, 0.8];

/** Tone towards a marked target in a sentence; parts of the file (`split`) stand where sides stand elsewhere. */
export const targetSentiment: MeasureTask<z.infer<typeof goldRow>> = {
  name: "target-sentiment",
  describe: "{id, text, start, end, label: negative|neutral|positive, split?, side?, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictSentiment.prepare(codebook);
    const items: Judged[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const answer = prediction.safeParse(
        await predict({ id: row.id, text: row.text, start: row.start, end: row.end }),
      );
      if (!answer.success) continue;
      const { label: said, scores } = answer.data;
      const sure = scores[said] ?? 0;
      // Targets of one sentence stand or fall together.
      items.push({
        document: row.text,
        side: row.split ?? sideOf(codebook, row),
        truth: row.label,
        said,
        sure,
      });
      if (said === row.label) continue;
      const text = `[${row.text.slice(row.start, row.end)}] ${row.text}`.slice(0, 400);
      mistakes.push({ id: String(row.id), tag: "sentiment", truth: row.label, predicted: said, surprise: sure, text });
    }
    const ece = (chosen: readonly Judged[]): number | null =>
      expectedCalibrationError(
        chosen.map((item) => item.sure),
        chosen.map((item) => item.truth === item.said),
      );
    return {
      trivialLine: "the commonest label",
      rows: labelRows(items),
      figures: [
        ...labelFigures(items),
        ...figures("expected calibration error", items, ece),
        ...LEAST.flatMap((least) =>
          figures(
            `accuracy where the probability is ${least} or more`,
            items.filter((item) => item.sure >= least),
            accuracyOf,
            null,
            `n of ${items.length} answered`,
          ),
        ),
      ],
      confusion: confusionOf(items),
      mistakes: worst(mistakes),
    };
  },
};
