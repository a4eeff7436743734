import { articlesOf } from "./sentences.ts";
import type { Estimate, PairedRow, Series } from "#lib/domain/series.ts";

export type CellValue = string | number | null;
export interface Table {
  columns: string[];
  rows: CellValue[][];
}

const SIDE = ["label", "value", "low", "high", "k", "n", "outlets", "abstained", "rung", "note"];
const PAIR = [
  "difference",
  "difference_low",
  "difference_high",
  "effect",
  "effect_name",
  "p",
  "q",
  "smallest_p",
  "wording",
  "without_one_outlet_low",
  "without_one_outlet_high",
  "outlets_that_flip_it",
  "a_outlet_lowest",
  "a_outlet_highest",
  "b_outlet_lowest",
  "b_outlet_highest",
  "a_adjusted",
  "b_adjusted",
  "sentence",
  "row_note",
  "each_outlet",
];

/** Below thirty articles the value stays empty: k and n are there, and a share would claim too much. */
function sideCells(label: string, side: Estimate): CellValue[] {
  const value = side.rung === "share" ? side.value : null;
  const [low, high] = side.interval ?? [null, null];
  return [label, value, low, high, side.k, side.n, side.outlets, side.abstained, side.rung, side.note];
}

function pairCells(row: PairedRow): CellValue[] {
  return [
    row.difference?.value ?? null,
    row.difference?.interval[0] ?? null,
    row.difference?.interval[1] ?? null,
    row.effect?.value ?? null,
    row.effect?.name ?? null,
    row.test?.p ?? null,
    row.test?.q ?? null,
    row.test?.smallest ?? null,
    row.wording,
    row.leaveOneOut?.range?.[0] ?? null,
    row.leaveOneOut?.range?.[1] ?? null,
    row.leaveOneOut?.flips.join("; ") ?? null,
    row.within.a?.[0] ?? null,
    row.within.a?.[1] ?? null,
    row.within.b?.[0] ?? null,
    row.within.b?.[1] ?? null,
    row.adjusted?.a?.value ?? null,
    row.adjusted?.b?.value ?? null,
    row.sentence,
    row.note,
    row.outlets
      .map((point) => `${point.label} ${row.saying === "share" ? `${point.k} of ${point.n}` : `n ${point.n}`}`)
      .join("; "),
  ];
}

function body(series: Series): Table {
  const label = (at: number): string => series.groups[at]?.label ?? "";
  const pair = (row: PairedRow, family: string): CellValue[] => [
    family,
    row.label,
    ...sideCells(label(0), row.a),
    ...sideCells(label(1), row.b),
    ...pairCells(row),
  ];
  const pairColumns = [
    "family",
    "row",
    ...SIDE.map((each) => `a_${each}`),
    ...SIDE.map((each) => `b_${each}`),
    ...PAIR,
  ];
  switch (series.shape) {
    case "paired": {
      const families = new Map(series.families.map((family) => [family.id, `${family.label} (${family.unit})`]));
      return {
        columns: pairColumns,
        rows: series.rows.map((row) => pair(row, families.get(row.family) ?? row.family)),
      };
    }
    case "diverging": {
      const families = new Map(series.families.map((family) => [family.id, family.label]));
      const counts = ["a", "b"].flatMap((side) => [
        ...series.levels.map((level) => `${side}_${level.id}`),
        `${side}_no_clear_stance`,
      ]);
      return {
        columns: [...pairColumns, ...counts],
        rows: series.rows.map((row) => [
          ...pair(row, families.get(row.family) ?? row.family),
          ...row.bars.flatMap((bar) => [...bar.counts, bar.unclear]),
        ]),
      };
    }
    case "heatmap":
      return {
        columns: ["row", "outlet", "group", "value", "k", "n", "abstained", "hatched"],
        rows: series.rows.flatMap((row) =>
          series.columns.map((column, at): CellValue[] => {
            const cell = row.cells[at];
            const few = !cell || cell.n < series.hatchBelow;
            const group = series.groups.find((each) => each.id === column.group)?.label ?? column.group;
            return [
              row.label,
              column.label,
              group,
              few ? null : cell.value,
              cell?.k ?? 0,
              cell?.n ?? 0,
              cell?.abstained ?? 0,
              few ? "yes" : "no",
            ];
          }),
        ),
      };
    case "timeline":
      return {
        columns: ["panel", "group", "week", "value", "k", "n"],
        rows: series.panels.flatMap((panel) =>
          panel.lines.flatMap((line) =>
            line.points.map((point): CellValue[] => {
              const group = series.groups.find((each) => each.id === line.group)?.label ?? line.group;
              return [panel.label, group, point.week, point.n < 30 ? null : point.value, point.k, point.n];
            }),
          ),
        ),
      };
    case "words":
      return {
        columns: [
          "word",
          "group",
          "log_odds",
          "low",
          "high",
          "z",
          ...series.groups.flatMap((_, at) =>
            ["uses", "articles", "outlets", "per_million"].map((each) => `group_${at + 1}_${each}`),
          ),
        ],
        rows: series.columns.flatMap((column, at) =>
          column.rows.map((row): CellValue[] => [
            row.term,
            label(at),
            row.value,
            row.interval[0],
            row.interval[1],
            row.z,
            ...row.uses.flatMap((use) => [use.uses, use.articles, use.outlets, use.perMillion]),
          ]),
        ),
      };
    default:
      return series satisfies never;
  }
}

/**
 * A series as one flat table. Every line repeats what makes it readable alone: groups with n, sources, method, warnings,
 * what the chart does not show, so that a line copied elsewhere keeps them.
 */
export function tableOf(series: Series): Table {
  const { columns, rows } = body(series);
  const context: [string, CellValue][] = [
    ["chart", series.question],
    ["unit", series.unit],
    ["finding", series.finding],
    ["groups", series.groups.map((group) => `${group.label}: ${articlesOf(group)}. ${group.rule}`).join(" | ")],
    ["sources", series.sources.text],
    ["warnings", series.warnings.join(" ")],
    ["method", series.method],
    ["intervals", series.intervalMethod],
    ["does_not_show", series.doesNotShow],
  ];
  const tail = context.map(([, value]) => value);
  return { columns: [...columns, ...context.map(([name]) => name)], rows: rows.map((row) => [...row, ...tail]) };
}
