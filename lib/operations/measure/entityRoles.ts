import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { roles as predictRoles } from "#lib/operations/predict/roles.ts";
import { rowId } from "#lib/operations/predict/task.ts";
import { classificationReport } from "#lib/compare/metrics/classification.ts";
import { accuracyOf, confusionOf, labelRows, majorityLine, type Labelled } from "./labels.ts";
import { figures, sideOf, worst, type Mistake } from "./report.ts";
import { articleRow, type MeasureTask } from "./task.ts";

const goldRow = z.looseObject({
  ...articleRow,
  text: z.string().optional(),
  entity: z.string().trim().min(1),
  role: z.enum(["hero", "villain", "victim", "protagonist", "antagonist", "innocent", "none"]),
});

/** Names a gold file may use for a role. */
const ALSO: Record<string, string> = { hero: "protagonist", villain: "antagonist", victim: "innocent" };
const prediction = z.object({ role: z.string() });

/** Over the roles the file codes: "none" said of a hero costs recall, and is no fourth role where nobody coded it. */
const macroF1 = (items: readonly Labelled[]): number | null => {
  const truth = items.map((item) => item.truth);
  const said = items.map((item) => item.said);
  return classificationReport(truth, said, [...new Set(truth)]).macroF1;
};

/** Role an article gives any entity it names; intervals redraw articles. Texts may stand once in articles.jsonl beside the file. */
export const entityRoles: MeasureTask<z.infer<typeof goldRow>> = {
  name: "entity-roles",
  describe:
    "{id, text (or an articles.jsonl beside the file), entity, role: hero|villain|victim or protagonist|antagonist|innocent|none, side?, outlet?}",
  row: goldRow,
  async run(codebook, rows, folder) {
    const predict = predictRoles.prepare(codebook);
    const texts = textsBeside(folder);
    const items: Labelled[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const text = row.text ?? texts.get(String(row.id));
      if (text === undefined) continue;
      const truth = ALSO[row.role] ?? row.role;
      const { role: said } = prediction.parse(
        await predict({ id: row.id, title: row.title, text, entity: row.entity }),
      );
      items.push({ document: String(row.id), side: sideOf(codebook, row), truth, said });
      if (truth === said) continue;
      const surprise = said === "none" ? 1 : 2;
      mistakes.push({
        id: String(row.id),
        tag: row.entity,
        truth,
        predicted: said,
        surprise,
        text: text.slice(0, 400),
      });
    }
    return {
      trivialLine: "the commonest role",
      rows: labelRows(items),
      figures: [
        ...figures("macro-F1", items, macroF1, majorityLine(macroF1)),
        ...figures("accuracy", items, accuracyOf, majorityLine(accuracyOf)),
      ],
      confusion: confusionOf(items),
      mistakes: worst(mistakes),
    };
  },
};

/** Texts by id of an articles.jsonl in the folder; none without it. @throws ZodError | SyntaxError where it does not fit. */
function textsBeside(folder: string | undefined): Map<string, string> {
  const file = join(folder ?? ".", "articles.jsonl");
  if (folder === undefined || !existsSync(file)) return new Map();
  const row = z.looseObject({ id: rowId, text: z.string() });
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(
    lines.flatMap((line) => {
      if (line.trim() === "") return [];
      const { id, text } = row.parse(JSON.parse(line));
      return [[String(id), text] as const];
    }),
  );
}
