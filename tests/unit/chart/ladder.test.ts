import { describe, expect, it } from "vitest";
import { definitions } from "#lib/chart/definitions/index.ts";
import { framesBySide } from "#lib/chart/definitions/framesBySide.ts";
import { naming } from "#lib/chart/definitions/naming.ts";
import { voicesBySide } from "#lib/chart/definitions/voicesBySide.ts";
import { tableOf } from "#lib/chart/table.ts";
import type { RollUp } from "#lib/domain/coding.ts";
import type { ArticleValues } from "#lib/store/contract.ts";
import { build, chartInput, rollUp } from "./support.ts";

const MEAN = { measure: "choice", sumSquares: 0 } as const;

/** Roll-ups of both kinds of rows: `n` articles of RT beside 60 of five Western outlets. */
function cells(n: number): RollUp[] {
  const western = ["w1", "w2", "w3", "w4", "w5"];
  return [
    ...western.map((outlet) => rollUp(outlet, "western", "economic", 6, 12)),
    ...western.map((outlet) => rollUp(outlet, "western", "w01:russian", 1, 12, MEAN)),
    ...(n > 0 ? [rollUp("rt", "russian", "economic", Math.ceil(n / 3), n)] : []),
    ...(n > 0 ? [rollUp("rt", "russian", "w01:russian", n / 2, n, MEAN)] : []),
  ];
}

function few(n: number): ArticleValues[] {
  return Array.from({ length: n }, (_, at) => ({
    id: `a${at}`,
    title: `Report ${at}`,
    outlet: "rt",
    side: "russian",
    subGroup: null,
    values: [{ measure: "choice", target: "w01:russian", voice: "own", value: at % 2 }],
  }));
}

const PERCENT = /\d %/;
const said = (text: string): string => text.slice(text.indexOf("RT"));

describe("the small-n ladder on the charts", () => {
  it("says no percentage of a side with three or twelve articles, and none at all without articles", () => {
    for (const n of [3, 12]) {
      const series = build(framesBySide, "paired", { ...chartInput(cells(n)), few: few(n) });
      expect(said(series.rows[0]?.sentence ?? "")).not.toMatch(PERCENT);
      expect(series.finding).toContain(`RT has ${n}`);
    }
    expect(build(framesBySide, "paired", chartInput(cells(0))).finding).toContain("no articles of Russian");
  });
  it("lists the articles of a side that has fewer than five", () => {
    const series = build(framesBySide, "paired", { ...chartInput(cells(3)), few: few(3) });
    expect(series.groups[1]?.listed?.map(({ id }) => id)).toEqual(["a0", "a1", "a2"]);
    const more = build(framesBySide, "paired", { ...chartInput(cells(12)), few: few(12) });
    expect(more.groups[1]?.listed).toBeUndefined();
  });
  it("gives every article its own mark on a row of means, and none from thirty on", () => {
    const row = build(naming, "paired", { ...chartInput(cells(12)), few: few(12) }).rows[0];
    expect(row?.dots?.b?.map(({ value }) => value)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
    expect(row?.dots?.a).toBeNull();
    expect(row?.b.interval).toBeNull();
    expect(row?.difference).toBeNull();
    expect(build(naming, "paired", chartInput(cells(2000))).rows[0]?.dots).toEqual({ a: null, b: null });
  });
  it.each([...definitions.keys()])("writes no value of fewer than thirty articles into the table of %s", (slug) => {
    const definition = definitions.get(slug);
    if (!definition) throw new Error(slug);
    const { columns, rows } = tableOf(definition.build({ ...chartInput(cells(12)), few: few(12) }));
    const [n, value] = ["b_n", "b_value"].map((name) => columns.indexOf(name));
    if (n === undefined || value === undefined || n < 0) return;
    for (const row of rows) if (Number(row[n]) < 30) expect(row[value]).toBeNull();
  });
  it("names an only outlet in the finding", () => {
    const { finding } = build(voicesBySide, "paired", {
      ...chartInput(
        cells(2000).map((each) => ({
          ...each,
          measure: "voice_share",
          target: "own",
          voice: "all",
          sumSquares: each.sum,
        })),
      ),
    });
    expect(finding).toMatch(/^5 Western outlets and RT/);
  });
});
