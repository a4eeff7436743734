import type { FrameModel } from "#lib/domain/frameModel.ts";
import type { CueRarity } from "#lib/tag/frames/cueCounts.ts";
import { cueScore, LearnedFrames, termWeight } from "#lib/tag/frames/learned.ts";
import { round, type FrameDocument } from "./frameDocuments.ts";
import { chooseThresholds, fitCalibration } from "./freeze.ts";
import { fitSoftRidge, type SoftRidgeFit, type SparseRows } from "./softRidge.ts";

export interface FrameFitOptions {
  /** Frames to learn, in the order of `truth`. */
  frames: readonly string[];
  /** All frames whose cue counts are scaled, the issue frames among them. */
  scaled: readonly string[];
  rarity: CueRarity;
  l2: number;
  /** Articles a stem must stand in. */
  minDf: number;
  iterations: number;
  cueShare: number;
  /** How far below the best cut of training a frame is said, in standard deviations: other topics score lower. */
  lowered: number;
  /** Inner folds for thresholds and calibration; with 0 both stay at zero, for scores alone. */
  innerFolds: number;
}

/** One labelled article. */
export interface Labelled {
  document: FrameDocument;
  truth: readonly boolean[];
}

/** What does not depend on labels, worked out once. */
export interface Prepared {
  stems: ReadonlyMap<string, Stem>;
  cueScale: FrameModel["cueScale"];
  scaling: readonly FrameDocument[];
}

/** `scaling` are the articles that give vocabulary, idf, means and standard deviations. */
export function prepare(
  scaling: readonly FrameDocument[],
  options: Pick<FrameFitOptions, "scaled" | "minDf">,
): Prepared {
  const stems = vocabulary(scaling, options.minDf);
  const cueScale = Object.fromEntries(options.scaled.map((id) => [id, scaleOf(scaling.map((d) => d.counts.get(id)!))]));
  return { stems, cueScale, scaling };
}

/**
 * Stems by ridge logistic regression with balanced classes, blended with the unfitted cue score; thresholds and
 * calibration from inner cross-validation. Deterministic.
 */
export function fitFrames(labelled: readonly Labelled[], prepared: Prepared, options: FrameFitOptions): FrameModel {
  const model = fitScores(labelled, prepared, options);
  if (options.innerFolds === 0) return model;
  const scores: number[][] = labelled.map(() => []);
  for (let fold = 0; fold < options.innerFolds; fold++) {
    const inner = fitScores(
      labelled.filter((_, i) => i % options.innerFolds !== fold),
      prepared,
      options,
    );
    const learned = new LearnedFrames(inner);
    labelled.forEach(({ document }, i) => {
      if (i % options.innerFolds === fold) scores[i] = scoresOf(learned, document);
    });
  }
  const truth = labelled.map((l) => l.truth);
  return {
    ...model,
    threshold: chooseThresholds(scores, truth).map((cut) => round(cut - options.lowered)),
    calibration: fitCalibration(scores, truth),
  };
}

/** Blended score of every frame. */
export function scoresOf(learned: LearnedFrames, document: FrameDocument): number[] {
  const stems = learned.stemScores(document.stems);
  return learned.model.frames.map((id) => learned.score(id, stems, cueScoreOf(learned.model, id, document)).score);
}

/** The cue score alone, unfitted. */
export function cueScoreOf(model: Pick<FrameModel, "cueScale">, id: string, document: FrameDocument): number {
  const counts = [...(document.counts.get(id) ?? [])];
  return cueScore(model, id, { counts } as Parameters<typeof cueScore>[2]);
}

function fitScores(labelled: readonly Labelled[], prepared: Prepared, options: FrameFitOptions): FrameModel {
  const k = options.frames.length;
  const known = sparse(
    labelled.map((l) => l.document),
    prepared.stems,
  );
  const truth = Float64Array.from(labelled.flatMap((l) => l.truth.map(Number)));
  const fit = fitSoftRidge(known, k, truth, balanced(truth, k), options);
  return pack(fit, prepared, options);
}

/** Weights that let carriers and the rest of each frame count the same, as much as all rows. */
function balanced(targets: Float64Array, k: number): Float64Array {
  const n = targets.length / k;
  const weights = new Float64Array(targets.length);
  for (let f = 0; f < k; f++) {
    let yes = 0;
    for (let i = 0; i < n; i++) yes += targets[i * k + f]!;
    const up = n / (2 * Math.max(yes, 1));
    const down = n / (2 * Math.max(n - yes, 1));
    for (let i = 0; i < n; i++) {
      const t = targets[i * k + f]!;
      weights[i * k + f] = t * up + (1 - t) * down;
    }
  }
  return weights;
}

interface Stem {
  index: number;
  idf: number;
}

/** Stems in enough articles, alphabetical, idf rounded as it is stored. */
function vocabulary(documents: readonly FrameDocument[], minDf: number): Map<string, Stem> {
  const df = new Map<string, number>();
  for (const { stems } of documents) for (const stem of stems.keys()) df.set(stem, (df.get(stem) ?? 0) + 1);
  const kept = [...df].filter(([, n]) => n >= minDf).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const idf = (n: number): number => Math.round(100 * Math.log((documents.length + 1) / (n + 1))) / 100;
  return new Map(kept.map(([stem, n], index) => [stem, { index, idf: idf(n) }]));
}

function sparse(documents: readonly FrameDocument[], stems: ReadonlyMap<string, Stem>): SparseRows {
  const rows = documents.map((document) => {
    const pairs: [number, number][] = [];
    for (const [name, count] of document.stems) {
      const known = stems.get(name);
      if (known) pairs.push([known.index, termWeight(count, known.idf)]);
    }
    const length = Math.sqrt(pairs.reduce((sum, [, v]) => sum + v * v, 0)) || 1;
    return {
      columns: Int32Array.from(pairs.map(([i]) => i)),
      values: Float64Array.from(pairs.map(([, v]) => v / length)),
    };
  });
  return { columns: rows.map((r) => r.columns), values: rows.map((r) => r.values), width: stems.size };
}

/** Weights as whole numbers of one thousandth of the largest; stems that weigh nothing for any frame still count. */
function pack(fit: SoftRidgeFit, { stems, scaling, cueScale }: Prepared, options: FrameFitOptions): FrameModel {
  const k = options.frames.length;
  const largest = fit.weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  const unit = Number((largest / 1000 || 1).toPrecision(4));
  const model: FrameModel = {
    version: "1",
    frames: [...options.frames],
    stems: Object.fromEntries(
      [...stems].map(([name, { index, idf }]) => [
        name,
        [
          Math.round(idf * 100),
          ...Array.from(fit.weights.subarray(index * k, index * k + k), (w) => Math.round(w / unit) + 0),
        ],
      ]),
    ),
    unit,
    bias: Array.from(fit.bias, round),
    stemScale: { mean: [], sd: [] },
    cueScale,
    cueIdf: { ...options.rarity.idf },
    cueIdfFallback: options.rarity.fallback,
    cueShare: options.cueShare,
    threshold: options.frames.map(() => 0),
    calibration: { slope: 1, intercept: options.frames.map(() => 0) },
  };
  const learned = new LearnedFrames(model);
  return { ...model, stemScale: scaleOf(scaling.map((d) => learned.stemScores(d.stems).scores)) };
}

/** Mean and standard deviation of each column. */
function scaleOf(rows: readonly (readonly number[])[]): { mean: number[]; sd: number[] } {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => momentsOf(rows.map((row) => row[i]!)));
  return { mean: columns.map((c) => round(c.mean)), sd: columns.map((c) => round(c.sd)) };
}

export function momentsOf(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length) };
}
