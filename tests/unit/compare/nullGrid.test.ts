import { describe, expect, it } from "vitest";
import { simulateNull } from "#tests/quality/nullGrid.ts";

/** Two hundred charts a cell; tests/quality/nullGrid.ts prints the whole grid with more. */
const CHARTS = 200;
const CELLS = (
  [
    [1, 12],
    [3, 3],
    [5, 5],
    [12, 2],
  ] as const
).flatMap(([a, b]) => [0, 0.5].map((sd) => [a, b, sd] as const));

describe("charts of noise", () => {
  it.each(CELLS)("rarely claim anything with %i v %i outlets and a spread of %f", (a, b, sd) => {
    const got = simulateNull(a, b, sd, CHARTS, 11 + a * 100 + b);
    expect(got.clearCharts).toBeLessThanOrEqual(0.05);
    expect(got.claimRows).toBeLessThanOrEqual(0.2);
    if (Math.min(a, b) < 4) expect(got.clearCharts).toBe(0);
  });
  it("claim no more when outlets are pooled", () => {
    const got = simulateNull(5, 5, 0.5, CHARTS, 5, "articles");
    expect(got.clearCharts).toBeLessThanOrEqual(0.05);
    expect(got.claimRows).toBeLessThanOrEqual(0.2);
  });
  it("do say clear where the sides truly differ", () => {
    expect(simulateNull(5, 5, 0, 20, 3, "outlets", 2).clearCharts).toBeGreaterThan(0.8);
  });
});
