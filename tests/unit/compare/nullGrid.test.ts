import { describe, expect, it } from "vitest";
import { simulateNull } from "#tests/quality/nullGrid.ts";

/** Sixty charts a cell; the whole grid with more is printed by tests/quality/nullGrid.ts. */
const CHARTS = 60;

describe("charts of noise", () => {
  it.each([
    [1, 12, 0],
    [1, 12, 0.5],
    [3, 3, 0],
    [3, 3, 0.5],
    [5, 5, 0],
    [5, 5, 0.5],
    [12, 2, 0],
    [12, 2, 0.5],
  ])("rarely claim anything with %i v %i outlets and a spread of %f", (a, b, sd) => {
    const got = simulateNull(a, b, sd, CHARTS, 11 + a * 100 + b);
    expect(got.clearCharts).toBeLessThanOrEqual(0.05);
    expect(got.claimRows).toBeLessThanOrEqual(0.2);
    if (Math.min(a, b) < 4) expect(got.clearCharts).toBe(0);
  });
});
