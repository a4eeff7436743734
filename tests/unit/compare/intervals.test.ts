import { describe, expect, it } from "vitest";
import { bootstrap, meanOfOutlets, type OutletSums } from "#lib/compare/bootstrap.ts";
import { betweenOutlets } from "#lib/compare/betweenOutlets.ts";
import { differenceOfSides, sideInterval } from "#lib/compare/intervals.ts";
import { seededRandom } from "#lib/compare/random.ts";
import { wilson } from "#lib/compare/wilson.ts";

const share = (k: number, n = 40): OutletSums => ({ kind: "share", k, n });
const width = (interval: readonly [number, number] | null): number =>
  interval ? interval[1] - interval[0] : Number.NaN;

describe("bootstrap", () => {
  it("counts every outlet the same and is null without articles", () => {
    expect(meanOfOutlets([share(10, 10), share(0, 90)])).toBe(0.5);
    expect(bootstrap([], seededRandom(1))).toBeNull();
    expect(bootstrap([share(0, 0)], seededRandom(1))).toBeNull();
  });
  it("redraws articles only below four outlets", () => {
    const three = bootstrap([share(4), share(20), share(36)], seededRandom(1), 4000);
    expect(three?.outletsRedrawn).toBe(false);
    const articles = (0.1 * 0.9 + 0.5 * 0.5 + 0.9 * 0.1) / 40 / 9;
    expect(Math.abs((three?.variance ?? 0) / articles - 1)).toBeLessThan(0.15);
  });
  it("redraws outlets from four on, giving the variance of outlet means over their number", () => {
    const four = bootstrap([share(4), share(16), share(24), share(36)], seededRandom(1), 4000);
    expect(four?.outletsRedrawn).toBe(true);
    const spread = (0.4 ** 2 + 0.1 ** 2 + 0.1 ** 2 + 0.4 ** 2) / 3;
    expect(Math.abs((four?.variance ?? 0) / (spread / 4) - 1)).toBeLessThan(0.08);
  });
  it("still varies where nothing was found in any article", () => {
    expect(bootstrap([share(0), share(0), share(0), share(0)], seededRandom(1))?.variance).toBeGreaterThan(0);
  });
});

describe("side and difference intervals", () => {
  it("uses Wilson for one outlet's share", () => {
    expect(sideInterval([share(4, 10)], seededRandom(1))).toEqual(wilson(4, 10));
  });
  it("is wider when outlets are redrawn than when they are fixed", () => {
    const fixed = sideInterval([share(4), share(20), share(36)], seededRandom(1));
    const redrawn = sideInterval([share(4), share(4), share(36), share(36)], seededRandom(1));
    expect(width(redrawn)).toBeGreaterThan(2 * width(fixed));
  });
  it("stays on the scale and is null without articles", () => {
    const got = sideInterval([share(0), share(1), share(0), share(9)], seededRandom(1));
    expect(got?.[0]).toBeGreaterThanOrEqual(0);
    expect(sideInterval([], seededRandom(1))).toBeNull();
    expect(differenceOfSides([], [share(3)], 3, seededRandom(1))).toBeNull();
  });
  it("widens over the rows of the chart and says when the spread between outlets is assumed", () => {
    const few = differenceOfSides([share(20)], [share(8)], 14, seededRandom(1));
    expect(few?.assumedSpread).toBe(true);
    expect(width(few?.simultaneous ?? null)).toBeGreaterThan(width(few?.interval ?? null));
    const many = [share(19), share(20), share(21), share(20)];
    expect(differenceOfSides(many, many, 14, seededRandom(1))?.assumedSpread).toBe(false);
  });
  it("finds a large difference between many outlets", () => {
    const high = [28, 30, 26, 31, 29].map((k) => share(k));
    const low = [8, 10, 6, 9, 11].map((k) => share(k));
    expect(differenceOfSides(high, low, 14, seededRandom(1))?.simultaneous[0]).toBeGreaterThan(0.2);
  });
  it("reads scores on -1..1", () => {
    const score = (mean: number): OutletSums => ({ kind: "score", n: 40, mean, variance: 0.04 });
    const got = differenceOfSides(
      [0.3, 0.35, 0.28, 0.32].map(score),
      [-0.2, -0.15, -0.25, -0.2].map(score),
      5,
      seededRandom(1),
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
