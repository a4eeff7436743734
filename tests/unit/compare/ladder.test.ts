import { describe, expect, it } from "vitest";
import { ladder } from "#lib/compare/ladder.ts";
import { wordingRule } from "#lib/compare/wordingRule.ts";

describe("the small-n ladder", () => {
  it.each([
    [0, 0, 0, "illustration", "no articles"],
    [4, 4, 0, "illustration", "illustration: fewer than five articles"],
    [5, 4, 0, "dots", "no percentage: fewer than thirty articles"],
    [29, 5, 0, "dots", "no percentage: fewer than thirty articles"],
    [30, 4, 0, "share", ""],
    [30, 1, 0, "share", "speaks of RT only"],
    [30, 2, 0, "share", "interval for these outlets only"],
    [30, 3, 0, "share", "interval for these outlets only"],
    [12, 1, 0, "dots", "no percentage: fewer than thirty articles; speaks of RT only"],
    [60, 4, 40, "share", ""],
    [60, 4, 41, "share", "left open in 41 of 101 articles"],
    [0, 0, 3, "illustration", "no article tells; left open in 3 of 3 articles"],
  ])("puts %i articles of %i outlets with %i abstentions on %s (%s)", (articles, outlets, abstained, rung, note) => {
    const got = ladder({ articles, outlets, abstained, outletName: "RT" });
    expect(got.rung).toBe(rung);
    expect(got.note).toBe(note);
    expect(got.abstentionsWarn).toBe(note.includes("left open"));
  });
});

describe("the wording rule", () => {
  const strong = {
    articles: [200, 200] as const,
    outlets: [5, 5] as const,
    interval: [0.1, 0.3] as const,
    simultaneous: [0.02, 0.38] as const,
    effect: 0.4,
  };
  it.each([
    ["clear", {}],
    ["leans", { effect: 0.19 }],
    ["leans", { effect: null }],
    ["leans", { outlets: [3, 12] as const }],
    ["leans", { simultaneous: [-0.01, 0.41] as const }],
    ["cannot tell", { interval: [-0.01, 0.3] as const }],
    ["cannot tell", { interval: [0, 0.3] as const }],
    ["cannot tell", { interval: null }],
    ["cannot tell", { articles: [29, 200] as const }],
    ["illustration", { articles: [4, 200] as const }],
  ])("says %s for %j", (wording, change) => {
    expect(wordingRule({ ...strong, ...change })).toBe(wording);
  });
  it("reads a negative difference the same way", () => {
    expect(wordingRule({ ...strong, interval: [-0.3, -0.1], simultaneous: [-0.4, -0.01], effect: -0.4 })).toBe("clear");
  });
});
