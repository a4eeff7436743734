import { logistic } from "#lib/tag/model/linear.ts";
import { HEADS } from "./articleFeatures.ts";
import type { Features } from "./features.ts";

/** Questions about a sign, the first of HEADS. */
export const SIGNS = ["own-", "own+", "all-", "all+"] as const;
/** Questions about a role. */
export const ROLES = ["protagonist", "antagonist", "innocent"] as const;
/** What the joint layer answers: the first of HEADS, in their order. */
export const JOINT = [...SIGNS, ...ROLES] as const;
/** Log-odds further out say no more. */
const FARTHEST = 8;
/** How sharply a value rises at its cut, and its least height beyond; chosen in cross-validation. */
const STEEP = 4;
const LEAST = 0.8;

const clip = (z: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, z));

/**
 * What the joint layer sees of an actor: log-odds of its own HEADS, and the signs of the other actors of the article
 * ("russia:own-"). How an article tells of the others says much about how it tells of this one.
 */
export function jointFeatures(own: readonly number[], others: ReadonlyMap<string, readonly number[]>): Features {
  const features: Features = new Map();
  for (let i = 0; i < HEADS.length; i++) features.set(HEADS[i]!, clip(own[i]!));
  for (const [actor, z] of others) {
    const names = namesOf(actor);
    for (let i = 0; i < SIGNS.length; i++) features.set(names[i]!, clip(z[i]!));
  }
  return features;
}

const signNames = new Map<string, readonly string[]>();
function namesOf(actor: string): readonly string[] {
  let names = signNames.get(actor);
  if (!names) signNames.set(actor, (names = SIGNS.map((sign) => `${actor}:${sign}`)));
  return names;
}

/**
 * Value 0..1 of a sign from its log-odds: a step at the actor's cut, where as many training articles lie beyond as
 * carry the sign, so that means over articles lean to no side of it. Beyond the step the surer stands higher.
 */
export const signValue = (z: number, cut: number): number =>
  logistic(STEEP * (z - cut)) * (LEAST + (1 - LEAST) * logistic(z));

/** The log-odds from which values of `z` have the mean `share`; kept within 2.5 of even odds. */
export function cutFor(z: readonly number[], share: number): number {
  let [low, high] = [-2.5, 2.5];
  for (let i = 0; i < 40; i++) {
    const cut = (low + high) / 2;
    const mean = z.reduce((sum, each) => sum + logistic(STEEP * (each - cut)), 0) / z.length;
    if (mean > share) low = cut;
    else high = cut;
  }
  return (low + high) / 2;
}
