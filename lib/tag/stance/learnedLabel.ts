import type { StanceScore } from "#lib/domain/tags.ts";

/** Sentences that must name the actor before its stance is told. */
export const FEWEST = 3;
/** Of a state of the West: fewer had no more signs wrong in cross-validation. */
export const FEWEST_OF_MEMBER = 2;
/** Both signs from this probability on: mixed. */
const BOTH = 0.35;
/** Together at most this: neither sign is likely. */
export const NEITHER = 0.35;

/**
 * Label of a learned score. A sign only from the frozen threshold on, where training articles were right often enough;
 * "neutral" only where the actor is discussed and both signs together are at most `neutral`, frozen likewise; "unclear"
 * for the rest: no clear stance is not neutral. `fewest`: sentences that must name the actor.
 */
export function learnedLabel(
  minus: number,
  plus: number,
  commit: number,
  neutral: number,
  discussed: boolean,
  sentences: number,
  fewest = FEWEST,
): StanceScore["label"] {
  if (!discussed || sentences < fewest) return "unclear";
  const score = plus - minus;
  if (score >= commit) return "favourable";
  if (score <= -commit) return "unfavourable";
  if (minus >= BOTH && plus >= BOTH) return "mixed";
  return minus + plus <= neutral ? "neutral" : "unclear";
}
