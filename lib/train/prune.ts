import type { LinearModel } from "#lib/tag/model/linear.ts";

/**
 * Rounds weights to three digits behind the point after shifting each feature's classes so that `anchor` weighs 0
 * (probabilities stay the same), and keeps the `keep` features of largest effect, weight x usual size of the feature.
 */
export function pruneModel(
  model: LinearModel,
  anchor: number,
  keep: number,
  usual: (feature: string) => number,
): LinearModel {
  const entries = Object.entries(model.weights)
    .map(([name, w]) => {
      const shifted = w.map((x) => x - w[anchor]!);
      return { name, w: shifted, size: Math.max(...shifted.map(Math.abs)) * usual(name) };
    })
    .filter((e) => Math.max(...e.w.map(Math.abs)) >= 0.0005)
    .toSorted((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
    .slice(0, keep)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    classes: model.classes,
    bias: model.bias.map((b) => round(b - model.bias[anchor]!)),
    weights: Object.fromEntries(entries.map((e) => [e.name, e.w.map(round)])),
  };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
