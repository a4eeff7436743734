import type { StanceModel } from "#lib/domain/stanceModel.ts";
import { linearScores, logistic } from "#lib/tag/model/linear.ts";
import type { ActorFeatures } from "#lib/tag/stance/actorFeatures.ts";
import { forGroup, jointOdds, jointValues } from "#lib/tag/stance/learned.ts";
import { HEADS, poolFeatures } from "#lib/tag/stance/articleFeatures.ts";
import type { Features } from "#lib/tag/stance/context.ts";
import { dualTrainer, featureWeights, gramOf } from "./dual.ts";
import { fitJoint, othersOf } from "./fitJoint.ts";
import { matrixOf, scoreRow, trainBinary, type BinaryWeights, type Matrix } from "./matrix.ts";

/** One actor in one coded article. Codes -2..2, null = not discussed. */
export interface StanceRow {
  id: string;
  side: string;
  group: "russia" | "ukraine" | "west";
  own: number | null;
  all: number | null;
  role: string;
  /** Sentences the coder pointed at, same order as `actor.sentences`; null for later coders, who were not asked to. */
  pointed: boolean[] | null;
  actor: ActorFeatures;
}

/** Chosen on cross-validation of the training articles. */
const RIDGE = { words: 2, forGroup: 3, dense: 0.3, heads: 0.6, headWords: 2.5, later: 0.1, minDf: 3, headDf: 3 };
/** So that the file stays under 1 MB: sentence weights nearer to 0 are left out, weights are rounded to two digits. */
const LEAST = 0.035;
/** Features kept per group of actors, those of largest effect: weight x usual size. */
const KEPT = 6300;
/** Weight of later coders' articles: they say "neutral" sooner; they teach no cut either. */
const LATER = 0.6;
const INNER = 4;
/** The later coders' habits, kept out of the words' weights; never a feature of what is tagged. */
const HABIT = "later coders";
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
  /** Rows of each article. */
  byArticle: ReadonlyMap<string, number[]>;
}

export function prepareStance(rows: readonly StanceRow[]): Prepared {
  const sentences: Sentence[] = [];
  const features: Features[] = [];
  const first: number[] = [];
  for (const row of rows) {
    first.push(sentences.length);
    row.actor.sentences.forEach((sentence, i) => {
      sentences.push({ row, pointed: row.pointed?.[i] ?? false });
      const doubled = new Map(sentence.features);
      for (const [name, value] of sentence.features)
        if (BY_GROUP.test(name)) doubled.set(`@${row.group}|${name}`, value);
      doubled.set(`@${row.group}|1`, 1);
      features.push(doubled);
    });
  }
  const byArticle = new Map<string, number[]>();
  rows.forEach(({ id }, r) => byArticle.set(id, [...(byArticle.get(id) ?? []), r]));
  const matrix = matrixOf(features, RIDGE.minDf, (i) => !isLater(sentences[i]!.row));
  return { rows, sentences, first, matrix, byArticle };
}

/** Coded by one of the later coders. */
export const isLater = (row: StanceRow): boolean => row.pointed === null;

const signOf = (row: StanceRow): number => Math.sign(row.own || row.all || 0);
const sentenceRidge = (name: string): number => {
  if (/^(?:@\w+\|)?[svcpd]:|\|1$/.test(name)) return RIDGE.dense;
  return name.startsWith("@") ? RIDGE.forGroup : RIDGE.words;
};

/**
 * Sentence models of both signs, taught by the coders' evidence. A sentence they did not point at, in an article that
 * does carry the sign, teaches nothing: coders point at two or three of many. Later coders teach no sentence.
 */
function fitSentences(prepared: Prepared, picked: readonly number[]): [BinaryWeights, BinaryWeights] {
  const inside = new Set(picked.map((r) => prepared.rows[r]!).filter((row) => !isLater(row)));
  const fit = (sign: -1 | 1): BinaryWeights => {
    const usable = prepared.sentences
      .map((_, i) => i)
      .filter((i) => {
        const { row, pointed } = prepared.sentences[i]!;
        return inside.has(row) && (signOf(row) !== sign || pointed);
      });
    const carries = (i: number): boolean => signOf(prepared.sentences[i]!.row) === sign;
    return trainBinary(prepared.matrix, usable, carries, sentenceRidge).map(kept);
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
  joint: StanceModel["joint"];
  /** Probability of each question of HEADS for rows left out of training. */
  predict(r: number): number[];
  /** Log-odds of HEADS as asked of the West, about another actor of a picked article, by models that did not see it. */
  besides(id: string, actor: ActorFeatures): number[];
}

/** What a question's answer is in the codes. */
export function truth(row: StanceRow, head: (typeof HEADS)[number]): boolean {
  if (head === "discussed") return row.own !== null || row.all !== null;
  if (head === "own-" || head === "own+" || head === "all-" || head === "all+") {
    const code = head.startsWith("own") ? row.own : row.all;
    return code !== null && (head.endsWith("-") ? code < 0 : code > 0);
  }
  return row.role === head;
}

/** Trains every layer on the picked rows. Later layers see scores of models that did not see the article. */
export function fitStance(prepared: Prepared, picked: readonly number[]): FittedStance {
  const fold = (r: number): number => innerFold(prepared.rows[r]!.id);
  const outside = (q: number): number[] => picked.filter((r) => fold(r) !== q);
  const parts = Array.from({ length: INNER }, (_, q) => fitSentences(prepared, outside(q)));
  const models = fitSentences(prepared, picked);
  const rows = new Map(picked.map((r) => [r, featuresOf(prepared, r, parts[fold(r)]!)]));
  const fitHeads = headFitter(prepared, picked, rows);
  const heads = fitHeads(picked);
  const left = Array.from({ length: INNER }, (_, q) => fitHeads(outside(q)));
  const scores = new Map(
    picked.map((r) => [r, linearScores(left[fold(r)]![prepared.rows[r]!.group]!, rows.get(r)!)] as const),
  );
  const joint = fitJoint(prepared, picked, scores, truth);
  const sentencesOf = parts.map((part) => forGroup(linear(["minus", "plus"], prepared.matrix, part), "west"));
  const score = (r: number): number[] => linearScores(heads[prepared.rows[r]!.group]!, featuresOf(prepared, r, models));
  return {
    sentence: linear(["minus", "plus"], prepared.matrix, models),
    heads,
    joint,
    predict(r) {
      const { group } = prepared.rows[r]!;
      const z = score(r);
      const others = new Map(othersOf(prepared, r).map((o) => [prepared.rows[o]!.group, score(o)]));
      const answers = jointValues(joint[group]!, z, others);
      return HEADS.map((_, i) => answers[i] ?? logistic(z[i]!));
    },
    besides(id, actor) {
      const part = innerFold(id);
      const features = new Map(actor.features);
      const said = actor.sentences.map((s) => linearScores(sentencesOf[part]!, s.features));
      for (const [name, value] of poolFeatures(actor.sentences, said)) features.set(name, value);
      const rivals = (prepared.byArticle.get(id) ?? []).filter((o) => prepared.rows[o]!.group !== "west");
      const others = new Map(rivals.map((o) => [prepared.rows[o]!.group, scores.get(o)!]));
      const z = linearScores(left[part]!["west"]!, features);
      const odds = jointOdds(joint["west"]!, z, others);
      return HEADS.map((_, i) => odds[i] ?? z[i]!);
    },
  };
}

/** Fits the questions of HEADS per group on subsets of rows, from features of the picked rows. */
function headFitter(
  prepared: Prepared,
  picked: readonly number[],
  features: ReadonlyMap<number, Features>,
): (subset: readonly number[]) => StanceModel["heads"] {
  const ridgeOf = ridgeByRarity(picked.map((r) => features.get(r)!));
  const groups = (["russia", "ukraine", "west"] as const).map((group) => {
    const mine = picked.filter((r) => prepared.rows[r]!.group === group);
    const matrix = matrixOf(
      mine.map((r) => (isLater(prepared.rows[r]!) ? new Map([...features.get(r)!, [HABIT, 1]]) : features.get(r)!)),
      RIDGE.headDf,
    );
    const all = matrix.names.map(ridgeOf);
    const own = matrix.names.map((name, f) => (ALL_VOICES.test(name) ? Infinity : all[f]!));
    const ownGram = gramOf(matrix, own);
    const voices = gramOf(
      matrix,
      all.map((ridge, f) => (own[f] === Infinity ? ridge : Infinity)),
    );
    const layers = {
      own: { ridge: own, gram: ownGram },
      all: { ridge: all, gram: ownGram.map((x, i) => x + voices[i]!) },
    };
    return { group, mine, matrix, layers, usual: usualSizes(matrix) };
  });
  return (subset) => {
    const inside = new Set(subset);
    const fitted = groups.map(({ group, mine, matrix, layers, usual }) => {
      const rows = mine.map((_, i) => i).filter((i) => inside.has(mine[i]!));
      const row = (k: number): StanceRow => prepared.rows[mine[rows[k]!]!]!;
      const trainers = {
        all: dualTrainer(layers.all.gram, mine.length, rows),
        own: dualTrainer(layers.own.gram, mine.length, rows),
      };
      const weights = HEADS.map((head) => {
        const layer = head.startsWith("own") ? "own" : "all";
        const fit = trainers[layer](
          (k) => truth(row(k), head),
          (k) => (isLater(row(k)) ? LATER : 1),
        );
        return featureWeights(matrix, rows, fit, layers[layer].ridge);
      });
      return [group, linear(HEADS, matrix, strongest(matrix, usual, weights))] as const;
    });
    return Object.fromEntries(fitted);
  };
}

/** Ridge of a head's feature: words that stand in few rows are held less, as an inverse document frequency would. */
function ridgeByRarity(rows: readonly Features[]): (name: string) => number {
  const df = new Map<string, number>();
  for (const row of rows) for (const name of row.keys()) df.set(name, (df.get(name) ?? 0) + 1);
  return (name) => {
    if (name === HABIT) return RIDGE.later;
    if (!/^[AW]:/.test(name)) return RIDGE.heads;
    const rarity = Math.log((1 + rows.length) / (1 + (df.get(name) ?? 0))) + 1;
    return RIDGE.headWords * (3 / rarity) ** 2;
  };
}

/** Root of the mean square of every feature. */
function usualSizes({ names, rows }: Matrix): Float64Array {
  const squares = new Float64Array(names.length);
  for (const { at, value } of rows) at.forEach((f, k) => (squares[f]! += value[k]! ** 2));
  return squares.map((sum) => Math.sqrt(sum / rows.length));
}

/** Weights of the KEPT features that move an answer most; the others are 0. */
function strongest({ names }: Matrix, usual: Float64Array, fitted: readonly BinaryWeights[]): readonly BinaryWeights[] {
  const size = names.map((_, i) => Math.max(...fitted.map((f) => Math.abs(f[i]!))) * usual[i]!);
  const order = names.map((_, i) => i).toSorted((a, b) => size[b]! - size[a]! || a - b);
  for (const i of order.slice(KEPT)) for (const f of fitted) f[i] = 0;
  return fitted;
}

function linear(classes: readonly string[], matrix: Matrix, fitted: readonly BinaryWeights[]): StanceModel["sentence"] {
  const weights: Record<string, number[]> = {};
  matrix.names.forEach((name, i) => {
    if (name === HABIT) return;
    const w = fitted.map((f) => round(f[i]!));
    if (w.some((x) => x !== 0)) weights[name] = w;
  });
  return { classes: [...classes], bias: fitted.map((f) => round(f[matrix.names.length]!)), weights };
}

const round = (x: number): number => Math.round(x * 100) / 100;
const kept = (w: number): number => (Math.abs(w) < LEAST ? 0 : round(w));

/** Parts of about the same size: the low bits of a plain sum are not, ids being alike. */
function innerFold(id: string): number {
  let hash = 7;
  for (const char of id) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % INNER;
}
