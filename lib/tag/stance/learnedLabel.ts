import type { StanceScore } from "#lib/domain/tags.ts";

/** Sentences that must name the actor before its stance is told. */
const FEWEST = 3;
/** Both signs from this probability on: mixed. Together at most this: neutral. */
const BOTH = 0.35;
const NEITHER = 0.35;

/**
 * Label of a learned score. A sign only from the frozen threshold on, where training articles were right often enough;
 * "neutral" only where the actor is discussed and neither sign is likely; "unclear" for the rest.
 */
export function learnedLabel(
  minus: number,
  plus: number,
  commit: number,
  discussed: boolean,
  sentences: number,
): StanceScore["label"] {
  if (!discussed || sentences < FEWEST) return "unclear";
  const score = plus - minus;
  if (score >= commit) return "favourable";
  if (score <= -commit) return "unfavourable";
  if (minus >= BOTH && plus >= BOTH) return "mixed";
  return minus + plus <= NEITHER ? "neutral" : "unclear";
}
