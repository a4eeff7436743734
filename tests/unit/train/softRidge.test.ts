import { describe, expect, it } from "vitest";
import { fitSoftRidge, softRidgeScores, type SparseRows } from "#lib/train/softRidge.ts";
import { chooseThresholds, fitCalibration } from "#lib/train/freeze.ts";
import { dealFolds } from "#lib/train/folds.ts";
import { logistic } from "#lib/tag/model/linear.ts";

const rowsOf = (columns: number[][], width: number): SparseRows => ({
  columns: columns.map((c) => Int32Array.from(c)),
  values: columns.map((c) => Float64Array.from(c, () => 1)),
  width,
});

describe("soft ridge regression", () => {
  const rows = rowsOf([[0], [0], [1], [1]], 2);
  const ones = new Float64Array(4).fill(1);

  it("meets the closed form: at the optimum the gradient with its ridge is nought", () => {
    const targets = Float64Array.from([1, 1, 0, 0]);
    const fit = fitSoftRidge(rows, 1, targets, ones, { l2: 0.5, iterations: 3000 });
    for (const column of [0, 1]) {
      let gradient = 0.5 * fit.weights[column]!;
      for (const r of [0, 1, 2, 3]) {
        const [p] = softRidgeScores(fit, rows.columns[r]!, rows.values[r]!).map(logistic);
        if (rows.columns[r]![0] === column) gradient += p! - targets[r]!;
      }
      expect(gradient).toBeCloseTo(0, 4);
    }
  });

  it("takes targets between nought and one", () => {
    const fit = fitSoftRidge(rows, 1, Float64Array.from([0.8, 0.8, 0.3, 0.3]), ones, { l2: 1e-4, iterations: 4000 });
    const at = (r: number): number => logistic(softRidgeScores(fit, rows.columns[r]!, rows.values[r]!)[0]!);
    expect(at(0)).toBeCloseTo(0.8, 2);
    expect(at(2)).toBeCloseTo(0.3, 2);
  });

  it("learns each label as if it stood alone", () => {
    const alone = fitSoftRidge(rows, 1, Float64Array.from([1, 1, 0, 0]), ones, { l2: 1, iterations: 500 });
    const two = fitSoftRidge(rows, 2, Float64Array.from([1, 0, 1, 1, 0, 0, 0, 1]), new Float64Array(8).fill(1), {
      l2: 1,
      iterations: 500,
    });
    expect(two.weights[0]).toBeCloseTo(alone.weights[0]!, 3);
  });
});

describe("thresholds", () => {
  const scores = Array.from({ length: 100 }, (_, i) => [i / 100]);
  it("fall between the carriers and the rest", () => {
    const [cut] = chooseThresholds(
      scores,
      scores.map(([s]) => [s! >= 0.7]),
    );
    expect(cut).toBeGreaterThan(0.65);
    expect(cut).toBeLessThanOrEqual(0.7);
  });
  it("say no frame that nothing carries", () => {
    const [cut] = chooseThresholds(
      scores,
      scores.map(() => [false]),
    );
    expect(cut).toBeGreaterThan(0.99);
  });
});

describe("calibration", () => {
  it("finds the slope and intercept the labels were drawn with", () => {
    const scores: number[][] = [];
    const truth: boolean[][] = [];
    for (let i = 0; i < 4000; i++) {
      const s = (i % 80) / 20 - 2;
      scores.push([s]);
      truth.push([(Math.floor(i / 80) + 0.5) / 50 < logistic(2 * s - 1)]);
    }
    const { slope, intercept } = fitCalibration(scores, truth);
    expect(slope).toBeCloseTo(2, 0);
    expect(intercept[0]).toBeCloseTo(-1, 0);
  });
});

describe("folds", () => {
  it("are as even as can be and the same each time", () => {
    const folds = dealFolds(23, 5);
    expect(folds).toEqual(dealFolds(23, 5));
    const sizes = [0, 1, 2, 3, 4].map((f) => folds.filter((x) => x === f).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});
