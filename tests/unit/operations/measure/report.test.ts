import { describe, expect, it } from "vitest";
import { figures, meanOf, sideDifference, tagRows, worst, type Judged } from "#lib/operations/measure/report.ts";
import { isLowConfidence } from "#lib/compare/metrics/floor.ts";

const item = (document: string, side: string, truth: boolean, score: number): Judged => ({
  document,
  side,
  truth,
  score,
  predicted: score >= 0.5,
});
const items = [
  item("a", "russian", true, 0.9),
  item("b", "russian", false, 0.6),
  item("c", "russian", false, 0.1),
  item("d", "western", true, 0.4),
  item("e", "western", true, 0.8),
  item("f", "western", false, 0.2),
];

describe("a report's rows", () => {
  const rows = tagRows("economic", items, { calibrated: true });

  it("gives one row for all items and one for each side", () => {
    expect(rows.map((r) => [r.side, r.n, r.positives])).toEqual([
      ["all", 6, 3],
      ["russian", 3, 1],
      ["western", 3, 2],
    ]);
  });

  it("sets precision, recall and F1 beside the line of tagging everything", () => {
    expect(rows[0]).toMatchObject({ precision: 2 / 3, recall: 2 / 3, trivialF1: 2 / 3 });
    expect(rows[0]!.f1).toBeCloseTo(2 / 3);
    expect(rows[1]).toMatchObject({ precision: 0.5, recall: 1, trivialF1: 0.5 });
  });

  it("ranks within a side", () => {
    expect(rows[0]!.auc).toBeCloseTo(8 / 9);
    expect(rows.slice(1).map((r) => r.auc)).toEqual([1, 1]);
  });

  it("leaves null what cannot be divided", () => {
    const [row] = tagRows("none", [{ document: "a", side: null, truth: false, predicted: false, score: null }]);
    expect(row).toMatchObject({ precision: null, recall: null, f1: null, auc: null, ece: null });
  });
});

describe("figures", () => {
  const right = (chosen: readonly Judged[]): number | null =>
    meanOf(chosen.map((each) => Number(each.truth === each.predicted)));

  it("come with an interval by document that holds the value", () => {
    const [all] = figures("accuracy", items, right);
    expect(all!.value).toBeCloseTo(4 / 6);
    expect(all!.interval![0]).toBeLessThan(4 / 6);
    expect(all!.interval![1]).toBeGreaterThan(4 / 6);
  });

  it("subtract one side from the other, and say null when a side is missing", () => {
    expect(sideDifference("accuracy", items, ["russian", "western"], right).value).toBeCloseTo(0);
    expect(sideDifference("accuracy", items.slice(0, 3), ["russian", "western"], right).value).toBeNull();
  });
});

describe("the floor", () => {
  it("greys a tag under .70 AUC or not above tagging everything", () => {
    expect(isLowConfidence({ auc: 0.69, f1: 0.9, trivialF1: 0.1 })).toBe(true);
    expect(isLowConfidence({ auc: 0.9, f1: 0.3, trivialF1: 0.3 })).toBe(true);
    expect(isLowConfidence({ auc: null, f1: null, trivialF1: null })).toBe(true);
    expect(isLowConfidence({ auc: 0.71, f1: 0.31, trivialF1: 0.3 })).toBe(false);
  });
});

describe("the mistakes list", () => {
  it("puts the most surprising first", () => {
    const mistake = (id: string, surprise: number) => ({ id, tag: "t", truth: "", predicted: "", surprise, text: "" });
    expect(worst([mistake("a", 0.2), mistake("b", 0.9), mistake("c", 0.5)], 2).map((m) => m.id)).toEqual(["b", "c"]);
  });
});
