import type { StanceModel } from "#lib/domain/stanceModel.ts";
import type { ActorFeatures } from "#lib/tag/stance/learned.ts";
import { HEADS, poolFeatures } from "#lib/tag/stance/articleFeatures.ts";
import type { Features } from "#lib/tag/stance/context.ts";
import { matrixOf, scoreRow, trainBinary, type BinaryWeights, type Matrix } from "./matrix.ts";

/** One actor in one coded article. Codes -2..2, null = not discussed. */
export interface StanceRow {
  id: string;
  side: string;
  group: "russia" | "ukraine" | "west";
  own: number | null;
  all: number | null;
  role: string;
  /** Sentences the coder pointed at, same order as `actor.sentences`. */
  pointed: boolean[];
  actor: ActorFeatures;
}

/** Chosen on cross-validation of the training articles. */
const RIDGE = { words: 2, forGroup: 3, dense: 0.3, heads: 1, minDf: 3 };
/** Ridge shrinks the log-odds of 190 articles too much; stretched by this (cross-validation). */
const STRETCH = 1.8;
const INNER = 4;
/** Sentence features that are also learned for one group of actors apart. */
const BY_GROUP = /^(?:w|r0|l0|ra|d|c):/;
/** What only questions about all voices may use. */
const ALL_VOICES = /^[vo]:/;

interface Sentence {
  row: StanceRow;
  pointed: boolean;
}

/** Everything indexed once; models are trained on subsets of rows. */
export interface Prepared {
  rows: readonly StanceRow[];
  sentences: Sentence[];
  /** Index of a row's first sentence. */
  first: number[];
  matrix: Matrix;
}

export function prepareStance(rows: readonly StanceRow[]): Prepared {
  const sentences: Sentence[] = [];
  const features: Features[] = [];
  const first: number[] = [];
  for (const row of rows) {
    first.push(sentences.length);
    row.actor.sentences.forEach((sentence, i) => {
      sentences.push({ row, pointed: row.pointed[i]! });
      const with_ = new Map(sentence.features);
      for (const [name, value] of sentence.features) if (BY_GROUP.test(name)) with_.set(`@${row.group}|${name}`, value);
      with_.set(`@${row.group}|1`, 1);
      features.push(with_);
    });
  }
  return { rows, sentences, first, matrix: matrixOf(features, RIDGE.minDf) };
}

const signOf = (row: StanceRow): number => Math.sign(row.own || row.all || 0);
const sentenceRidge = (name: string): number => {
  if (/^(?:@\w+\|)?[svcpd]:|\|1$/.test(name)) return RIDGE.dense;
  return name.startsWith("@") ? RIDGE.forGroup : RIDGE.words;
};

/**
 * Sentence models of both signs, taught by the coders' evidence. A sentence they did not point at, in an article that
 * does carry the sign, teaches nothing: coders point at two or three of many.
 */
function fitSentences(prepared: Prepared, picked: readonly number[]): [BinaryWeights, BinaryWeights] {
  const inside = new Set(picked.map((r) => prepared.rows[r]!));
  const fit = (sign: -1 | 1): BinaryWeights => {
    const usable = prepared.sentences
      .map((_, i) => i)
      .filter((i) => {
        const { row, pointed } = prepared.sentences[i]!;
        return inside.has(row) && (signOf(row) !== sign || pointed);
      });
    return trainBinary(prepared.matrix, usable, (i) => signOf(prepared.sentences[i]!.row) === sign, sentenceRidge);
  };
  return [fit(-1), fit(1)];
}

function featuresOf(prepared: Prepared, r: number, models: readonly BinaryWeights[]): Features {
  const { actor } = prepared.rows[r]!;
  const scores = actor.sentences.map((_, j) => models.map((w) => scoreRow(prepared.matrix, prepared.first[r]! + j, w)));
  const features = new Map(actor.features);
  for (const [name, value] of poolFeatures(actor.sentences, scores)) features.set(name, value);
  return features;
}

export interface FittedStance {
  sentence: StanceModel["sentence"];
  heads: StanceModel["heads"];
  /** Probability of each question of HEADS for rows left out of training. */
  predict(r: number): number[];
}

/** What a question's answer is in the codes. */
function truth(row: StanceRow, head: (typeof HEADS)[number]): boolean {
  if (head === "discussed") return row.own !== null || row.all !== null;
  if (head === "own-" || head === "own+" || head === "all-" || head === "all+") {
    const code = head.startsWith("own") ? row.own : row.all;
    return code !== null && (head.endsWith("-") ? code < 0 : code > 0);
  }
  return row.role === head;
}

/** Trains both layers on the picked rows. Article rows see sentence scores of models that did not see the article. */
export function fitStance(prepared: Prepared, picked: readonly number[]): FittedStance {
  const parts = Array.from({ length: INNER }, (_, q) =>
    fitSentences(
      prepared,
      picked.filter((r) => innerFold(prepared.rows[r]!.id) !== q),
    ),
  );
  const models = fitSentences(prepared, picked);
  const rows = picked.map((r) => featuresOf(prepared, r, parts[innerFold(prepared.rows[r]!.id)]!));
  const heads: StanceModel["heads"] = {};
  for (const group of ["russia", "ukraine", "west"] as const) {
    const mine = picked.map((_, i) => i).filter((i) => prepared.rows[picked[i]!]!.group === group);
    const matrix = matrixOf(
      mine.map((i) => rows[i]!),
      RIDGE.minDf,
    );
    const all = mine.map((_, i) => i);
    const fitted = HEADS.map((head) =>
      trainBinary(
        matrix,
        all,
        (i) => truth(prepared.rows[picked[mine[i]!]!]!, head),
        (name) => (head.startsWith("own") && ALL_VOICES.test(name) ? 1e6 : RIDGE.heads),
      ),
    );
    heads[group] = linear(
      HEADS,
      matrix,
      fitted.map((w) => w.map((x) => x * STRETCH)),
      0.004,
    );
  }
  return {
    sentence: linear(["minus", "plus"], prepared.matrix, models, 0.004),
    heads,
    predict(r) {
      const { classes, bias, weights } = heads[prepared.rows[r]!.group]!;
      const z = [...bias];
      for (const [name, value] of featuresOf(prepared, r, models))
        weights[name]?.forEach((w, c) => (z[c]! += w * value));
      return classes.map((_, c) => 1 / (1 + Math.exp(-z[c]!)));
    },
  };
}

function linear(
  classes: readonly string[],
  matrix: Matrix,
  fitted: readonly BinaryWeights[],
  least: number,
): StanceModel["sentence"] {
  const weights: Record<string, number[]> = {};
  matrix.names.forEach((name, i) => {
    const w = fitted.map((f) => f[i]!);
    if (w.some((x) => Math.abs(x) >= least)) weights[name] = w.map(round);
  });
  return { classes: [...classes], bias: fitted.map((f) => round(f[matrix.names.length]!)), weights };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

function innerFold(id: string): number {
  let hash = 7;
  for (const char of id) hash = (hash * 31 + char.codePointAt(0)!) >>> 0;
  return (hash >>> 3) % INNER;
}
