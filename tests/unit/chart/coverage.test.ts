import { describe, expect, it } from "vitest";
import { coverageOf } from "#lib/chart/coverage.ts";
import type { ArticleCount } from "#lib/domain/coding.ts";

const [MON, WED, SUN] = [1, 4, 64];

function count(outlet: string, week: string | null, days: number, more: Partial<ArticleCount> = {}): ArticleCount {
  return {
    outlet,
    side: "western",
    subGroup: null,
    teaching: false,
    machineTranslated: false,
    language: "en",
    event: null,
    week,
    articles: 3,
    days,
    ...more,
  };
}

const label = (outlet: string): string => outlet;
const without = (...groups: ArticleCount[][]) =>
  Object.fromEntries(coverageOf(groups, label).outlets.map((each) => [each.outlet, each.daysWithout]));

describe("days without an article", () => {
  it("are counted for every outlet from the first day of the choice to its last", () => {
    // Wednesday of one week to Monday of the next but one: 13 days.
    const counts = [count("Post", "2024-03-04", WED), count("Post", "2024-03-18", MON)];
    expect(without([...counts, count("Times", "2024-03-11", MON | SUN)])).toEqual({ Post: 11, Times: 11 });
    expect(without(counts, [count("Times", "2024-03-18", SUN)])).toEqual({ Post: 17, Times: 18 });
  });
  it("know a day once, whatever kinds of articles it has", () => {
    const kinds = [count("Post", "2024-03-04", MON | WED), count("Post", "2024-03-04", WED, { language: "fr" })];
    expect(without(kinds)).toEqual({ Post: 1 });
  });
  it("reach as far as the weeks, which counted articles alone decide", () => {
    const uncounted = { ...count("Post", "2024-05-06", 0), kind: "headline" as const };
    const { weeks, missing } = coverageOf(
      [[count("Post", "2024-03-04", MON), count("Times", "2024-03-11", WED)]],
      label,
      "",
      {
        uncounted: [uncounted],
        missed: { refused: 0, waiting: 0, reasons: [], failing: 0, feeds: 0 },
      },
    );
    expect(weeks).toEqual(["2024-03-04", "2024-03-11"]);
    expect(missing).toContain(
      "Weeks and days with none are counted for every outlet alike from 2024-03-04 to 2024-03-13: the first and the last day of this choice.",
    );
  });
  it("of a span longer than the weeks shown are those of the weeks shown", () => {
    const counts = [
      count("Post", "2020-01-06", MON),
      count("Post", "2024-03-04", MON),
      count("Times", "2024-03-11", MON),
    ];
    const { weeks, outlets } = coverageOf([counts], label);
    expect(weeks).toHaveLength(160);
    expect(outlets.map((each) => each.daysWithout)).toEqual([7, 7]);
  });
  it("are not told where no article has a date", () => {
    expect(without([count("Post", null, 0)])).toEqual({ Post: null });
  });
});
