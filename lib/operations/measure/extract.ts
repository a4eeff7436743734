import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { MeasurementFigure } from "#lib/domain/measurements.ts";
import { scorePage, type Overlap, type PageScore, type PageTruth } from "./extractScores.ts";
import { figures, worst, type Mistake } from "./report.ts";
import type { MeasureTask } from "./task.ts";
import { rowId } from "#lib/operations/predict/task.ts";

const text = z.string().nullish();
const goldRow = z
  .looseObject({
    /** The file where left out. */
    id: rowId.optional(),
    /** The page itself, or a file (gzip too) beside the gold file. */
    html: z.string().optional(),
    file: z.string().optional(),
    url: text,
    title: text,
    author: text,
    authors: z.array(z.string()).nullish(),
    publishing_date: text,
    date_published: text,
    paragraphs: z.array(z.string()).nullish(),
    /** Rows of one kind get figures of their own, besides those for all. */
    benchmark: text,
    english: z.boolean().nullish(),
  })
  .refine((row) => row.html !== undefined || row.file !== undefined, "needs html or file");

type Scored = PageScore & { document: string; side: string | null };

/** Title, author, date and body text of pages against their truth. */
export const extract: MeasureTask<z.infer<typeof goldRow>> = {
  name: "extract",
  describe: "{id?, html | file, url?, title?, authors | author?, publishing_date | date_published?, paragraphs?}",
  row: goldRow,
  async run(_, rows, folder = ".") {
    const scores: Scored[] = [];
    for (const row of rows) {
      const html = row.html ?? readFile(join(folder, row.file ?? ""));
      const truth = { ...row, id: String(row.id ?? row.file) } as PageTruth;
      const language = row.english == null ? null : row.english ? "English" : "other";
      scores.push({ ...(await scorePage(truth, html)), document: truth.id, side: row.benchmark ?? language });
    }
    const times = scores.map((s) => s.ms).toSorted((a, b) => a - b);
    const time = (name: string, value: number | undefined): MeasurementFigure => ({
      name,
      side: "all",
      n: scores.length,
      value: value ?? null,
      interval: null,
      trivial: null,
      note: "processor time on this machine",
    });
    return {
      trivialLine:
        "Everything the page shows is taken for the report, the tab's title and the first declared author and date as they stand.",
      rows: [],
      figures: [
        ...body("shingle F1 (4 tokens)", scores, "shingles", 2),
        ...body("shingle precision", scores, "shingles", 0),
        ...body("shingle recall", scores, "shingles", 1),
        ...body("exact-paragraph F1", scores, "paragraphs", 2),
        ...right("title right", scores, "title"),
        ...right("authors right", scores, "author"),
        ...right("day of publication right", scores, "date"),
        time("median milliseconds a page", times[times.length >> 1]),
        time("slowest milliseconds", times.at(-1)),
      ],
      confusion: null,
      mistakes: worst(scores.flatMap(mistakesOf), 40),
    };
  },
};

/** @throws Error ENOENT for a page that is not there. */
function readFile(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Precision, recall and the F1 of their means over pages: 0, 1 and 2. */
function meansOf(pairs: readonly (Overlap | null)[]): [number, number, number] | null {
  const known = pairs.filter((pair) => pair !== null);
  if (known.length === 0) return null;
  const precision = known.reduce((sum, pair) => sum + pair.precision, 0) / known.length;
  const recall = known.reduce((sum, pair) => sum + pair.recall, 0) / known.length;
  return [precision, recall, harmonic({ precision, recall })];
}

const harmonic = ({ precision: p, recall: r }: Overlap): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r));

function body(
  name: string,
  scores: readonly Scored[],
  key: "shingles" | "paragraphs",
  which: 0 | 1 | 2,
): MeasurementFigure[] {
  const known = scores.filter((s) => s[key] !== null);
  if (known.length === 0) return [];
  const mean = (of: (x: Scored) => Overlap | null) => (s: readonly Scored[]) => meansOf(s.map(of))?.[which] ?? null;
  return figures(
    name,
    known,
    mean((x) => x[key]),
    mean((x) => x.whole?.[key] ?? null),
  );
}

function right(name: string, scores: readonly Scored[], key: "title" | "author" | "date"): MeasurementFigure[] {
  const asked = scores.filter((s) => s[key] !== null);
  if (asked.length === 0) return [];
  const share = (of: (x: Scored) => boolean | null) => (s: readonly Scored[]) =>
    s.length === 0 ? null : s.filter(of).length / s.length;
  return figures(
    name,
    asked,
    share((x) => x[key]),
    share((x) => x.trivial[key]),
  );
}

function mistakesOf(score: Scored): Mistake[] {
  const common = { id: score.id, text: score.page.text.slice(0, 120) };
  const f1 = score.shingles === null ? 1 : harmonic(score.shingles);
  const of = (tag: "title" | "author" | "date", predicted: string | null): Mistake[] =>
    score[tag] === false
      ? [{ ...common, tag, truth: score.truth[tag], predicted: predicted ?? "none", surprise: 0.05 }]
      : [];
  return [
    ...(f1 < 0.95
      ? [{ ...common, tag: "text", truth: "", predicted: score.problem ?? `F1 ${f1.toFixed(2)}`, surprise: 1 - f1 }]
      : []),
    ...of("title", score.page.title),
    ...of("author", score.page.byline),
    ...of("date", score.page.publishedAt),
  ];
}
