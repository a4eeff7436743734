import { describe, expect, it } from "vitest";
import { adjustedShare, errorRates } from "#lib/compare/adjustedShare.ts";
import { leaveOneOut } from "#lib/compare/leaveOneOut.ts";
import { meanOfOutlets, type OutletSums } from "#lib/compare/outletSums.ts";
import { permutation } from "#lib/compare/permutation.ts";
import { randomBinomial, seededRandom } from "#lib/compare/random.ts";
import { shuffle } from "#lib/compare/shuffle.ts";
import type { Wording } from "#lib/domain/series.ts";
import { withinRange } from "#lib/compare/withinRange.ts";

const share = (k: number, n = 40): OutletSums => ({ kind: "share", k, n });
const A = [share(14), share(18), share(11), share(20), share(16)];
const B = [share(9), share(12), share(17), share(8), share(10)];

describe("shuffle", () => {
  it("deals whole outlets where each side has four, and agrees with the permutation test", () => {
    const even = (side: readonly OutletSums[]) =>
      side.map((each) => ({ value: each.kind === "share" ? each.k / each.n : 0, weight: 1 }));
    const p = permutation(even(A), even(B), seededRandom(1))?.p ?? 0;
    const got = shuffle(A, B, seededRandom(2), 8000);
    expect(got?.unit).toBe("outlets");
    expect(Math.abs((got?.asFar ?? 0) / 8000 - p)).toBeLessThan(0.015);
  });
  it("deals articles below four outlets, keeping every outlet's size and the number of hits", () => {
    const got = shuffle(A.slice(0, 1), B.slice(0, 1), seededRandom(2), 20);
    expect(got?.unit).toBe("articles");
    for (const gap of got?.gaps ?? []) expect(Math.abs(Math.round(gap * 40) % 2)).toBe(1);
  });
  it("deals scores with the spread they have", () => {
    const score = (mean: number): OutletSums => ({ kind: "score", n: 50, mean, variance: 0.09 });
    const gaps = shuffle([score(0.1)], [score(-0.1)], seededRandom(5), 4000)?.gaps ?? [];
    const variance = gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length;
    expect(Math.abs(variance / ((0.09 + 0.01) * (2 / 50)) - 1)).toBeLessThan(0.08);
  });
  it("gives twenty deals, the same for the same seed, and none without articles", () => {
    expect(shuffle(A, B, seededRandom(9))?.gaps).toHaveLength(20);
    expect(shuffle(A, B, seededRandom(9))).toEqual(shuffle(A, B, seededRandom(9)));
    expect(shuffle([], B, seededRandom(9))).toBeNull();
  });
});

describe("leave one outlet out", () => {
  it("names the outlet that a finding hangs on and the range of the gap without any one", () => {
    const values: Record<string, number> = { rt: 0.9, tass: 0.3, cnn: 0.2, bbc: 0.2 };
    const gap = (gone: string | null): number => {
      const of = (ids: string[]): OutletSums[] =>
        ids.filter((id) => id !== gone).map((id) => ({ kind: "score", n: 9, mean: values[id] ?? 0, variance: 0 }));
      return (meanOfOutlets(of(["rt", "tass"])) ?? 0) - (meanOfOutlets(of(["cnn", "bbc"])) ?? 0);
    };
    const word = (value: number): Wording => (value > 0.3 ? "leans" : "cannot tell");
    const got = leaveOneOut(Object.keys(values), { value: gap(null), wording: word(gap(null)) }, (outlet) => ({
      value: gap(outlet),
      wording: word(gap(outlet)),
    }));
    expect(got.flips.map((each) => each.outlet)).toEqual(["rt"]);
    expect(got.range?.[0]).toBeCloseTo(0.1, 9);
    expect(got.range?.[1]).toBeCloseTo(0.7, 9);
  });
});

describe("range within a side", () => {
  it("runs from the lowest to the highest outlet of ten articles and more", () => {
    const of = (outlet: string, value: number | null, n: number) => ({ outlet, value, n });
    const got = withinRange([of("a", 0.2, 40), of("b", 0.6, 10), of("c", 0.9, 9), of("d", null, 30)]);
    expect([got?.low.outlet, got?.high.outlet, got?.outlets]).toEqual(["a", "b", 2]);
    expect(withinRange([of("a", 0.2, 40)])).toBeNull();
  });
});

describe("error-adjusted share", () => {
  it("reads sensitivity and specificity out of precision and recall", () => {
    expect(errorRates({ n: 100, positives: 40, precision: 0.75, recall: 0.75 })).toEqual({
      sensitivity: 0.75,
      positives: 40,
      specificity: 1 - 10 / 60,
      negatives: 60,
    });
    expect(errorRates({ n: 100, positives: 0, precision: null, recall: null })).toBeNull();
  });
  it("recovers the true share of simulated articles in 93 to 98 of 100 intervals, where the bare share misses it", () => {
    const random = seededRandom(11);
    const truth = 0.3;
    let held = 0;
    let sum = 0;
    let bare = 0;
    const trials = 2000;
    for (let trial = 0; trial < trials; trial += 1) {
      const seen = randomBinomial(random, 400, truth * 0.7 + (1 - truth) * 0.2) / 400;
      const sensitivity = randomBinomial(random, 120, 0.7) / 120;
      const specificity = randomBinomial(random, 180, 0.8) / 180;
      const got = adjustedShare(seen, (seen * (1 - seen)) / 400, {
        sensitivity,
        positives: 120,
        specificity,
        negatives: 180,
      });
      if (!got) continue;
      sum += got.value;
      bare += seen;
      if (got.interval[0] <= truth && truth <= got.interval[1]) held += 1;
    }
    expect(Math.abs(sum / trials - truth)).toBeLessThan(0.01);
    expect(Math.abs(bare / trials - truth)).toBeGreaterThan(0.04);
    expect(held / trials).toBeGreaterThan(0.93);
    expect(held / trials).toBeLessThan(0.985);
  });
  it("is wider than the bare interval and refuses a tag no better than chance", () => {
    const rates = { sensitivity: 0.8, positives: 100, specificity: 0.9, negatives: 100 };
    const got = adjustedShare(0.4, 0.0006, rates);
    expect((got?.interval[1] ?? 0) - (got?.interval[0] ?? 0)).toBeGreaterThan(2 * 1.96 * Math.sqrt(0.0006));
    expect(adjustedShare(0.4, 0.0006, { ...rates, sensitivity: 0.15 })).toBeNull();
  });
});
