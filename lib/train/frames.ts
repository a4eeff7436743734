import { createHash } from "node:crypto";
import { z } from "zod";
import type { Measurement, MeasurementFigure } from "#lib/domain/measurements.ts";
import type { FrameModel } from "#lib/domain/frameModel.ts";
import { LearnedFrames } from "#lib/tag/frames/learned.ts";
import { auc } from "#lib/compare/metrics/auc.ts";
import { frameFigures, frameSummary, macro, type FrameJudged } from "#lib/compare/metrics/frameFigures.ts";
import { figures } from "#lib/compare/metrics/judged.ts";
import { CODED_COVERAGE, codedCoverage } from "./codedCoverage.ts";
import { article, COVERAGE, openCoverage, TESTS } from "./coverage.ts";
import { cueScoreOf, fitFrames, prepare, type FrameFitOptions, type Labelled, type Prepared } from "./fitFrames.ts";
import { dealFolds } from "./folds.ts";
import { readDocuments } from "./frameDocuments.ts";
import type { Trainer, TrainInput } from "./trainer.ts";

const codedArticle = article.extend({ codes: z.array(z.looseObject({ frames: z.array(z.string()) })).min(1) });

const CODED = "gold/coded/single.jsonl";
const OUTER_FOLDS = 5;

export const frames: Trainer = {
  name: "frames",
  describe: `frames.json: 14 generic frames from ${CODED} and ${CODED_COVERAGE}`,
  run(input) {
    const { codebook, log } = input;
    const coded = z.array(codedArticle).parse(input.rows(CODED));
    const { documents: coverage, rarity, neverFired } = readDocuments(codebook, openCoverage(input), null);
    log(`${coverage.length} articles of coverage read; ${neverFired.length} cues never fire there`);
    const extra = codedCoverage(input, new Set(coded.map((row) => row.id)));
    const rows = [...coded, ...extra];
    const read = readDocuments(codebook, rows, rarity).documents;
    const ids = codebook.frames.filter((f) => f.layer === "generic").map((f) => f.id);
    const labelled = rows.map((row, i): Labelled => {
      const present = new Set<string>(row.codes[0]!.frames);
      return { document: read[i]!, truth: ids.map((id) => present.has(id)) };
    });
    log(`${coded.length} + ${extra.length} coded articles`);
    const options: FrameFitOptions = {
      frames: ids,
      scaled: codebook.frames.map((f) => f.id),
      rarity,
      l2: 0.33,
      minDf: 8,
      iterations: 120,
      cueShare: 0.38,
      lowered: 0.1,
      innerFolds: 4,
    };
    const prepared = prepare(coverage, options);
    const folds = [...dealFolds(coded.length, OUTER_FOLDS), ...dealFolds(extra.length, OUTER_FOLDS)];
    const judged = crossValidate(labelled, () => prepared, options, folds, log);
    const model = fitFrames(labelled, prepared, options);
    const ofSet = new Set(coded.map((row) => row.id));
    const onCoded = judged.filter(({ document }) => ofSet.has(document));
    const onCoverage = judged.filter(({ document }) => !ofSet.has(document));
    const measurement = measurementOf(input, onCoded, "frames", CODED, coded, "language models");
    return {
      "frames.json": model,
      "frames.card.json": cardOf(measurement, options, extra.length, coverage.length, onCoverage, neverFired),
      "measurements/frames.json": measurement,
    };
  },
};

export interface CrossValidated extends FrameJudged {
  /** The cue score alone. */
  cues: number;
}

/** Held-back judgements: model, thresholds and self-training see the training folds only. */
export function crossValidate(
  labelled: readonly Labelled[],
  preparedFor: (train: readonly Labelled[]) => Prepared,
  options: FrameFitOptions | ((train: readonly Labelled[]) => FrameFitOptions),
  folds: readonly number[],
  log: (line: string) => void,
): CrossValidated[] {
  const judged: CrossValidated[] = [];
  for (const fold of [...new Set(folds)].toSorted((a, b) => a - b)) {
    const train = labelled.filter((_, i) => folds[i] !== fold);
    const chosen = typeof options === "function" ? options(train) : options;
    const model = fitFrames(train, preparedFor(train), chosen);
    log(`fold ${fold} trained`);
    labelled.forEach((item, i) => {
      if (folds[i] === fold) judged.push(...judge(model, item));
    });
  }
  return judged;
}

function judge(model: FrameModel, { document, truth }: Labelled): CrossValidated[] {
  const learned = new LearnedFrames(model);
  const stems = learned.stemScores(document.stems);
  return model.frames.map((frame, f) => {
    const cues = cueScoreOf(model, frame, document);
    const { score, probability, present } = learned.score(frame, stems, cues);
    return {
      frame,
      document: document.id,
      side: document.side,
      truth: truth[f]!,
      predicted: present && (document.sentences.get(frame) ?? 0) >= 1,
      score: probability,
      rank: score,
      cues,
    };
  });
}

export function measurementOf(
  { codebook, date }: TrainInput,
  judged: readonly CrossValidated[],
  task: string,
  name: string,
  rows: readonly unknown[],
  coder: string,
): Measurement {
  const cuesAlone: MeasurementFigure[] = figures(
    "mean AUC, cues alone",
    judged,
    (chosen) =>
      macro(chosen, (items) =>
        auc(
          items.map((i) => i.cues),
          items.map((i) => i.truth),
        ),
      ),
    null,
    "unfitted cue score, no labels used",
  );
  const computed = frameFigures(judged);
  return {
    task,
    method: "cross-validation; model and thresholds see the training folds only",
    data: {
      name,
      items: rows.length,
      digest: createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 12),
    },
    coder,
    date,
    codebookVersion: codebook.version.split("+")[0]!,
    rows: computed.rows.map(rounded),
    figures: [...computed.figures, ...cuesAlone].map(rounded),
  };
}

/** Numbers to four places, so that files stay small. */
export function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, v: unknown) => (typeof v === "number" ? Math.round(v * 1e4) / 1e4 : v)),
  ) as T;
}

function cardOf(
  measurement: Measurement,
  options: FrameFitOptions,
  extra: number,
  scaling: number,
  onCoverage: readonly FrameJudged[],
  neverFired: readonly string[],
): Record<string, unknown> {
  return {
    model: "Ridge logistic regression over stems beside the codebook's unfitted cue score",
    trainedOn: [
      { file: CODED, articles: measurement.data.items, coder: "language models, not people", licence: "labels ours" },
      {
        file: `corpus/training/${CODED_COVERAGE}`,
        articles: extra,
        coder: "language models, not people",
        licence: "labels ours",
      },
      { file: COVERAGE.join(", "), articles: scaling, use: "without labels: idf, scaling" },
    ],
    leftOut: `${TESTS} and its articles in coverage`,
    masked: "outlet names, credits, spellings that give the side away (lib/tag/frames/stems.ts)",
    citation: "Articles: github r2nery/ukraine-media (compilation MIT). Weights hold no text of theirs.",
    licence: "Apache-2.0, as the project",
    options: { ...options, rarity: undefined, scaled: undefined },
    figures: measurement.figures,
    figuresOnCodedCoverage: onCoverage.length === 0 ? [] : frameSummary(onCoverage).map(rounded),
    cuesThatNeverFireInCoverage: neverFired,
    date: measurement.date,
    command: "npx parallax train frames --data <folder>",
    seed: 1,
  };
}
