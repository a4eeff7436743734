import { logistic } from "#lib/tag/model/linear.ts";

type Scores = readonly (readonly number[])[];
type Truth = readonly (readonly boolean[])[];

/** Pull of a frame's own threshold towards that which keeps its share of articles, in positives. */
const PULL = 8;

/**
 * Per frame the cut with the highest F1 on these held-back scores, pulled towards the cut that says the frame as often
 * as it is true: with few positives the best cut is mostly luck.
 */
export function chooseThresholds(scores: Scores, truth: Truth): number[] {
  return (truth[0] ?? []).map((_, f) => {
    const items = scores.map((s, i) => ({ score: s[f]!, yes: truth[i]![f]! })).toSorted((a, b) => b.score - a.score);
    const positives = items.filter((item) => item.yes).length;
    if (positives === 0) return (items[0]?.score ?? 0) + 1;
    let hit = 0;
    let best = { f1: -1, cut: 0 };
    items.forEach((item, i) => {
      if (item.yes) hit += 1;
      const next = items[i + 1];
      if (next && next.score === item.score) return;
      const f1 = (2 * hit) / (i + 1 + positives);
      if (f1 > best.f1) best = { f1, cut: next ? (item.score + next.score) / 2 : item.score - 0.01 };
    });
    const usual = items[Math.min(items.length - 1, positives)]!.score;
    return (positives * best.cut + PULL * usual) / (positives + PULL);
  });
}

/**
 * One slope for all frames and an intercept each (Platt 1999), by gradient steps on held-back scores; intercepts of rare
 * frames cannot run away, as the slope is shared.
 */
export function fitCalibration(scores: Scores, truth: Truth): { slope: number; intercept: number[] } {
  const k = truth[0]?.length ?? 0;
  const n = scores.length;
  let slope = 1;
  const intercept = Array.from({ length: k }, () => -1);
  for (let step = 0; step < 400; step++) {
    let slopeGradient = 0;
    let slopeCurve = 1e-9;
    const gradient = Array.from({ length: k }, () => 0);
    const curve = Array.from({ length: k }, () => 1e-9);
    for (let i = 0; i < n; i++) {
      for (let f = 0; f < k; f++) {
        const s = scores[i]![f]!;
        const p = logistic(slope * s + intercept[f]!);
        const error = p - Number(truth[i]![f]!);
        slopeGradient += error * s;
        slopeCurve += p * (1 - p) * s * s;
        gradient[f]! += error;
        curve[f]! += p * (1 - p);
      }
    }
    slope -= 0.5 * (slopeGradient / slopeCurve);
    for (let f = 0; f < k; f++) intercept[f]! -= 0.5 * (gradient[f]! / (curve[f]! + 0.1));
  }
  const to4 = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { slope: to4(slope), intercept: intercept.map(to4) };
}
