import { logistic } from "#lib/tag/model/linear.ts";
import type { StanceModel } from "#lib/domain/stanceModel.ts";
import type { StanceJudged } from "#lib/compare/metrics/stanceFigures.ts";
import { FEWEST, learnedLabel, NEITHER } from "#lib/tag/stance/learnedLabel.ts";
import { matrixOf, scoreRow, trainBinary } from "./matrix.ts";

export const FOLDS = 5;
/** "Neutral" must be right this often in cross-validation where the actor is discussed in these voices. */
const NEUTRAL_RIGHT = 0.6;

/** A pair with the answers to all HEADS, and how many sentences name the actor. */
export type FullyJudged = StanceJudged & { p: Record<string, number>; sentences: number };

/**
 * Smallest |score| from which the expected share of right signs is as wanted, over pairs that may be told a sign. How often a score is right is a smooth
 * curve of the score (logistic), so a handful of pairs does not move the threshold.
 */
export function commitFrom(
  judged: readonly FullyJudged[],
  voices: "own" | "all",
  wanted: number,
  fewest = FEWEST,
): number {
  const told = (j: FullyJudged): boolean =>
    learnedLabel(j.p[`${voices}-`] ?? 0, j.p[`${voices}+`] ?? 0, 0, 0, j.discussed, j.sentences, fewest).endsWith(
      "favourable",
    );
  const pairs = judged
    .filter(told)
    .map((j) => ({ score: j.score[voices], right: Math.sign(j.coded[voices] ?? 0) === Math.sign(j.score[voices]) }))
    .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const matrix = matrixOf(
    pairs.map(({ score }) => new Map([["score", -Math.log(1.001 - Math.abs(score))]])),
    1,
  );
  const curve = trainBinary(
    matrix,
    pairs.map((_, i) => i),
    (i) => pairs[i]!.right,
    () => 0.1,
  );
  let sum = 0;
  let commit = 0.99;
  pairs.forEach(({ score }, i) => {
    sum += logistic(scoreRow(matrix, i, curve));
    if (sum / (i + 1) >= wanted) commit = Math.abs(score);
  });
  return Math.round(commit * 1000) / 1000;
}

/** Largest sum of both signs, NEITHER at most, up to which "neutral" is right often enough; 0 where it never is. */
export function neutralUpTo(
  judged: readonly FullyJudged[],
  voices: "own" | "all",
  commit: number,
  fewest = FEWEST,
): number {
  const sums = judged
    .filter((j) => {
      const [minus, plus] = [j.p[`${voices}-`] ?? 1, j.p[`${voices}+`] ?? 1];
      const told = learnedLabel(minus, plus, commit, NEITHER, j.discussed, j.sentences, fewest);
      return told === "neutral" && j.coded[voices] !== null;
    })
    .map((j) => ({ sum: j.p[`${voices}-`]! + j.p[`${voices}+`]!, right: j.coded[voices] === 0 }));
  for (const most of [NEITHER, 0.3, 0.25, 0.2, 0.15, 0.1]) {
    const told = sums.filter(({ sum }) => sum <= most);
    if (told.length > 0 && told.filter(({ right }) => right).length / told.length >= NEUTRAL_RIGHT) return most;
  }
  return 0;
}

type Commit = Pick<StanceModel["commit"], "own" | "all" | "neutral">;
/** Gives a pair its labels. */
export function relabel(j: FullyJudged, commit: Commit, fewest = FEWEST): void {
  if (j.sentences === 0) return;
  for (const v of ["own", "all"] as const)
    j.label[v] = learnedLabel(
      j.p[`${v}-`]!,
      j.p[`${v}+`]!,
      commit[v],
      commit.neutral[v],
      j.discussed,
      j.sentences,
      fewest,
    );
}

/** Part of an article in cross-validation, 0 to FOLDS - 1. */
export function foldOf(id: string): number {
  let hash = 7;
  for (const char of id) hash = (hash * 31 + char.codePointAt(0)!) >>> 0;
  return hash % FOLDS;
}
