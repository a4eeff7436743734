/** Weights of a linear model: one number a class for each feature. Missing features weigh nothing. */
export interface LinearModel {
  classes: readonly string[];
  bias: readonly number[];
  weights: Readonly<Record<string, readonly number[]>>;
}

/** Raw scores, one a class: bias + Σ value x weight. */
export function linearScores(model: LinearModel, features: ReadonlyMap<string, number>): number[] {
  const scores = [...model.bias];
  for (const [name, value] of features) {
    const weights = Object.hasOwn(model.weights, name) ? model.weights[name] : undefined;
    if (!weights) continue;
    for (let c = 0; c < scores.length; c++) scores[c]! += value * (weights[c] ?? 0);
  }
  return scores;
}

/** Probabilities that add up to 1; `temperature` above 1 makes them less sure. */
export function softmax(scores: readonly number[], temperature = 1): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
