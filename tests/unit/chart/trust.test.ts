import { describe, expect, it } from "vitest";
import { sayMeasured, trustOf } from "#lib/chart/trust.ts";
import type { Measurement } from "#lib/domain/measurements.ts";

const row = (tag: string, f1: number) => ({
  tag,
  side: "western",
  n: 120,
  positives: 40,
  trivialF1: 0.5,
  precision: 0.6,
  recall: 0.6,
  f1,
  f1Interval: [f1 - 0.1, f1 + 0.1] as [number, number],
  auc: 0.9,
  aucInterval: null,
  ece: null,
});
const measured = (rows: Measurement["rows"], figures: Measurement["figures"]): Measurement => ({
  task: "frames",
  method: "5-fold cross-validation",
  data: { name: "coded articles", items: 120, digest: "d" },
  coder: "language models",
  date: "2026-01-01",
  codebookVersion: "1.0",
  figures,
  rows,
});
const figure = (value: number) => ({
  name: "macro-F1",
  side: "western",
  n: 120,
  value,
  interval: [0.59, 0.72] as [number, number],
  trivial: null,
  note: "",
});
const west = (measurement: Measurement) => trustOf([measurement], ["frame"])?.tasks[0];

describe("how far tags are to be trusted", () => {
  it("gives the mean over tags the interval that was measured of that very mean", () => {
    const trust = west(measured([row("economic", 0.6), row("legality", 0.7)], [figure(0.65)]));
    expect(trust?.sides[0]?.f1Interval).toEqual([0.59, 0.72]);
    expect(trust?.text).toContain("mean F1 .65 (.59 to .72)");
    expect(trust?.rows[0]?.f1Interval).toEqual([0.5, 0.7]);
  });

  it("borrows no interval from another figure", () => {
    expect(west(measured([row("economic", 0.6), row("legality", 0.7)], [figure(0.66)]))?.sides[0]?.f1Interval).toBe(
      null,
    );
  });

  it("writes a figure with its interval, and a dash where nothing was measured", () => {
    expect(sayMeasured(0.674, [0.592, 0.722])).toBe(".67 (.59 to .72)");
    expect(sayMeasured(null, null)).toBe("–");
  });
});
