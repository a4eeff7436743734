import { z } from "zod";
import { loadedLanguage as predictLoaded } from "#lib/operations/predict/loadedLanguage.ts";
import { classificationReport } from "#lib/compare/metrics/classification.ts";
import { figures, sideOf, tagRows, worst, type Judged, type Mistake } from "./report.ts";
import { textRow, type MeasureTask } from "./task.ts";

const LOADED = new Set(["loaded", "biased"]);
const PLAIN = new Set(["plain", "non-biased"]);

const goldRow = z.looseObject({
  ...textRow,
  label: z
    .string()
    .transform((label) => label.toLowerCase())
    .refine((label) => LOADED.has(label) || PLAIN.has(label), "is neither loaded (biased) nor plain (non-biased)"),
  /** The words an annotator marked, as they stand in the text. */
  biased_words: z.array(z.string()).optional(),
});
type GoldRow = z.infer<typeof goldRow>;

const predictionSchema = z.object({
  label: z.enum(["loaded", "plain"]),
  score: z.number(),
  words: z.array(z.tuple([z.number(), z.number()])),
});

/** One word somebody marked: the tagger, the annotators, or both. */
interface Marked {
  document: string;
  side: string | null;
  by: "tagger" | "annotator";
  agreed: boolean;
  /** The annotators marked something in this sentence. */
  inMarkedSentence: boolean;
}

const share = (items: readonly Marked[]): number | null =>
  items.length === 0 ? null : items.filter((item) => item.agreed).length / items.length;

function macroF1(items: readonly Judged[]): number | null {
  const name = (loaded: boolean): string => (loaded ? "loaded" : "plain");
  return classificationReport(
    items.map((item) => name(item.truth)),
    items.map((item) => name(item.predicted)),
  ).macroF1;
}
/** The commoner label said of every sentence. */
function majorityMacroF1(items: readonly Judged[]): number | null {
  const loaded = items.filter((item) => item.truth).length * 2 > items.length;
  return macroF1(items.map((item) => ({ ...item, predicted: loaded })));
}

/** Where the words stand, whatever their case. */
function placesOf(text: string, words: readonly string[]): [number, number][] {
  const low = text.toLowerCase();
  return words.flatMap((word) => {
    const places: [number, number][] = [];
    const wanted = word.toLowerCase();
    for (let at = low.indexOf(wanted); at >= 0 && wanted !== ""; at = low.indexOf(wanted, at + 1))
      places.push([at, at + wanted.length]);
    return places;
  });
}
const meets = ([a, b]: [number, number], others: readonly [number, number][]): boolean =>
  others.some(([c, d]) => a < d && c < b);

export const loadedLanguage: MeasureTask<GoldRow> = {
  name: "loaded-language",
  describe: "{id, text, label: loaded|plain or Biased|Non-biased, biased_words?: [words], outlet?}",
  row: goldRow,
  async run(codebook, rows) {
    const predict = predictLoaded.prepare(codebook);
    const items: Judged[] = [];
    const marked: Marked[] = [];
    const mistakes: Mistake[] = [];
    const confusion: Record<string, Record<string, number>> = {};
    for (const row of rows) {
      const { label, score, words } = predictionSchema.parse(await predict({ id: row.id, text: row.text }));
      const truth = LOADED.has(row.label) ? "loaded" : "plain";
      const place = { document: row.outlet ?? String(row.id), side: sideOf(codebook, row) };
      items.push({ ...place, truth: truth === "loaded", predicted: label === "loaded", score });
      const cell = (confusion[truth] ??= {});
      cell[label] = (cell[label] ?? 0) + 1;
      if (row.biased_words) {
        const theirs = placesOf(row.text, row.biased_words);
        const inMarkedSentence = theirs.length > 0;
        for (const each of words)
          marked.push({ ...place, by: "tagger", agreed: meets(each, theirs), inMarkedSentence });
        for (const each of theirs)
          marked.push({ ...place, by: "annotator", agreed: meets(each, words), inMarkedSentence });
      }
      if (truth !== label)
        mistakes.push({
          id: String(row.id),
          tag: "loaded",
          truth,
          predicted: label,
          surprise: Math.abs(score - (truth === "loaded" ? 1 : 0)),
          text: row.text.slice(0, 400),
        });
    }
    const by = (who: Marked["by"]): Marked[] => marked.filter((each) => each.by === who);
    return {
      trivialLine: "the commoner label said of every sentence",
      rows: tagRows("loaded", items),
      figures: [
        ...figures("macro-F1", items, macroF1, majorityMacroF1, "interval redraws whole outlets"),
        ...figures("marked words an annotator marked", by("tagger"), share),
        ...figures(
          "marked words an annotator marked, in sentences with such words",
          by("tagger").filter((each) => each.inMarkedSentence),
          share,
        ),
        ...figures("annotators' words that were marked", by("annotator"), share),
      ],
      confusion,
      mistakes: worst(mistakes),
    };
  },
};
