import { describe, expect, it } from "vitest";
import { altText } from "#lib/chart/altText.ts";
import { csvCell, seriesToCsv } from "#lib/chart/csv.ts";
import { topDifferences } from "#lib/chart/differences.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { framesBySide } from "#lib/chart/definitions/framesBySide.ts";
import { build, chartInput, rollUp } from "./support.ts";

const western = ["w1", "w2", "w3", "w4", "w5"];
const russian = ["r1", "r2", "r3", "r4", "r5"];
const wide = [
  ...western.flatMap((outlet, at) => [
    rollUp(outlet, "western", "economic", 30 + (at % 3), 40),
    rollUp(outlet, "western", "security", 10 + (at % 3), 40),
  ]),
  ...russian.flatMap((outlet, at) => [
    rollUp(outlet, "russian", "economic", 6 + (at % 3), 40),
    rollUp(outlet, "russian", "security", 10 + (at % 2), 40),
  ]),
];

describe("frames by side", () => {
  it("orders by gap, names what is clear and leaves out frames nobody was asked about", () => {
    const series = build(framesBySide, "paired", chartInput(wide));
    expect(series.rows.map((row) => row.id)).toEqual(["economic", "security"]);
    expect(series.rows.map((row) => row.wording)).toEqual(["clear", "cannot tell"]);
    expect(series.rows[0]?.sentence).toMatch(
      /^Western: 77 % \([67]\d to 8\d %; 154 of 200 articles, 5 outlets\); Russian: 17 % .*\. Clearly more in Western outlets\.$/,
    );
  });
  it("orders by name when asked and gives the same numbers every time", () => {
    const series = build(framesBySide, "paired", chartInput(wide, "sort=name"));
    expect(series.rows.map((row) => row.label)).toEqual(["Economic", "Security"]);
    expect(build(framesBySide, "paired", chartInput(wide))).toEqual(build(framesBySide, "paired", chartInput(wide)));
  });
  it("prints no percentage below thirty articles and calls a side of one outlet by its name", () => {
    const series = build(
      framesBySide,
      "paired",
      chartInput([
        rollUp("rt", "russian", "economic", 12, 20),
        rollUp("w1", "western", "economic", 8, 15),
        rollUp("w2", "western", "economic", 1, 10),
      ]),
    );
    const row = series.rows[0];
    expect(row?.sentence).toBe(
      "Western: 9 of 25 articles; RT: 12 of 20 articles. Fewer than thirty articles on a side: cannot tell.",
    );
    expect(row?.sentence).not.toContain("%");
    expect([row?.difference, row?.a.interval, row?.wording]).toEqual([null, null, "cannot tell"]);
    expect([series.groups[0].label, series.groups[1]?.label]).toEqual(["Western", "RT"]);
  });
  it("calls fewer than five articles an illustration without a value", () => {
    const row = build(
      framesBySide,
      "paired",
      chartInput([rollUp("rt", "russian", "economic", 1, 2), rollUp("w1", "western", "economic", 2, 3)]),
    ).rows[0];
    expect([row?.wording, row?.a.value, row?.b.value]).toEqual(["illustration", null, null]);
  });
  it("never says clear where a side has fewer than four outlets", () => {
    const few = wide.filter((each) => each.side === "western" || each.outlet === "r1");
    const row = build(framesBySide, "paired", chartInput(few)).rows[0];
    expect(row?.wording).toBe("leans");
    expect(row?.b.note).toBe("speaks of R1 only");
  });
  it("keeps teaching articles and real ones apart", () => {
    const mixed = [
      ...wide,
      rollUp("t1", "western_teaching", "economic", 3, 6),
      rollUp("t2", "russian_teaching", "economic", 1, 6),
      rollUp("t3", "western", "economic", 9, 9, { teaching: true }),
    ];
    const real = build(framesBySide, "paired", chartInput(mixed));
    expect(real.rows[0]?.a.n).toBe(200);
    expect(real.sources.outlets.join()).not.toMatch(/T[123]/);
    const teaching = build(framesBySide, "paired", chartInput(mixed, "teaching=on"));
    expect([teaching.groups[0].id, teaching.groups[1]?.id]).toEqual(["western_teaching", "russian_teaching"]);
    expect([teaching.rows[0]?.a.n, teaching.rows[0]?.b.n]).toEqual([6, 6]);
  });
  it("counts abstentions apart and sums an outlet over events and weeks", () => {
    const series = build(
      framesBySide,
      "paired",
      chartInput([
        rollUp("w1", "western", "economic", 3, 10, { abstained: 5 }),
        rollUp("w1", "western", "economic", 1, 4, { event: "e2", week: null }),
        rollUp("rt", "russian", "economic", 0, 6),
      ]),
    );
    expect(series.rows[0]?.a).toMatchObject({ n: 9, k: 4, abstained: 5, outlets: 1 });
  });
  it("is an empty chart, not an error, on an empty corpus", () => {
    const series = build(framesBySide, "paired", chartInput([]));
    expect(series.rows).toEqual([]);
    expect(altText(series)).toContain("No articles yet.");
    expect(topDifferences([series])).toEqual({
      rows: [],
      missing: "No articles to compare yet: import articles of both sides.",
    });
  });
});

describe("every chart", () => {
  it.each([...definitions.keys()])("says what it does not show, its method and its sources: %s", (slug) => {
    const definition = definitions.get(slug);
    const series = definition?.build(chartInput([]));
    expect(series?.slug).toBe(slug);
    for (const text of [series?.doesNotShow, series?.method, series?.question, series?.sources.text])
      expect(text).toMatch(/\S.*[.?]$/);
  });
  it("carries groups with n and rule, intervals' method, coverage and a finding: %s", () => {
    for (const definition of definitions.values()) {
      const series = definition.build(chartInput(wide));
      expect(series.groups.map((group) => [group.label, group.articles, group.outlets])).toEqual([
        ["Western", 200, 5],
        ["Russian", 200, 5],
      ]);
      expect(series.finding).toMatch(/\.$/);
      expect(series.intervalMethod).not.toBe("");
      expect(series.coverage.outlets).toHaveLength(10);
      expect(altText(series)).toContain(series.title);
    }
  });
});

describe("text twins of a chart", () => {
  it("tells n and interval in the alt text", () => {
    expect(altText(build(framesBySide, "paired", chartInput(wide)))).toMatch(
      /Economic: Western: 77 % \([67]\d to 8\d %; 154 of 200 articles, 5 outlets\)/,
    );
  });
  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd", "'+cmd"],
    ["-2+3", "'-2+3"],
    ["@sum", "'@sum"],
    ["\tx", "'\tx"],
    ["-2.5", "-2.5"],
    ["+3", "+3"],
    ['say "so", he', '"say ""so"", he"'],
    ["plain", "plain"],
  ])("makes the cell %j inert as %j", (given, written) => {
    expect(csvCell(given)).toBe(written);
  });
  it("writes numbers plainly and nothing for what is not there", () => {
    expect([csvCell(-0.25), csvCell(null), csvCell(Number.NaN)]).toEqual(["-0.25", "", ""]);
  });
  it("holds one line a row with sources, and no value below thirty articles", () => {
    const csv = seriesToCsv(
      build(
        framesBySide,
        "paired",
        chartInput([rollUp("=rt", "russian", "economic", 12, 20), rollUp("w1", "western", "economic", 8, 40)]),
      ),
    );
    const lines = csv.trimEnd().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("'=RT,,,,12,20,1,0,dots");
    expect(lines[1]).toContain("Codebook 1.0");
  });
});

describe("top differences", () => {
  it("names only rows worded leans or clear", () => {
    const got = topDifferences([build(framesBySide, "paired", chartInput(wide))]);
    expect(got.rows.map(({ row }) => row.id)).toEqual(["economic"]);
    expect(got.missing).toBeNull();
  });
  it("says what is missing otherwise", () => {
    const few = build(
      framesBySide,
      "paired",
      chartInput([rollUp("rt", "russian", "economic", 12, 20), rollUp("w1", "western", "economic", 8, 40)]),
    );
    expect(topDifferences([few]).missing).toBe(
      "No difference can be told yet: it takes 30 articles a side; RT has 20.",
    );
    const alike = build(
      framesBySide,
      "paired",
      chartInput([rollUp("rt", "russian", "economic", 12, 40), rollUp("w1", "western", "economic", 12, 40)]),
    );
    expect(topDifferences([alike]).missing).toContain("a side here has 1");
  });
});
