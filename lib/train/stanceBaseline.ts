import type { Baseline, Codebook } from "#lib/domain/codebook.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { allWeight, ownWeight } from "#lib/tag/stance/tagStance.ts";
import type { Weighted } from "#lib/tag/stance/score.ts";
import { stanceUnits } from "#lib/tag/stance/units.ts";
import { round, type SourceArticle } from "./frameDocuments.ts";

/** Evidence units that pull a rarely told actor towards 0. */
const PRIOR = 20;

/**
 * The usual weighted mean of an actor's evidence in coverage, -1..1, so that the vocabulary of a war is not taken for
 * a stance. Both sides count the same, however many articles each has; propositions have none.
 */
export function stanceBaseline(codebook: Codebook, sides: readonly (readonly SourceArticle[])[]): Baseline["stance"] {
  const read = createReader(codebook);
  const unitsOf = stanceUnits(codebook);
  const sums = new Map<string, { value: number; weight: number }>();
  const add = (key: string, unit: Weighted): void => {
    const sum = sums.get(key) ?? { value: 0, weight: 0 };
    sum.value += unit.weight * unit.value;
    sum.weight += Math.abs(unit.weight);
    sums.set(key, sum);
  };
  sides.forEach((articles, side) => {
    for (const article of articles)
      for (const unit of unitsOf(read({ title: article.title ?? "", text: article.text }).hits)) {
        add(`${side} own ${unit.target}`, ownWeight(unit));
        add(`${side} all ${unit.target}`, allWeight(unit));
      }
  });
  const usual = (voices: "own" | "all", target: string): number => {
    const means = sides.flatMap((_, side) => {
      const sum = sums.get(`${side} ${voices} ${target}`);
      return sum ? [sum.value / (sum.weight + PRIOR)] : [];
    });
    return means.length === 0 ? 0 : round(means.reduce((a, b) => a + b, 0) / means.length);
  };
  const entities = codebook.targets.filter((t) => t.kind === "entity");
  return Object.fromEntries(entities.map(({ id }) => [id, { own: usual("own", id), all: usual("all", id) }]));
}
