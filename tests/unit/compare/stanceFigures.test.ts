import { describe, expect, test } from "vitest";
import { stanceFigures, withinSidesGain, type StanceJudged } from "#lib/compare/metrics/stanceFigures.ts";

/** Twenty Western articles on Russia, every other one against it, scored as `score` says. */
function articles(score: (against: boolean, i: number) => number): StanceJudged[] {
  return Array.from({ length: 20 }, (_, i) => {
    const against = i % 2 === 0;
    const code = against ? -1 : 0;
    const value = score(against, i);
    const label = value < -0.5 ? "unfavourable" : "unclear";
    return {
      id: String(i),
      side: "western",
      target: "russia",
      coded: { own: code, all: code },
      score: { own: value, all: value },
      label: { own: label, all: label },
      discussed: true,
    };
  });
}

const value = (items: readonly StanceJudged[], name: string, side = "all"): number | null | undefined =>
  stanceFigures(items, 20).find((f) => f.name === name && f.side === side)?.value;

describe("figures of stance", () => {
  const knowing = articles((against) => (against ? -0.9 : -0.1));
  const blind = articles((_, i) => (i % 3) / 10);

  test("gain over other scores of the same pairs is the difference of both, and none over the same scores", () => {
    const gain = withinSidesGain("blind", knowing, blind, 40)[0]!;
    expect(gain.value).toBeGreaterThan(0.3);
    expect(gain.interval![0]).toBeGreaterThan(0);
    expect(withinSidesGain("itself", knowing, knowing, 10).map((f) => f.value)).toEqual([0, 0, 0, 0]);
  });

  test("tell how many discussed pairs get no sign, beside how many were coded without one", () => {
    expect(value(knowing, "no sign told, own")).toBe(0.5);
    expect(value(blind, "no sign told, own", "western")).toBe(1);
    expect(stanceFigures(blind, 20).find((f) => f.name === "no sign told, own")?.trivial).toBe(0.5);
  });

  test("put what the side alone would have right beside what labels have right", () => {
    const figure = stanceFigures(knowing, 20).find((f) => f.name === "label right, own")!;
    expect(figure.value).toBe(1);
    expect(figure.trivial).toBe(0.5);
  });
});
