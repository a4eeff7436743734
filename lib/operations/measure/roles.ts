import { z } from "zod";
import { stance as predictStance } from "#lib/operations/predict/stance.ts";
import { confusionOf, labelFigures, labelRows, type Labelled } from "./labels.ts";
import { sideOf, worst, type Mistake } from "./report.ts";
import { articleRow, type MeasureTask } from "./task.ts";

const coded = z.looseObject({ role: z.record(z.string(), z.string()) });
const goldRow = z
  .looseObject({
    ...articleRow,
    role: coded.shape.role.optional(),
    codes: z.array(coded).optional(),
  })
  .refine((row) => row.role !== undefined || row.codes !== undefined, "needs role or codes");

const prediction = z.object({ roles: z.record(z.string(), z.string()) });

/** Role an article gives an actor; each coder's code is a truth of its own, intervals redraw articles. */
export const roles: MeasureTask<z.infer<typeof goldRow>> = {
  name: "roles",
  describe:
    "{id, title?, text, role: {target: protagonist|antagonist|innocent|none} or codes: [{role}], side?, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictStance.prepare(codebook);
    const items: (Labelled & { target: string })[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const answer = prediction.parse(await predict({ id: row.id, title: row.title, text: row.text }));
      for (const code of row.codes ?? [{ role: row.role ?? {} }]) {
        for (const [target, truth] of Object.entries(code.role)) {
          const said = answer.roles[target];
          if (said === undefined) continue;
          items.push({ document: String(row.id), side: sideOf(codebook, row), target, truth, said });
          if (truth === said) continue;
          const text = `${row.title ?? ""} | ${row.text}`.slice(0, 400);
          const surprise = truth !== "none" && said !== "none" ? 2 : Number(said !== "none");
          mistakes.push({ id: String(row.id), tag: target, truth, predicted: said, surprise, text });
        }
      }
    }
    const targets = [...new Set(items.map((item) => item.target))];
    const of = (target: string) => items.filter((item) => item.target === target);
    return {
      trivialLine: "the commonest role",
      rows: targets.flatMap((target) => labelRows(of(target), `${target}:`)),
      figures: [...labelFigures(items), ...targets.flatMap((target) => labelFigures(of(target), `, ${target}`))],
      confusion: confusionOf(items),
      mistakes: worst(mistakes),
    };
  },
};
