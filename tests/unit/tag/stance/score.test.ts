import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { randomIndex, seededRandom } from "#lib/compare/random.ts";
import { halfWidth, scoreUnits, type Weighted } from "#lib/tag/stance/score.ts";
import { learnedLabel } from "#lib/tag/stance/learnedLabel.ts";

const units = (values: readonly number[]): Weighted[] =>
  values.map((value, sentence) => ({ value, weight: 1, sentence }));

/** 80 % interval half-width of the shrunk mean by redrawing sentences. */
function byBootstrap(list: readonly Weighted[], draws: number): number {
  const random = seededRandom(7);
  const scores = Array.from({ length: draws }, () => {
    const drawn = list.map(() => list[randomIndex(random, list.length)]!);
    return drawn.reduce((t, u) => t + u.value * u.weight, 0) / (drawn.length + 3);
  }).toSorted((a, b) => a - b);
  return (scores[Math.floor(0.9 * draws)]! - scores[Math.floor(0.1 * draws)]!) / 2;
}

describe("stance score", () => {
  it("has the interval a bootstrap over sentences gives, within a third", () => {
    const random = seededRandom(3);
    for (const n of [8, 15, 30, 60]) {
      const list = units(Array.from({ length: n }, () => random() * 2 - 0.7));
      const centre = list.reduce((t, u) => t + u.value, 0) / (n + 3);
      const ratio = halfWidth(list, centre) / byBootstrap(list, 2000);
      expect(ratio, `${n} sentences`).toBeGreaterThan(0.75);
      expect(ratio, `${n} sentences`).toBeLessThan(1.34);
    }
  });

  it("stays inside its interval and -1..1 whatever the units", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
        const { score, interval } = scoreUnits(units(values), 0, true);
        expect(score).toBeGreaterThanOrEqual(-1);
        expect(score).toBeLessThanOrEqual(1);
        expect(interval[0]).toBeLessThanOrEqual(score);
        expect(interval[1]).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it("is unclear where two units say the same, and favourable where six do", () => {
    expect(scoreUnits(units([1, 1]), 0, false).label).toBe("unclear");
    expect(scoreUnits(units([1, 1, 1, 1, 1, 1]), 0, true).label).toBe("favourable");
  });

  it("counts from the baseline of the actor", () => {
    const list = units([-0.5, -0.5, -0.5, -0.5, -0.5]);
    expect(scoreUnits(list, -0.5, true).score).toBeCloseTo(0, 5);
    expect(scoreUnits(list, 0, true).score).toBeLessThan(-0.2);
  });
});

describe("learned label", () => {
  it("tells a sign only from the frozen threshold on", () => {
    expect(learnedLabel(0.05, 0.95, 0.8, 0.35, true, 5)).toBe("favourable");
    expect(learnedLabel(0.95, 0.05, 0.8, 0.35, true, 5)).toBe("unfavourable");
    expect(learnedLabel(0.1, 0.6, 0.8, 0.35, true, 5)).toBe("unclear");
  });
  it("tells neutral from unclear: neutral needs the actor to be discussed", () => {
    expect(learnedLabel(0.05, 0.1, 0.8, 0.35, true, 5)).toBe("neutral");
    expect(learnedLabel(0.05, 0.1, 0.8, 0.35, false, 5)).toBe("unclear");
    // Where "neutral" was never right often enough in training it is never said.
    expect(learnedLabel(0.05, 0.1, 0.8, 0, true, 5)).toBe("unclear");
    expect(learnedLabel(0.05, 0.95, 0.8, 0.35, true, 2)).toBe("unclear");
  });
  it("is mixed where both signs are likely", () => {
    expect(learnedLabel(0.5, 0.5, 0.8, 0.35, true, 6)).toBe("mixed");
  });
});
