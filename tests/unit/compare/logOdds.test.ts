import { describe, expect, it } from "vitest";
import { clumping, countLimits, logOdds } from "#lib/compare/logOdds.ts";
import { randomBinomial, seededRandom } from "#lib/compare/random.ts";

const group = (uses: number, squares = uses, words = 100_000, articles = 250) => ({
  count: { uses, squares },
  size: { words, articles },
});

describe("log-odds of a word", () => {
  it("turns its sign with the groups", () => {
    const there = logOdds(group(60), group(20), 80 / 200_000);
    const back = logOdds(group(20), group(60), 80 / 200_000);
    expect(there?.value).toBeCloseTo(-(back?.value ?? 0), 9);
    expect(there?.interval[0]).toBeCloseTo(-(back?.interval[1] ?? 0), 9);
  });
  it("finds a word that one side never uses, which the plain z does not", () => {
    const got = logOdds(group(40), group(0), 40 / 200_000);
    expect(got?.interval[0]).toBeGreaterThan(0.5);
    expect(got?.z).toBeLessThan(1.96);
  });
  it("trusts a word less when all its uses are in one article", () => {
    const spread = logOdds(group(40, 40), group(8, 8), 48 / 200_000);
    const clumped = logOdds(group(40, 1600), group(8, 8), 48 / 200_000);
    expect(spread?.interval[0]).toBeGreaterThan(0);
    expect(clumped?.interval[0]).toBeLessThan(0);
    expect(clumping({ uses: 40, squares: 1600 }, 250)).toBeCloseTo(40 * (250 / 249) * (1 - 1 / 250), 6);
  });
  it("knows the limits of small counts: 0 reaches 3.7, 10 runs from 4.8 to 18.4", () => {
    expect(countLimits(0, 1)[1]).toBeCloseTo(3.67, 1);
    expect(countLimits(10, 1)[0]).toBeCloseTo(4.8, 1);
    expect(countLimits(10, 1)[1]).toBeCloseTo(18.4, 1);
  });
  it("claims at most one word in twenty of noise, words clumped in articles", () => {
    const random = seededRandom(8);
    const draw = () => {
      let uses = 0;
      let squares = 0;
      for (let article = 0; article < 250; article += 1) {
        const here = random() < 0.1 ? randomBinomial(random, 6, 0.4) : 0;
        uses += here;
        squares += here * here;
      }
      return group(uses, squares);
    };
    let claimed = 0;
    for (let trial = 0; trial < 1000; trial += 1) {
      const [first, second] = [draw(), draw()];
      const got = logOdds(first, second, (first.count.uses + second.count.uses) / 200_000);
      if (got && (got.interval[0] > 0 || got.interval[1] < 0)) claimed += 1;
    }
    expect(claimed / 1000).toBeLessThanOrEqual(0.055);
  });
  it("is null where a group has no words", () => {
    expect(logOdds(group(1), group(0, 0, 0), 0.001)).toBeNull();
    expect(logOdds(group(1), group(1), 0)).toBeNull();
  });
});
