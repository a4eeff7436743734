import type { StanceScore } from "#lib/domain/tags.ts";

/** Prior weight that pulls a score towards 0 (methods 2.4), in evidence units. */
const PRIOR = 3;
/** 80 % two-sided normal quantile. */
const Z80 = 1.2816;
const DEAD_ZONE = 0.1;
const FEWEST = 3;

export interface Weighted {
  value: number;
  weight: number;
  sentence: number;
}

/**
 * Weighted mean shrunk towards `baseline` and shown relative to it: s = Σw(e - b) / (Σ|w| + 3), clipped to -1..1.
 * Interval (80 %) in closed form from the spread of the units around s plus the prior's own.
 * A label needs 3 units in 2 sentences and an interval clear of ±.1; "neutral" needs the actor to be discussed.
 */
export function scoreUnits(units: readonly Weighted[], baseline: number, discussed: boolean): StanceScore {
  const sum = units.reduce((t, u) => t + Math.abs(u.weight), 0);
  const total = sum + PRIOR;
  const raw = units.reduce((t, u) => t + u.weight * u.value, 0) - baseline * sum;
  const score = clip(raw / total);
  const half = halfWidth(units, score, baseline);
  const interval: [number, number] = [clip(score - half), clip(score + half)];
  return {
    label: label(units, score, interval, discussed),
    score: round(score),
    interval: [round(interval[0]), round(interval[1])],
    n: units.length,
  };
}

/**
 * Half of the 80 % interval of a shrunk weighted mean, in closed form from the spread of the units around `centre`;
 * tests/unit/tag/stance checks it against redrawing sentences. Without units 1 / prior weight x z.
 */
export function halfWidth(units: readonly Weighted[], centre: number, baseline = 0): number {
  const total = units.reduce((t, u) => t + Math.abs(u.weight), 0) + PRIOR;
  const spread = units.reduce(
    (t, u) => t + u.weight ** 2 * (Math.sign(u.weight) * u.value - baseline - centre) ** 2,
    0,
  );
  const deviation = Math.sqrt(spread + PRIOR * 0.25 * centre ** 2) / total;
  return Z80 * Math.max(deviation, units.length === 0 ? 1 / total : 0.1 / Math.sqrt(total));
}

/** The score -1..1 and its interval clipped and rounded to three digits. */
export function stanceScore(label: StanceScore["label"], score: number, half: number, n: number): StanceScore {
  const [low, high] = [clip(score - half), clip(score + half)];
  return { label, score: round(clip(score)), interval: [round(low), round(high)], n };
}

function label(
  units: readonly Weighted[],
  score: number,
  interval: [number, number],
  discussed: boolean,
): StanceScore["label"] {
  if (units.length >= FEWEST && units.some((u) => u.sentence !== units[0]!.sentence)) {
    if (interval[0] > DEAD_ZONE) return "favourable";
    if (interval[1] < -DEAD_ZONE) return "unfavourable";
    const plus = units.filter((u) => u.value * u.weight > 0).length;
    if (plus >= 2 && units.length - plus >= 2 && Math.abs(score) < 0.25) return "mixed";
  }
  return discussed && units.length >= 2 && Math.abs(score) <= DEAD_ZONE ? "neutral" : "unclear";
}

const clip = (value: number): number => Math.max(-1, Math.min(1, value));
const round = (value: number): number => Math.round(value * 1000) / 1000;
