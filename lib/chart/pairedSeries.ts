import type { Side } from "#lib/domain/article.ts";
import type { PairedRow, PairedSeries } from "#lib/domain/series.ts";
import type { Scale } from "#lib/compare/intervals.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { cellsOf, chosen, type Cell } from "./cells.ts";
import type { ChartInput } from "./input.ts";
import { countsOf, pairedRow, sideName, type RowKind, type RowSide } from "./pairedRow.ts";
import type { Saying } from "./sentences.ts";
import { sourcesOf, warningsOf } from "./sources.ts";

export interface PairedPlan {
  slug: string;
  title: string;
  question: string;
  unit: string;
  saying: Saying;
  scale: Scale;
  rows: readonly { id: string; label: string; family: string }[];
  /** Measures that exist for all text only say so here; otherwise the filter decides. */
  voice?: "own" | "all";
  doesNotShow: string;
  /** What is counted, a full sentence; how intervals come about is added. */
  counted: string;
}

const METHOD =
  "Each outlet counts the same. One outlet on a side: the interval redraws its articles. Two or three: articles inside " +
  "fixed outlets, and the difference adds a spread between outlets, measured or assumed (.5 on the logit scale). Four " +
  "and more: outlets, then articles. Intervals are 95 %, with t for few outlets. Clear: the interval widened over all " +
  "rows excludes zero, the effect is at least .2, and each side has four outlets. Leans: the row's own interval excludes zero.";

/** The size of a gap for sorting: the difference where there is one, else that of the drawn dots. */
function gap(row: PairedRow): number {
  if (row.difference) return Math.abs(row.difference.value);
  return row.a.value === null || row.b.value === null ? -1 : Math.abs(row.a.value - row.b.value);
}

function sideRecord(input: ChartInput, id: Side): { label: string; rule: string } {
  const record = input.sides.find((side) => side.id === id);
  return { label: record?.label ?? id, rule: record?.definition ?? "" };
}

/** A side's outlets over every row, to see whether it is one outlet only. */
function merged(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.filter((cell) => cell.n > 0).map((cell) => [cell.outlet, cell])).values()];
}

/** Builds a paired chart: cells per outlet, rows, order, warnings, sources. Rows nobody was asked about are left out. */
export function pairedSeries(input: ChartInput, plan: PairedPlan): PairedSeries {
  const { filter, summary } = input;
  const labels = new Map(summary.outlets.map((each) => [each.outlet, each.label]));
  const outletLabel = (outlet: string): string => labels.get(outlet) ?? outlet;
  const voice = plan.voice ?? filter.voice;
  const drawn = chosen(input.rollUps, filter);
  const a = sideRecord(input, filter.a);
  const b = sideRecord(input, filter.b);
  const prepared = plan.rows
    .map((row) => ({
      row,
      sideA: { id: filter.a, label: a.label, cells: cellsOf(drawn, filter.a, row.id, voice) } satisfies RowSide,
      sideB: { id: filter.b, label: b.label, cells: cellsOf(drawn, filter.b, row.id, voice) } satisfies RowSide,
    }))
    .filter(({ sideA, sideB }) => sideA.cells.length + sideB.cells.length > 0);
  const comparable = prepared.filter(
    ({ sideA, sideB }) => Math.min(countsOf(sideA.cells).n, countsOf(sideB.cells).n) >= SHARES_FROM,
  ).length;
  const kind: RowKind = { saying: plan.saying, scale: plan.scale, rows: comparable, outletLabel };
  const rows = prepared.map(({ row, sideA, sideB }) => pairedRow(row, sideA, sideB, kind));
  rows.sort((left, right) =>
    filter.sort === "gap" && gap(left) !== gap(right)
      ? gap(right) - gap(left)
      : left.label.localeCompare(right.label, "en"),
  );
  const allA = { id: filter.a, label: a.label, cells: merged(prepared.flatMap((each) => each.sideA.cells)) };
  const allB = { id: filter.b, label: b.label, cells: merged(prepared.flatMap((each) => each.sideB.cells)) };
  return {
    shape: "paired",
    slug: plan.slug,
    title: plan.title,
    question: plan.question,
    unit: plan.unit,
    groupA: { id: filter.a, label: sideName(allA, outletLabel), rule: a.rule },
    groupB: { id: filter.b, label: sideName(allB, outletLabel), rule: b.rule },
    rows,
    doesNotShow: plan.doesNotShow,
    method: `${plan.counted} ${METHOD}`,
    warnings: warningsOf(drawn, summary, filter),
    sources: sourcesOf(drawn, summary, filter, outletLabel),
  };
}
