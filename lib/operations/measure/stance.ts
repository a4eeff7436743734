import { z } from "zod";
import { stanceFigures, stanceRows, type StanceJudged } from "#lib/compare/metrics/stanceFigures.ts";
import { stance as predictStance } from "#lib/operations/predict/stance.ts";
import { sideOf, worst, type Mistake } from "./report.ts";
import { articleRow, type MeasureTask } from "./task.ts";

const sign = z.number().min(-2).max(2).nullable();
const coded = z.looseObject({ stance: z.record(z.string(), z.looseObject({ own: sign, all: sign })) });
const goldRow = z
  .looseObject({
    ...articleRow,
    stance: coded.shape.stance.optional(),
    codes: z.array(coded).optional(),
  })
  .refine((row) => row.stance !== undefined || row.codes !== undefined, "needs stance or codes");

const judged = z.object({ label: z.string(), score: z.number() });
const prediction = z.object({
  targets: z.record(z.string(), z.object({ discussed: z.boolean(), own: judged, all: judged })),
});

/** Stance of articles towards actors; each coder's code is a truth of its own, intervals redraw articles. */
export const stance: MeasureTask<z.infer<typeof goldRow>> = {
  name: "stance",
  describe: "{id, title?, text, stance: {target: {own, all: -2..2 or null}} or codes: [{stance}], side?, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictStance.prepare(codebook);
    const items: StanceJudged[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const { targets } = prediction.parse(await predict({ id: row.id, title: row.title, text: row.text }));
      for (const code of row.codes ?? [{ stance: row.stance ?? {} }]) {
        for (const [target, truth] of Object.entries(code.stance)) {
          const said = targets[target];
          if (!said) continue;
          const item: StanceJudged = {
            id: String(row.id),
            side: sideOf(codebook, row) ?? "no side",
            target,
            coded: { own: truth.own, all: truth.all },
            score: { own: said.own.score, all: said.all.score },
            label: { own: said.own.label, all: said.all.label },
            discussed: said.discussed,
          };
          items.push(item);
          mistakes.push(...mistakesOf(item, `${row.title ?? ""} | ${row.text}`.slice(0, 400)));
        }
      }
    }
    return {
      trivialLine: "what the outlet's side alone would score; within a side .5",
      rows: stanceRows(items),
      figures: stanceFigures(items),
      confusion: null,
      mistakes: worst(mistakes),
    };
  },
};

function mistakesOf(item: StanceJudged, text: string): Mistake[] {
  return (["own", "all"] as const).flatMap((voices) => {
    const truth = item.coded[voices];
    const said = item.label[voices];
    const toldSign = said === "favourable" ? 1 : said === "unfavourable" ? -1 : 0;
    if (truth === null || toldSign === 0 || toldSign === Math.sign(truth)) return [];
    const surprise = Math.abs(item.score[voices] - truth);
    return [{ id: item.id, tag: `${item.target}, ${voices}`, truth: String(truth), predicted: said, surprise, text }];
  });
}
