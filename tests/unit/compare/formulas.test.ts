import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "#lib/compare/benjaminiHochberg.ts";
import { cohenH } from "#lib/compare/cohenH.ts";
import { hedgesG } from "#lib/compare/hedgesG.ts";
import { newcombe } from "#lib/compare/newcombe.ts";
import { choose, permutation, smallestP, type Weighed } from "#lib/compare/permutation.ts";
import { randomBinomial, seededRandom } from "#lib/compare/random.ts";
import { studentT } from "#lib/compare/studentT.ts";
import { wilson } from "#lib/compare/wilson.ts";

describe("wilson and newcombe", () => {
  it("gives .168 to .687 for 4 of 10", () => {
    const [low, high] = wilson(4, 10) ?? [0, 0];
    expect(low).toBeCloseTo(0.168, 3);
    expect(high).toBeCloseTo(0.687, 3);
  });
  it("ends exactly at 0 and 1", () => {
    expect(wilson(0, 20)?.[0]).toBe(0);
    expect(wilson(20, 20)?.[1]).toBe(1);
  });
  it("is null when there is nothing to divide", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(3, 2)).toBeNull();
    expect(newcombe(1, 2, 0, 0)).toBeNull();
  });
  it("gives .0524 to .3339 for 56 of 70 less 48 of 80", () => {
    const got = newcombe(56, 70, 48, 80);
    expect(got?.value).toBeCloseTo(0.2, 6);
    expect(got?.interval[0]).toBeCloseTo(0.0524, 4);
    expect(got?.interval[1]).toBeCloseTo(0.3339, 4);
  });
});

describe("effect sizes", () => {
  it("gives h = pi between nothing and everything, and 0 between equals", () => {
    expect(cohenH(1, 0)).toBeCloseTo(Math.PI, 9);
    expect(cohenH(0.3, 0.3)).toBe(0);
    expect(cohenH(0.5, 0.4)).toBeCloseTo(0.2014, 4);
  });
  it("is null without a share or a spread", () => {
    expect(cohenH(null, 0.2)).toBeNull();
    expect(hedgesG({ n: 1, mean: 0, variance: 0 }, { n: 9, mean: 1, variance: 1 })).toBeNull();
    expect(hedgesG({ n: 5, mean: 0, variance: 0 }, { n: 5, mean: 1, variance: 0 })).toBeNull();
  });
  it("shrinks a standardised difference by 1 - 3/(4 df - 1)", () => {
    expect(hedgesG({ n: 6, mean: 1, variance: 1 }, { n: 6, mean: 0, variance: 1 })).toBeCloseTo(1 - 3 / 39, 9);
  });
});

describe("studentT", () => {
  it.each([
    [0.05, 1, 12.706],
    [0.05, 2, 4.303],
    [0.05, 4, 2.776],
    [0.05, 8, 2.306],
    [0.05, 30, 2.042],
    [0.01, 10, 3.169],
  ])("at alpha %f on %i degrees of freedom is %f", (alpha, df, t) => {
    expect(studentT(alpha, df)).toBeCloseTo(t, 2);
  });
  it("is null outside its range", () => {
    expect(studentT(0, 5)).toBeNull();
    expect(studentT(0.05, 0)).toBeNull();
  });
});

const even = (values: number[]): Weighed[] => values.map((value) => ({ value, weight: 1 }));

describe("permutation over outlets", () => {
  it.each([
    [3, 3, 0.1],
    [4, 4, 0.029],
    [5, 5, 0.008],
    [2, 3, 0.1],
    [2, 6, 0.036],
    [3, 4, 0.029],
    [1, 13, 0.071],
  ])("reaches at least p for %i v %i outlets: %f", (a, b, p) => {
    expect(smallestP(a, b)).toBeCloseTo(p, 3);
    const high = Array.from({ length: a }, (_, at) => 0.9 + at / 100);
    const low = Array.from({ length: b }, (_, at) => 0.1 + at / 100);
    const got = permutation(even(high), even(low), seededRandom(1));
    expect(got?.exact).toBe(true);
    expect(got?.p).toBeCloseTo(p, 3);
  });
  it("says 1 when all outlets are alike and null when a side is empty", () => {
    expect(permutation(even([0.5, 0.5]), even([0.5, 0.5, 0.5]), seededRandom(1))?.p).toBe(1);
    expect(permutation([], even([1]), seededRandom(1))).toBeNull();
    expect(smallestP(0, 3)).toBeNull();
  });
  it("rejects true null data of unequal sides in about 5 % of trials", () => {
    const random = seededRandom(4);
    let rejected = 0;
    for (let trial = 0; trial < 400; trial += 1) {
      const draw = (count: number): number[] => Array.from({ length: count }, () => random());
      if ((permutation(even(draw(3)), even(draw(9)), random)?.p ?? 1) <= 0.05) rejected += 1;
    }
    expect(rejected / 400).toBeLessThan(0.09);
  });
  it("shuffles at random beyond 20 000 splits and never says 0", () => {
    const high = Array.from({ length: 10 }, () => 1);
    const low = Array.from({ length: 12 }, () => 0);
    const got = permutation(even(high), even(low), seededRandom(2), 999);
    expect(got?.exact).toBe(false);
    expect(got?.p).toBeCloseTo(0.001, 6);
  });
  it("weighs outlets by their articles when pooled", () => {
    const heavy = [
      { value: 1, weight: 90 },
      { value: 0, weight: 10 },
    ];
    const light = [
      { value: 0, weight: 10 },
      { value: 0, weight: 10 },
    ];
    expect(permutation(heavy, light, seededRandom(1))?.p).toBeCloseTo(1, 9);
    expect(permutation(even([0.9, 0.8]), even([0, 0.1]), seededRandom(1))?.p).toBeCloseTo(1 / 3, 9);
  });
  it("counts the ways to choose", () => {
    expect(choose(24, 12)).toBe(2_704_156);
    expect(choose(5, 0)).toBe(1);
  });
});

describe("benjaminiHochberg", () => {
  it("adjusts the four-test example and passes null by", () => {
    const got = benjaminiHochberg([0.01, null, 0.04, 0.03, 0.005]);
    expect(got.map((q) => (q === null ? null : Number(q.toFixed(4))))).toEqual([0.02, null, 0.04, 0.04, 0.02]);
  });
  it("stays at most 1 and answers an empty family", () => {
    expect(benjaminiHochberg([0.9, 1])).toEqual([1, 1]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});

describe("random", () => {
  it("repeats itself from the same seed and differs from another", () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });
  it("draws binomials with the right mean and variance, small and large", () => {
    for (const [n, p] of [
      [40, 0.1],
      [40, 0.8],
      [2000, 0.3],
    ] as const) {
      const random = seededRandom(n);
      const drawn = Array.from({ length: 4000 }, () => randomBinomial(random, n, p));
      const mean = drawn.reduce((sum, k) => sum + k, 0) / drawn.length;
      const variance = drawn.reduce((sum, k) => sum + (k - mean) ** 2, 0) / drawn.length;
      expect(Math.abs(mean / (n * p) - 1)).toBeLessThan(0.03);
      expect(Math.abs(variance / (n * p * (1 - p)) - 1)).toBeLessThan(0.1);
    }
  });
});
