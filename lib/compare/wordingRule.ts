import { DOTS_FROM, SHARES_FROM } from "./ladder.ts";

import type { Wording } from "#lib/domain/series.ts";

/** Below this effect (Cohen's h for shares, Hedges' g for scores) a difference is never called clear: "small" begins. */
export const EFFECT_FLOOR = 0.2;
/** With fewer outlets on either side nothing is called clear: the choice of outlets alone could make the difference. */
export const CLEAR_OUTLETS = 4;

export interface WordingInput {
  articles: readonly [number, number];
  outlets: readonly [number, number];
  /** 95 % interval of the difference for this row. */
  interval: readonly [number, number] | null;
  /** The interval widened over the rows of the chart. */
  simultaneous: readonly [number, number] | null;
  effect: number | null;
}

function excludesZero(interval: readonly [number, number] | null): boolean {
  return interval !== null && (interval[0] > 0 || interval[1] < 0);
}

/**
 * The word a difference may carry. Tuned on simulated charts without any difference (tests/quality/nullGrid.ts):
 * "clear" on at most 5 % of charts, "leans" on at most 20 % of rows.
 */
export function wordingRule(input: WordingInput): Wording {
  const fewest = Math.min(...input.articles);
  if (fewest < DOTS_FROM) return "illustration";
  if (fewest < SHARES_FROM || !excludesZero(input.interval)) return "cannot tell";
  const clear =
    Math.min(...input.outlets) >= CLEAR_OUTLETS &&
    excludesZero(input.simultaneous) &&
    input.effect !== null &&
    Math.abs(input.effect) >= EFFECT_FLOOR;
  return clear ? "clear" : "leans";
}
