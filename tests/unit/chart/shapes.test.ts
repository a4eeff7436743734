import { describe, expect, it } from "vitest";
import { isUnderFloor } from "#lib/chart/trust.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { framesBySide } from "#lib/chart/definitions/framesBySide.ts";
import { outletsByFrames } from "#lib/chart/definitions/heatmaps.ts";
import { naming } from "#lib/chart/definitions/naming.ts";
import { overTime } from "#lib/chart/definitions/overTime.ts";
import { reporting } from "#lib/chart/definitions/reporting.ts";
import { roles } from "#lib/chart/definitions/roles.ts";
import { stanceBySide } from "#lib/chart/definitions/stanceBySide.ts";
import { voicesBySide } from "#lib/chart/definitions/voicesBySide.ts";
import { words } from "#lib/chart/definitions/words.ts";
import { drawnRows, leftToTable } from "#lib/chart/drawn.ts";
import { footerLines, citation } from "#lib/chart/footer.ts";
import { seriesToXlsx } from "#lib/chart/xlsx.ts";
import { tableOf } from "#lib/chart/table.ts";
import type { Measurement, MeasurementRow } from "#lib/domain/measurements.ts";
import type { RollUp, TermCount } from "#lib/domain/coding.ts";
import { build, chartInput, rollUp } from "./support.ts";

const W = ["w1", "w2", "w3", "w4", "w5"];
const R = ["r1", "r2", "r3", "r4", "r5"];
const measured = (tag: string, side: string, more: Partial<MeasurementRow> = {}): MeasurementRow => ({
  tag,
  side,
  n: 300,
  positives: 100,
  trivialF1: 0.5,
  precision: 70 / 110,
  recall: 0.7,
  f1: 0.66,
  f1Interval: null,
  auc: 0.85,
  aucInterval: null,
  ece: null,
  ...more,
});
const measurements: Measurement[] = [
  {
    task: "frames",
    method: "5-fold cross-validation",
    data: { name: "coded articles", items: 600, digest: "d" },
    coder: "language models",
    date: "2026-01-01",
    codebookVersion: "1.0",
    figures: [],
    rows: [
      measured("economic", "western"),
      measured("economic", "russian"),
      measured("security", "western", { auc: 0.6 }),
      measured("security", "russian"),
    ],
  },
];
const both = (make: (outlet: string, side: "western" | "russian", at: number) => RollUp[]): RollUp[] => [
  ...W.flatMap((outlet, at) => make(outlet, "western", at)),
  ...R.flatMap((outlet, at) => make(outlet, "russian", at)),
];

describe("stance", () => {
  const cells = both((outlet, side) => {
    const [against, neutral, favourable] = side === "western" ? [20, 6, 4] : [4, 6, 20];
    const level = (name: string, n: number) =>
      rollUp(outlet, side, `russia:${name}`, n, n, { measure: "stance_level" });
    return [
      rollUp(outlet, side, "russia", side === "western" ? -12 : 12, 40, {
        measure: "stance",
        abstained: 10,
        sumSquares: 9,
      }),
      level("against", against),
      level("neutral", neutral),
      level("for", favourable),
      level("discussed", 40),
    ];
  });
  it("counts against, neutral and for, and keeps those without a clear stance apart", () => {
    const row = build(stanceBySide, "diverging", chartInput(cells)).rows[0];
    expect(row?.bars.map((bar) => [...bar.counts, bar.unclear])).toEqual([
      [100, 30, 20, 50],
      [20, 30, 100, 50],
    ]);
    expect([row?.a.value, row?.b.value, row?.wording]).toEqual([-0.4, 0.4, "clear"]);
    expect(row?.sentence).toContain("Western: −.40 (−.49 to −.31; 150 articles, 5 outlets)");
  });
  it("opens each level's own articles", () => {
    const row = build(stanceBySide, "diverging", chartInput(cells)).rows[0];
    expect(row?.behindLevel.map((each) => each.target)).toEqual(["russia:against", "russia:neutral", "russia:for"]);
    expect(row?.behindAll.target).toBe("russia:discussed");
  });
});

describe("naming", () => {
  const cells = both((outlet, side) => [
    rollUp(outlet, side, "w01:russian", side === "russian" ? 36 : 2, 40, {
      measure: "choice",
      sumSquares: side === "russian" ? 34 : 2,
    }),
    rollUp(outlet, side, "w01:russian", 12, 12, { measure: "wording", voice: "quoted" }),
    rollUp(outlet, side, "w27:russian", side === "russian" ? 9 : 2, side === "russian" ? 6 : 2, { measure: "wording" }),
  ]);
  it("reads a row by the name Russian outlets tend to write and tells quoted uses apart", () => {
    const series = build(naming, "paired", chartInput(cells));
    const row = series.rows.find((each) => each.id === "w01");
    expect([row?.label, row?.saying, row?.behind.voice]).toEqual(["Kiev, not Kyiv", "mean", "own"]);
    expect([row?.a.value, row?.b.value]).toEqual([0.05, 0.9]);
    expect(row?.note).toBe("Quoted from others, not counted here: Western 60, Russian 60 articles.");
  });
  it("counts a word without counterpart over all articles, not over its uses", () => {
    const row = build(naming, "paired", chartInput(cells)).rows.find((each) => each.id === "w27");
    expect([row?.family, row?.b.k, row?.b.n, row?.a.k, row?.a.n]).toEqual(["presence", 30, 200, 10, 200]);
  });
});

describe("who gets to speak", () => {
  const cells = both((outlet, side) => [
    rollUp(outlet, side, "own", 20, 40, { measure: "voice_share", voice: "all", sumSquares: 11 }),
    rollUp(outlet, side, "russia", 30, 30, { measure: "heard", voice: "all" }),
    rollUp(outlet, side, "putin", side === "russian" ? 8 : 2, side === "russian" ? 8 : 2, {
      measure: "speaker",
      voice: "all",
    }),
  ]);
  it("shows shares of words, who is heard, and the most quoted speakers over all articles", () => {
    const series = build(voicesBySide, "paired", chartInput(cells));
    expect(series.families.map((family) => family.id)).toEqual(["voice_share", "heard", "speaker"]);
    expect(series.rows.find((row) => row.id === "heard:russia")?.a).toMatchObject({ k: 150, n: 200 });
    const putin = series.rows.find((row) => row.family === "speaker");
    expect([putin?.label, putin?.a.k, putin?.b.k, putin?.b.n]).toEqual(["Vladimir Putin", 10, 40, 200]);
  });
});

describe("heatmap", () => {
  it("has one column an outlet, grouped, with n in every cell and no value hidden in a mean", () => {
    const cells = both((outlet, side, at) => [rollUp(outlet, side, "economic", at, 8 + at)]);
    const series = build(outletsByFrames, "heatmap", chartInput(cells));
    expect(series.columns.map((column) => column.group)).toEqual([
      ...W.map(() => "western"),
      ...R.map(() => "russian"),
    ]);
    expect(series.columns[0]?.label).toBe("W5");
    expect(series.rows[0]?.cells[0]).toEqual({ value: 4 / 12, k: 4, n: 12, abstained: 0 });
    const table = tableOf(series);
    const few = table.rows.filter((row) => row[table.columns.indexOf("hatched")] === "yes");
    expect(few).toHaveLength(4);
    expect(few.every((row) => row[table.columns.indexOf("value")] === null)).toBe(true);
  });
});

describe("over time", () => {
  const weekly = (week: string, k: number, n: number) => rollUp("w1", "western", "economic", k, n, { week });
  const cells = [
    weekly("2026-01-05", 8, 10),
    weekly("2026-01-12", 2, 4),
    weekly("2026-01-26", 20, 40),
    rollUp("r1", "russian", "economic", 3, 10, { week: "2026-01-05" }),
  ];
  it("keeps an empty week as a gap and a week of fewer than five articles without a value", () => {
    const series = build(overTime, "timeline", chartInput(cells));
    expect(series.weeks).toEqual(["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]);
    const points = series.panels[0]?.lines[0]?.points.map((point) => [point.n, point.value]);
    expect(points).toEqual([
      [10, 0.8],
      [4, null],
      [0, null],
      [40, 0.5],
    ]);
  });
  it("opens one row outlet by outlet", () => {
    const series = build(overTime, "timeline", chartInput(cells, "row=economic"));
    expect(series.panels.map((panel) => panel.id)).toEqual(["outlet:w1", "outlet:r1"]);
  });
});

describe("distinctive words", () => {
  const term = (group: number, name: string, uses: number, articles: number, outlets: number): TermCount => ({
    group,
    term: name,
    uses,
    articles,
    outlets,
    squares: uses * 2,
  });
  const terms = [
    term(0, "*", 60_000, 200, 5),
    term(1, "*", 60_000, 200, 5),
    term(0, "invasion", 300, 120, 5),
    term(1, "invasion", 20, 15, 4),
    term(1, "operation", 200, 90, 5),
    term(0, "operation", 60, 40, 5),
    term(1, "banderite", 40, 30, 4),
    term(1, "scoop", 90, 40, 1),
    term(0, "the-rest", 100, 60, 5),
    term(1, "the-rest", 100, 60, 5),
  ];
  const counts = both((outlet, side) => [rollUp(outlet, side, "economic", 1, 40)]);
  it("finds words of each group, one the other never uses too, and none that only one of several outlets uses", () => {
    const series = build(words, "words", chartInput(counts, "", { terms }));
    expect(series.columns.map((column) => column.rows.map((row) => row.term))).toEqual([
      ["invasion"],
      ["banderite", "operation"],
    ]);
    expect(series.columns[1]?.rows[0]?.uses[0]?.articles).toBe(0);
    expect(series.columns[0]?.rows[0]?.interval[0]).toBeGreaterThan(1);
    expect(series.finding).toContain("Western outlets: invasion; Russian outlets: banderite, operation.");
  });
  it("does not speak of chance where there is nothing to compare", () => {
    const alone = [[rollUp("w1", "western", "economic", 1, 40)], []];
    expect(build(words, "words", chartInput([], "", { terms: [] })).finding).toBe("No articles to compare yet.");
    expect(build(words, "words", chartInput(alone.flat(), "", { terms: [] })).finding).toBe(
      "No articles to compare yet.",
    );
    expect(build(words, "words", chartInput(counts, "", { terms: [] })).finding).toContain("No word stands out");
  });
  it("compares three groups, each with all the others", () => {
    const more = [...terms, term(2, "*", 60_000, 200, 5), term(2, "trembita", 60, 40, 3)];
    const series = build(words, "words", chartInput(counts, "c=ukrainian", { terms: more }));
    expect(series.groups).toHaveLength(3);
    expect(series.columns[2]?.rows.map((row) => row.term)).toContain("trembita");
  });
});

describe("roles", () => {
  it("counts, of the articles that discuss an actor, those that give it the part", () => {
    const cells = both((outlet, side) => [
      rollUp(outlet, side, "russia:antagonist", side === "western" ? 24 : 2, 40, { measure: "role" }),
    ]);
    const row = build(roles, "paired", chartInput(cells)).rows[0];
    expect([row?.family, row?.wording, row?.a.k, row?.b.k]).toEqual(["russia", "clear", 120, 10]);
  });
});

describe("a finding over several headings", () => {
  it("says under which heading a shared label stands", () => {
    const cells = both((outlet, side) =>
      ["russia", "ukraine"].map((camp) =>
        rollUp(outlet, side, `${camp}:neutral`, side === "western" && camp === "ukraine" ? 36 : 12, 40, {
          measure: "report",
          sumSquares: side === "western" && camp === "ukraine" ? 34 : 8,
        }),
      ),
    );
    const { finding } = build(reporting, "paired", chartInput(cells));
    expect(finding).toMatch(/More in Western outlets: .*Ukrainian speakers, their words are reported: neutral/);
  });
});

describe("how firm a difference is", () => {
  const cells = both((outlet, side, at) => [
    rollUp(outlet, side, "economic", (side === "western" ? 28 : 8) + at, 40),
    rollUp(outlet, side, "security", 10 + at, 40),
  ]);
  const row = build(framesBySide, "paired", chartInput(cells)).rows[0];
  it("prints p only where outlets could reach .05, adjusted over the rows of the chart", () => {
    expect(row?.test).toMatchObject({ exact: true });
    expect(row?.test?.p).toBeCloseTo(2 / 252, 9);
    expect(row?.test?.q).toBeCloseTo(4 / 252, 9);
    const few = cells.filter((each) => ["w1", "w2", "w3", "r1", "r2", "r3"].includes(each.outlet));
    expect(build(framesBySide, "paired", chartInput(few)).rows[0]?.test).toBeNull();
  });
  it("tells the range within each side and the gap without any one outlet", () => {
    expect(row?.within.a).toEqual([0.7, 0.8]);
    expect(row?.leaveOneOut?.flips).toEqual([]);
    expect(row?.leaveOneOut?.range?.[0]).toBeLessThan(0.5);
    expect(row?.shuffle?.unit).toBe("outlets");
  });
  it("pools articles when asked, so that a large outlet weighs more", () => {
    const unequal = [
      rollUp("w1", "western", "economic", 90, 100),
      rollUp("w2", "western", "economic", 2, 20),
      rollUp("r1", "russian", "economic", 20, 40),
    ];
    expect(build(framesBySide, "paired", chartInput(unequal)).rows[0]?.a.value).toBeCloseTo(0.5, 9);
    const pooled = build(framesBySide, "paired", chartInput(unequal, "weighting=articles"));
    expect(pooled.rows[0]?.a.value).toBeCloseTo(92 / 120, 9);
    expect(pooled.warnings.join(" ")).toContain("Pooled");
  });
  it("warns of an outlet with few articles that has the same say as the others of its side", () => {
    const unequal = [
      rollUp("w1", "western", "economic", 45, 100),
      rollUp("w2", "western", "economic", 0, 3),
      rollUp("r1", "russian", "economic", 20, 40),
    ];
    const warned = (query: string): string =>
      build(framesBySide, "paired", chartInput(unequal, query)).warnings.join(" ");
    expect(warned("")).toContain("W2 (3 articles) weighs as much as every other outlet of the side");
    expect(warned("weighting=articles")).not.toContain("W2");
    const many = [...cells, rollUp("w9", "western", "economic", 1, 4)];
    expect(build(framesBySide, "paired", chartInput(many)).warnings.join(" ")).not.toContain("W9");
  });
  it("shows error-adjusted shares only when asked and measured", () => {
    expect(build(framesBySide, "paired", chartInput(cells, "", { measurements })).rows[0]?.adjusted).toBeNull();
    const shown = build(framesBySide, "paired", chartInput(cells, "adjusted=on", { measurements })).rows[0];
    expect(shown?.adjusted?.b?.value).toBeCloseTo((0.25 + 0.8 - 1) / 0.5, 9);
    expect(shown?.adjusted?.a?.value).toBe(1);
  });
  it("leaves translated articles out when asked and says when they are in", () => {
    const mixed = [...cells, rollUp("r9", "russian", "economic", 40, 40, { machineTranslated: true })];
    expect(build(framesBySide, "paired", chartInput(mixed)).warnings.join(" ")).toContain("Machine-translated");
    expect(build(framesBySide, "paired", chartInput(mixed, "translated=none")).groups[1]?.outlets).toBe(5);
  });
});

describe("rows of a paired drawing", () => {
  it("stand in the order of differences that are told, before wider gaps of too few articles", () => {
    const mixed = both((outlet, side) => [
      rollUp(outlet, side, "economic", side === "western" ? 24 : 20, 40),
      rollUp(outlet, side, "security", side === "western" ? 4 : 0, 4),
    ]);
    const rows = build(framesBySide, "paired", chartInput(mixed)).rows.map(({ id, difference }) => [
      id,
      difference === null,
    ]);
    expect(rows).toEqual([
      ["economic", false],
      ["security", true],
    ]);
  });
  it("are left to the table where neither side has five articles, and the chart says how many", () => {
    const few = both((outlet, side, at) =>
      at === 0 ? [rollUp(outlet, side, "economic", 10, 40), rollUp(outlet, side, "security", 1, 3)] : [],
    );
    const series = build(framesBySide, "paired", chartInput(few));
    expect(drawnRows(series.rows).map(({ id }) => id)).toEqual(["economic"]);
    expect(leftToTable(series)).toBe("1 row with fewer than 5 articles on each side is not drawn; the table has it.");
    expect(footerLines(series).join(" ")).toContain("1 row with fewer than 5 articles");
  });
  it("are all drawn where no row has more", () => {
    const few = both((outlet, side, at) => (at === 0 ? [rollUp(outlet, side, "economic", 1, 3)] : []));
    const series = build(framesBySide, "paired", chartInput(few));
    expect(drawnRows(series.rows)).toHaveLength(series.rows.length);
    expect(leftToTable(series)).toBe(null);
  });
});

describe("trust", () => {
  const cells = both((outlet, side) => [rollUp(outlet, side, "economic", 10, 40)]);
  it("reads quality per side from stored measurements and names the tags under the floor", () => {
    const { trust } = build(framesBySide, "paired", chartInput(cells, "", { measurements }));
    const frames = trust?.tasks[0];
    expect(frames?.sides.map((side) => [side.label, side.n])).toEqual([
      ["Western outlets", 300],
      ["RT", 300],
    ]);
    expect(frames?.weak).toEqual(["security"]);
    expect(frames?.text).toContain("coded by language models, 5-fold cross-validation, 2026-01-01");
  });
  it("makes no finding of a tag under the floor, but names it as what it is", () => {
    const apart = both((outlet, side) => [
      rollUp(outlet, side, "security", side === "western" ? 36 : 4, 40),
      rollUp(outlet, side, "economic", 20, 40),
    ]);
    const { finding } = build(framesBySide, "paired", chartInput(apart, "", { measurements }));
    expect(finding).toContain("the one row whose tags one can rely on shows no difference beyond chance");
    expect(finding).toContain("on tags too weak to rely on: Security");
    expect(build(framesBySide, "paired", chartInput(apart)).finding).toContain("clearly differ");
  });
  it("prefers a measurement of both sides, then the larger one", () => {
    const [one] = measurements;
    const small = { ...one!, data: { ...one!.data, name: "small", items: 1 } };
    const western = one!.rows.filter(({ side }) => side === "western");
    const onesided = { ...one!, data: { ...one!.data, name: "one-sided", items: 1e6 }, rows: western };
    const { trust } = build(framesBySide, "paired", chartInput(cells, "", { measurements: [small, onesided, one!] }));
    expect(trust?.tasks[0]?.text).toContain(`measured on 600 items (${one!.data.name})`);
  });
  it("greys a target measured sign by sign in the voice that failed only", () => {
    const weak = ["russia unfavourable, own", "west:antagonist"];
    const trust = { tasks: [{ label: "Stance", text: "", sides: [], rows: [], weak }], unmeasured: [] };
    expect(isUnderFloor(trust, "russia", "own")).toBe(true);
    expect(isUnderFloor(trust, "russia", "all")).toBe(false);
    expect(isUnderFloor(trust, "west:antagonist", "all")).toBe(true);
    expect(isUnderFloor(trust, "west:protagonist", "all")).toBe(false);
  });
  it("names every kind of tag a chart rests on, measured or not", () => {
    expect(build(framesBySide, "paired", chartInput(cells)).trust).toEqual({ tasks: [], unmeasured: ["Frames"] });
    const { trust } = build(reporting, "paired", chartInput(cells, "", { measurements }));
    expect(trust?.unmeasured).toEqual(["Whose words", "Loaded and distancing words"]);
    expect(build(words, "words", chartInput(cells)).trust).toBeNull();
  });
});

describe("what goes with a picture", () => {
  const cells = both((outlet, side) => [rollUp(outlet, side, "economic", 10, 40)]);
  it("carries outlets, dates, n per side, text, versions, agreement, intervals and limits", () => {
    const lines = footerLines(build(framesBySide, "paired", chartInput(cells))).join("\n");
    for (const part of [
      "Western 200 articles, 5 outlets",
      "2026-01-05 to 2026-01-09",
      "W1, W2",
      "as published",
      "Codebook 1.0, tagger 0.1",
      "Agreement: Not measured against coded articles: Frames.",
      "95 %",
      "does not show",
    ])
      expect(lines).toContain(part);
  });
  it("can be cited", () => {
    const said = citation(build(framesBySide, "paired", chartInput(cells)), "2026-02-01", "/charts/frames");
    expect(said).toContain("400 articles, 2026-01-05 to 2026-01-09");
    expect(said).toContain("Made 2026-02-01. /charts/frames");
  });
  it.each([...definitions.keys()])("writes every chart as a workbook: %s", async (slug) => {
    const series = definitions.get(slug)?.build(chartInput(cells));
    if (!series) throw new Error(slug);
    const bytes = await seriesToXlsx(series);
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe("PK");
  });
});
