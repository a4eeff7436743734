import { z } from "zod";
import { randomIndex, seededRandom, seedFrom, type Random } from "#lib/compare/random.ts";
import { NearDuplicateIndex, SAME_TEXT } from "#lib/ingest/index.ts";
import { figures, type Mistake } from "./report.ts";
import type { MeasureTask } from "./task.ts";
import { rowId } from "#lib/operations/predict/task.ts";

const goldRow = z.looseObject({
  id: rowId,
  text: z.string(),
  outlet: z.string().optional(),
});

/** Every nth article is copied, so that a long file stays quick. */
const MOST_COPIED = 300;

/** Ways of making a copy; each keeps at least half of the original's words or order. */
const WAYS: Record<string, (sentences: string[], random: Random) => string> = {
  "first 60 %": (s) => s.slice(0, Math.ceil(s.length * 0.6)).join(" "),
  "middle 30 %": (s) => s.slice(Math.floor(s.length * 0.35), Math.ceil(s.length * 0.65)).join(" "),
  "sentences shuffled": (s, random) => shuffled(s, random).join(" "),
  "a word in fifteen changed": (s, random) => changed(s.join(" "), 1 / 15, random),
  "a word in ten changed": (s, random) => changed(s.join(" "), 1 / 10, random),
  "cut, shuffled and edited": (s, random) =>
    changed(shuffled(s.slice(0, Math.ceil(s.length * 0.7)), random).join(" "), 1 / 25, random),
  "inside a longer report": (s) => `${OTHER} ${s.slice(0, Math.ceil(s.length * 0.8)).join(" ")} ${OTHER}`,
};

/** Text of ours around a copied one. */
const OTHER = Array.from(
  { length: 20 },
  (_, i) => `Our reporter number ${i} saw the road to village ${i} closed that day.`,
).join(" ");

interface Lookup {
  document: string;
  side: null;
  way: string;
  found: boolean;
  right: number;
  wrong: number;
}

/** Near-duplicate detection on copies made from the articles of a file by cutting, reordering and editing. */
export const duplicates: MeasureTask<z.infer<typeof goldRow>> = {
  name: "duplicates",
  describe: "{id, text}: copies are made of the texts and looked up among all of them",
  row: goldRow,
  run(_, rows) {
    const index = new NearDuplicateIndex();
    const texts = new Map(rows.map((row) => [String(row.id), row.text]));
    for (const [id, text] of texts) index.add({ id, text });
    const step = Math.max(1, Math.ceil(texts.size / MOST_COPIED));
    const mistakes: Mistake[] = [];
    const lookups = [...texts]
      .filter((__, i) => i % step === 0)
      .flatMap(([id, text]) => {
        const sentences = text.split(/(?<=[.!?][”"’)]?)\s+/);
        // An article found with the original is right too: the coverage holds true copies.
        const also = new Set(index.find({ id, text }).map((found) => found.id));
        return Object.entries(WAYS).map(([way, copy]): Lookup => {
          const made = copy(sentences, seededRandom(seedFrom(`${id}${way}`)));
          const found = index.find({ id: `${id}'`, text: made }).map((f) => f.id);
          const wrong = found.filter((other) => other !== id && !also.has(other));
          for (const other of wrong) mistakes.push(mistake(id, way, other, made));
          return {
            document: id,
            side: null,
            way,
            found: found.includes(id),
            right: found.length - wrong.length,
            wrong: wrong.length,
          };
        });
      });
    const recall = (items: readonly Lookup[]): number | null =>
      items.length === 0 ? null : items.filter((item) => item.found).length / items.length;
    const precision = (items: readonly Lookup[]): number | null => {
      const all = items.reduce((sum, item) => sum + item.right + item.wrong, 0);
      return all === 0 ? null : items.reduce((sum, item) => sum + item.right, 0) / all;
    };
    return Promise.resolve({
      trivialLine: `None: most pairs of articles are no copies. Found means ${SAME_TEXT * 100} % of the shorter text shared.`,
      rows: [],
      figures: [
        ...figures("recall", lookups, recall),
        ...figures("precision", lookups, precision),
        ...Object.keys(WAYS).flatMap((way) =>
          figures(
            `recall, ${way}`,
            lookups.filter((l) => l.way === way),
            recall,
          ),
        ),
      ],
      confusion: null,
      mistakes,
    });
  },
};

const mistake = (id: string, way: string, other: string, text: string): Mistake => ({
  id,
  tag: way,
  truth: id,
  predicted: other,
  surprise: 1,
  text: text.slice(0, 120),
});

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = randomIndex(random, i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

const changed = (text: string, share: number, random: Random): string =>
  text.replace(/\p{L}+/gu, (word) => (random() < share ? `${word}x` : word));
