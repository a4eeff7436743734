import { describe, expect, it } from "vitest";
import { sidelessLine } from "#lib/cli/sidelessLine.ts";

describe("the line of articles without a side", () => {
  it("is not there where all have one", () => {
    expect(sidelessLine([], "have")).toEqual([]);
  });

  it("says how many, whose they are, and the way out", () => {
    const outlets = ["A", "B", "C", null, "D", "E", "F"].map((outlet, at) => ({ outlet, articles: 9 - at }));
    expect(sidelessLine(outlets, "have")).toEqual([
      "42 articles have no side and stay out of every chart (A 9, B 8, C 7, no outlet 6, D 5, 2 more outlets): " +
        "take the import back (parallax undo), then give --side or add the outlet to corpus/outlets, and import again.",
    ]);
    expect(sidelessLine([{ outlet: "A\u001b[31m", articles: 1 }], "have")[0]).toMatch(
      /^1 article has no side and stays/,
    );
    expect(sidelessLine([{ outlet: "A", articles: 1 }], "would have")).toEqual([
      "1 article would have no side and stays out of every chart (A 1): give --side or add the outlet to corpus/outlets, and import again.",
    ]);
  });
});
