import { describe, expect, it } from "vitest";
import { measurementSchema } from "#lib/domain/measurements.ts";
import { loadedLanguage } from "#lib/operations/measure/loadedLanguage.ts";
import { checkedMeasure } from "#lib/operations/measure/task.ts";
import { storedMeasurement } from "#lib/operations/measure/stored.ts";
import { bareCodebook, loadedLists } from "#tests/corpus/wording/support.ts";

const rows = [
  {
    id: 1,
    text: "The thugs peddle shameless drivel.",
    label: "Biased",
    biased_words: ["thugs", "drivel"],
    outlet: "A",
  },
  { id: 2, text: "The committee met on Monday.", label: "Non-biased", biased_words: [], outlet: "A" },
  { id: 3, text: "They fleeced the town.", label: "Non-biased", biased_words: [], outlet: "B" },
  { id: 4, text: "The road is long.", label: "No agreement", outlet: "B" },
];
const report = await checkedMeasure(loadedLanguage).run(bareCodebook({ loaded: loadedLists() }), rows);

describe("measuring loaded language", () => {
  it("counts rows that fit and says why others do not", () => {
    expect(report.n).toBe(3);
    expect(report.skipped).toMatchObject({ n: 1 });
  });

  it("compares marked words with those annotators marked", () => {
    const value = (name: string) => report.figures.find((each) => each.name === name && each.side === "all")?.value;
    expect(value("marked words an annotator marked")).toBeCloseTo(2 / 5);
    expect(value("annotators' words that were marked")).toBe(1);
    expect(value("macro-F1")).toBeCloseTo((2 / 3 + 2 / 3) / 2);
    expect(report.confusion).toEqual({ loaded: { loaded: 1 }, plain: { plain: 1, loaded: 1 } });
  });

  it("is kept without texts, in the form pages read", () => {
    const about = { method: "scored once", data: { name: "test", rows }, coder: "people", date: "2026-11-25" };
    const stored = storedMeasurement(report, { ...about, codebookVersion: "1+abc" });
    expect(measurementSchema.parse(stored)).toEqual(stored);
    expect(stored).toMatchObject({ task: "loaded-language", codebookVersion: "1", data: { items: 3 } });
    expect(JSON.stringify(stored)).not.toContain("thugs");
  });
});
