import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { narrowingOf } from "#app/_charts/addresses.ts";
import { packSeries, unpackSeries } from "#app/_charts/packed.ts";
import { seriesTable } from "#app/_charts/tables/seriesTable.ts";
import { markedText } from "#app/_ui/markedText.ts";
import type { Mark } from "#app/_ui/marks.ts";
import { markup } from "#app/_ui/markup.ts";
import type { ReaderData, SpokenStretch } from "#app/_ui/readerData.ts";
import { paragraphs } from "#app/_ui/segments.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { framesBySide } from "#lib/chart/definitions/framesBySide.ts";
import { outletsByFrames } from "#lib/chart/definitions/heatmaps.ts";
import { overTime } from "#lib/chart/definitions/overTime.ts";
import { build, chartInput, rollUp } from "#tests/unit/chart/support.ts";

const HARM = `</p><script>alert("1")</script><img src=x onerror='y'>&amp;`;

const mark = (id: string, start: number, end: number, text: string): Mark => ({
  id,
  kind: "frame",
  tag: "frame:x",
  label: "X",
  span: { in: "text", start, end },
  exact: text.slice(start, end),
  rule: "r",
  pattern: null,
  weight: 1,
  voiceKey: "own",
  whose: "",
  weak: false,
});

describe("markup", () => {
  it("shows any text as it is and lets none of it act", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant(HARM)), (text) => {
        const made = markup`<b title="${text}">${text}</b>`.text;
        expect(made.replace(/^<b title="|<\/b>$/g, "").split('">')).toHaveLength(2);
        expect(made.match(/[<>]/g)).toHaveLength(4);
      }),
    );
    const { document } = parseHTML(`<p>${markup`<b title="${HARM}">${HARM}</b>`.text}</p>`);
    expect(document.querySelector("b")?.textContent).toBe(HARM);
    expect(document.querySelector("b")?.getAttribute("title")).toBe(HARM);
    expect(document.querySelector("script")).toBeNull();
  });
});

describe("a marked text", () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 });

  it("is cut so that each stretch lies under the marks and the first voice that cover it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), spans, spans, (text, some, others) => {
        const within = (pairs: readonly (readonly [number, number])[]) =>
          pairs
            .map(([a, b]) => [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)] as const)
            .filter(([start, end]) => end > start)
            .toSorted((left, right) => left[0] - right[0]);
        const marks = within(some).map(([start, end], at) => mark(`m${at}`, start, end, text));
        const voices = within(others).map(([start, end], at): SpokenStretch => ({
          in: "text",
          start,
          end,
          key: "russia",
          whose: `${at}`,
        }));
        for (const segment of paragraphs("text", text, marks, voices).flat()) {
          const [start, end] = [segment.start, segment.start + segment.text.length];
          const covers = (each: { start: number; end: number }) => each.start <= start && each.end >= end;
          expect(segment.marks).toEqual(marks.filter(({ span }) => covers(span)));
          expect(segment.whose).toBe(voices.find(covers)?.whose ?? "");
        }
      }),
    );
  });

  it("is drawn with every mark anchored once and no word of it acting", () => {
    const text = `Sanctions hurt.\n${HARM} Prices rose.`;
    const marks = [mark("m1", 0, 9, text), mark("m2", 0, 15, text), mark("m3", 16, 20, text)];
    const data: ReaderData = { title: "T", text, tags: [], rules: [], whose: [], marks: [], voices: [], letter: "m" };
    const { document } = parseHTML(`<main>${markedText(data, marks).text}</main>`);
    expect([...document.querySelectorAll(".reader-p")].map((each) => each.textContent).join("\n")).toBe(text);
    for (const { id } of marks) expect(document.querySelectorAll(`#mark-${id}`)).toHaveLength(1);
    expect(document.querySelector("script, img")).toBeNull();
  });
});

describe("a series on its way to the browser", () => {
  const outlets = ["w1", "w2", "w3", "w4"].flatMap((outlet, at) => [
    rollUp(outlet, "western", "economic", 10 + at, 40),
    rollUp(outlet.replace("w", "r"), "russian", "economic", 20 + at, 40),
  ]);

  it("keeps the points of every row, cell and week that are drawn", () => {
    const paired = build(framesBySide, "paired", chartInput(outlets));
    const back = unpackSeries(packSeries(paired));
    const of = (series: typeof back) =>
      series.shape === "paired"
        ? series.rows.map((row) => row.outlets.map(({ label, group, value, n }) => [label, group, value, n]))
        : [];
    expect(of(back)).toEqual(of(paired));
    expect(of(back)[0]).toHaveLength(8);
    const heat = build(outletsByFrames, "heatmap", chartInput(outlets));
    const heatBack = unpackSeries(packSeries(heat));
    expect(heatBack.shape === "heatmap" && heatBack.rows).toEqual(heat.rows);
    const time = build(overTime, "timeline", chartInput(outlets));
    const timeBack = unpackSeries(packSeries(time));
    expect(timeBack.shape === "timeline" && timeBack.panels.map((panel) => panel.lines)).toEqual(
      time.panels.map((panel) => panel.lines),
    );
  });

  it("never stands in a table as a bare share: an interval or n is in the same or the next cell", () => {
    for (const definition of definitions.values()) {
      const input = chartInput(outlets);
      const { document } = parseHTML(seriesTable(definition.build(input), narrowingOf(input.filter)).text);
      for (const cell of document.querySelectorAll("tbody td.num")) {
        const said = cell.textContent;
        if (!/^\d+ %/.test(said)) continue;
        const beside = `${said} ${cell.nextElementSibling?.textContent}`;
        expect(beside, `${definition.slug}: ${beside}`).toMatch(/ to |n \d/);
      }
    }
  });

  it("has a table with a row for each of its rows, whatever its shape", () => {
    for (const definition of definitions.values()) {
      const input = chartInput(outlets);
      const series = definition.build(input);
      const rows = "rows" in series ? series.rows.length : "panels" in series ? 2 * series.panels.length : 0;
      const { document } = parseHTML(seriesTable(series, narrowingOf(input.filter)).text);
      expect(document.querySelectorAll("tbody tr"), definition.slug).toHaveLength(rows);
    }
  });
});
