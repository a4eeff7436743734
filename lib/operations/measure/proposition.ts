import { z } from "zod";
import { proposition as predictProposition } from "#lib/operations/predict/proposition.ts";
import { accuracyOf, confusionOf, labelRows, majorityLine, type Labelled } from "./labels.ts";
import { figures, sideOf, worst, type Mistake } from "./report.ts";
import { textRow, type MeasureTask } from "./task.ts";

const answer = z.looseObject({
  about: z.boolean(),
  stance: z.string(),
  holder: z.string(),
  holder_bloc: z.string(),
});
const goldRow = z
  .looseObject({
    ...textRow,
    ...answer.partial().shape,
    codes: z.array(answer).optional(),
    /** Two coders by letter. */
    A: answer.optional(),
    B: answer.optional(),
  })
  .refine((row) => codesOf(row).length > 0, "needs about, stance, holder, holder_bloc, or codes, or A and B");

type Code = z.infer<typeof answer>;

/** Every coder's code of a row: a list, two by letter, or the row itself. */
function codesOf(row: Record<string, unknown>): Code[] {
  if (Array.isArray(row["codes"])) return row["codes"].flatMap((code) => answer.safeParse(code).data ?? []);
  const lettered = [row["A"], row["B"]].flatMap((code) => answer.safeParse(code).data ?? []);
  return lettered.length > 0 ? lettered : [answer.safeParse(row).data].flatMap((code) => code ?? []);
}

const ASKED = ["about", "stance", "holder", "holder_bloc"] as const;

/** Favour, against, reports or none of a proposition, with holder; each coder's code is a truth of its own. */
export const proposition: MeasureTask<z.infer<typeof goldRow>> = {
  name: "proposition",
  describe: "{id, text, about, stance, holder, holder_bloc (or codes: [...], or A and B), side?, outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictProposition.prepare(codebook);
    const items: (Labelled & { asked: string; about: boolean })[] = [];
    const mistakes: Mistake[] = [];
    for (const row of rows) {
      const said = answer.parse(await predict({ id: row.id, text: row.text }));
      const common = { document: String(row.id), side: sideOf(codebook, row) };
      for (const code of codesOf(row)) {
        for (const asked of ASKED)
          items.push({ ...common, asked, about: code.about, truth: String(code[asked]), said: String(said[asked]) });
        if (code.stance === said.stance) continue;
        const surprise = said.stance === "none" ? 1 : 2;
        const { stance: truth } = code;
        mistakes.push({
          id: common.document,
          tag: "stance",
          truth,
          predicted: said.stance,
          surprise,
          text: row.text.slice(0, 400),
        });
      }
    }
    const of = (asked: string) => items.filter((item) => item.asked === asked);
    return {
      trivialLine: "the commonest answer",
      rows: [...labelRows(of("stance")), ...labelRows(of("holder"), "holder "), ...labelRows(of("about"), "about ")],
      figures: ASKED.flatMap((asked) => [
        ...figures(`${asked} right`, of(asked), accuracyOf, majorityLine(accuracyOf)),
        ...(asked === "about"
          ? []
          : figures(
              `${asked} right, sentences about it`,
              of(asked).filter((item) => item.about),
              accuracyOf,
              majorityLine(accuracyOf),
            )),
      ]),
      confusion: confusionOf(of("stance")),
      mistakes: worst(mistakes),
    };
  },
};
