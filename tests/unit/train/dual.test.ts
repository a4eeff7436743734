import { describe, expect, it } from "vitest";
import { dualTrainer, featureWeights, gramOf } from "#lib/train/dual.ts";
import { matrixOf, trainBinary } from "#lib/train/matrix.ts";

const rows = Array.from(
  { length: 40 },
  (_, i) =>
    new Map([
      [`word${i % 7}`, 1 + (i % 3)],
      [`stem${(i * i) % 11}`, 0.5],
      ["count", (i % 5) / 5],
    ]),
);
const label = (i: number): boolean => i % 7 < 3 || i % 5 === 0;
const weight = (i: number): number => (i % 2 === 0 ? 1 : 0.6);
const ridge = (name: string): number => (name === "count" ? 0.3 : 2);

describe("fitting over rows", () => {
  it("finds the weights that fitting over features finds, on a part of the rows", () => {
    const matrix = matrixOf(rows, 1);
    const picked = rows.map((_, i) => i).filter((i) => i % 4 !== 1);
    const expected = trainBinary(matrix, picked, label, ridge, weight);
    const ridges = matrix.names.map(ridge);
    const fit = dualTrainer(
      gramOf(matrix, ridges),
      rows.length,
      picked,
    )(
      (k) => label(picked[k]!),
      (k) => weight(picked[k]!),
    );
    const found = featureWeights(matrix, picked, fit, ridges);
    for (let f = 0; f < expected.length; f++) expect(found[f]).toBeCloseTo(expected[f]!, 2);
    expect(Math.max(...expected)).toBeGreaterThan(0.3);
  });
});
