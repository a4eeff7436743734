import { describe, expect, it } from "vitest";
import type { OutletSums } from "#lib/compare/outletSums.ts";
import { betweenOutlets } from "#lib/compare/betweenOutlets.ts";
import { differenceOfSides, sideInterval } from "#lib/compare/intervals.ts";
import { wilson } from "#lib/compare/wilson.ts";

const share = (k: number, n = 40): OutletSums => ({ kind: "share", k, n });
const width = (interval: readonly [number, number] | null): number =>
  interval ? interval[1] - interval[0] : Number.NaN;

describe("side and difference intervals", () => {
  it("uses Wilson for one outlet's share", () => {
    expect(sideInterval([share(4, 10)])).toEqual(wilson(4, 10));
  });
  it("is wider when outlets are redrawn than when they are fixed", () => {
    const fixed = sideInterval([share(4), share(20), share(36)]);
    const redrawn = sideInterval([share(4), share(4), share(36), share(36)]);
    expect(width(redrawn)).toBeGreaterThan(2 * width(fixed));
  });
  it("stays on the scale and is null without articles", () => {
    const got = sideInterval([share(0), share(1), share(0), share(9)]);
    expect(got?.[0]).toBeGreaterThanOrEqual(0);
    expect(sideInterval([])).toBeNull();
    expect(differenceOfSides([], [share(3)], 3)).toBeNull();
  });
  it("widens over the rows of the chart and says when the spread between outlets is assumed", () => {
    const few = differenceOfSides([share(20)], [share(8)], 14);
    expect(few?.assumedSpread).toBe(true);
    expect(width(few?.simultaneous ?? null)).toBeGreaterThan(width(few?.interval ?? null));
    const many = [share(19), share(20), share(21), share(20)];
    expect(differenceOfSides(many, many, 14)?.assumedSpread).toBe(false);
  });
  it("finds a large difference between many outlets", () => {
    const high = [28, 30, 26, 31, 29].map((k) => share(k));
    const low = [8, 10, 6, 9, 11].map((k) => share(k));
    expect(differenceOfSides(high, low, 14)?.simultaneous[0]).toBeGreaterThan(0.2);
  });
  it("reads scores on -1..1", () => {
    const score = (mean: number): OutletSums => ({ kind: "score", n: 40, mean, variance: 0.04 });
    const got = differenceOfSides(
      [0.3, 0.35, 0.28, 0.32].map(score),
      [-0.2, -0.15, -0.25, -0.2].map(score),
      5,
      [-1, 1],
    );
    expect(got?.value).toBeCloseTo(0.5125, 6);
    expect(got?.simultaneous[0]).toBeGreaterThan(0);
  });
  it("measures no spread between outlets that are alike, and none at all from single ones", () => {
    expect(betweenOutlets([[share(20), share(20)], [share(20)]])).toEqual({ variance: 0, df: 1 });
    expect(betweenOutlets([[share(20)], [share(9)]])).toEqual({ variance: null, df: 0 });
  });
});
