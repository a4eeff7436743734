import type { StanceModel } from "#lib/domain/stanceModel.ts";
import { logistic } from "#lib/tag/model/linear.ts";

/** Log-odds further out say no more. */
const FARTHEST = 8;

/** What a member's sign sees of the joint layer's log-odds. */
export const memberOdds = (z: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, z)) / 2;

/**
 * Probabilities 0..1 of the signs (SIGNS) of one state or a group of states of the West, from the log-odds the joint layer
 * of the West gives it: what is unfavourable to the West in words is so to a member, but its share of signs is its own.
 */
export const memberSigns = (signs: StanceModel["members"]["signs"], z: readonly number[]): number[] =>
  signs.map(({ slope, bias }, i) => logistic(slope * memberOdds(z[i]!) + bias));
