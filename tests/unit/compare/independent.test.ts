import { describe, expect, it } from "vitest";
import { differenceOfSides } from "#lib/compare/intervals.ts";
import { logOdds } from "#lib/compare/logOdds.ts";
import type { OutletSums } from "#lib/compare/outletSums.ts";
import { sideMean } from "#lib/compare/sideMean.ts";
import { studentT } from "#lib/compare/studentT.ts";
import { wilson } from "#lib/compare/wilson.ts";

/** Figures printed by `python3 tests/unit/compare/independent.py`, which shares no code with lib/compare. */
const share = ([k, n]: readonly [number, number]): OutletSums => ({ kind: "share", k, n });
const FIVE = (
  [
    [12, 40],
    [22, 50],
    [9, 45],
    [30, 60],
    [15, 38],
  ] as const
).map(share);
const SIX = (
  [
    [4, 40],
    [10, 44],
    [6, 52],
    [3, 35],
    [9, 70],
    [8, 41],
  ] as const
).map(share);
const group = (uses: number, words: number) => ({ count: { uses, squares: uses }, size: { words, articles: 300 } });

describe("figures of an independent calculation", () => {
  it.each([
    [8, 1890, 0, 1760, 8 / 3650, 500, 2.0636550096931137, 2.040883579453458],
    [120, 300_000, 400, 500_000, 520 / 800_000, 1000, -0.6910977094281252, -6.654904502350875],
  ])("agree on log-odds of %i in %i against %i in %i", (y1, n1, y2, n2, background, prior, value, z) => {
    const got = logOdds(group(y1, n1), group(y2, n2), background, prior);
    expect(got?.value).toBeCloseTo(value, 9);
    expect(got?.z).toBeCloseTo(z, 9);
  });
  it("agree on Student's t and Wilson's interval", () => {
    expect(studentT(0.05, 3)).toBeCloseTo(3.1825, 3);
    expect(studentT(0.05, 4.6)).toBeCloseTo(2.6393, 3);
    expect(studentT(0.05, 22)).toBeCloseTo(2.0739, 3);
    expect(wilson(37, 120)?.[0]).toBeCloseTo(0.232727369889163, 9);
    expect(wilson(37, 120)?.[1]).toBeCloseTo(0.3958299772380068, 9);
  });
  it("agree on the variance that 60,000 two-stage redraws of single articles give, within 3 %", () => {
    const close = (got: number | undefined, drawn: number): void =>
      expect(Math.abs((got ?? 0) / drawn - 1)).toBeLessThan(0.03);
    close(sideMean(FIVE)?.variance, 0.0028379611544884185);
    close(sideMean(SIX)?.variance, 0.0005407997892580635);
    close(sideMean(FIVE.slice(0, 3))?.variance, 0.0015183277228846875);
  });
  it("agree on the interval of a difference of five and six outlets", () => {
    const got = differenceOfSides(FIVE, SIX, 1);
    expect(got?.value).toBeCloseTo(0.2249365337272911, 9);
    expect(got?.interval[0]).toBeCloseTo(0.0796, 2);
    expect(got?.interval[1]).toBeCloseTo(0.3703, 2);
    expect(got?.df).toBeCloseTo(5.51, 1);
  });
});
