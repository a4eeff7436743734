import { randomIndex, seededRandom } from "#lib/compare/random.ts";

/** Fold number 0..folds-1 of each of n items: shuffled once with a fixed seed, dealt in turn. */
export function dealFolds(n: number, folds: number, seed = 1): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  const random = seededRandom(seed);
  for (let i = n - 1; i > 0; i--) {
    const j = randomIndex(random, i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const fold = Array.from({ length: n }, () => 0);
  order.forEach((item, place) => (fold[item] = place % folds));
  return fold;
}
