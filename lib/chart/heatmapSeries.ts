import type { Behind, HeatCell, HeatmapSeries, Saying } from "#lib/domain/series.ts";
import { outletMean } from "#lib/compare/outletSums.ts";
import { prepare, type Plan } from "./base.ts";
import { outletSums } from "./cells.ts";
import { findingOf } from "./finding.ts";
import type { ChartInput } from "./input.ts";
import { pairedRows } from "./pairedSeries.ts";

/** Below this many articles a cell is hatched: its value would move a tenth and more with one article. */
export const HATCH_BELOW = 10;

export interface HeatmapPlan extends Plan {
  saying: Saying;
  rows: readonly { id: string; label: string; family: string; behind: Behind }[];
}

/** Every outlet by itself: one column each, grouped by side, most articles first. */
export function heatmapSeries(input: ChartInput, plan: HeatmapPlan): HeatmapSeries {
  const prepared = prepare(input, plan);
  const columns = prepared.groups.flatMap((group, at) => {
    const articles = new Map<string, number>();
    for (const each of prepared.cells.counts[at] ?? []) {
      articles.set(each.outlet, (articles.get(each.outlet) ?? 0) + each.articles);
    }
    return [...articles]
      .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
      .map(([outlet]) => ({ outlet, label: prepared.outletLabel(outlet), group: group.id, at }));
  });
  const rows = plan.rows.flatMap((row) => {
    const dense = prepared.groups.map(
      (_, at) => new Map(prepared.cells.dense(row.behind, at).map((cell) => [cell.outlet, cell])),
    );
    const cells = columns.map(({ outlet, at }): HeatCell => {
      const cell = dense[at]?.get(outlet);
      const sums = cell ? outletSums(cell, plan.saying) : null;
      return {
        value: sums ? outletMean(sums) : null,
        k: cell && plan.saying === "share" ? cell.sum : (cell?.n ?? 0),
        n: cell?.n ?? 0,
        abstained: cell?.abstained ?? 0,
      };
    });
    return cells.some((cell) => cell.n + cell.abstained > 0) ? [{ ...row, cells }] : [];
  });
  const compared = pairedRows(
    input,
    prepared,
    plan.rows.map((row) => ({ ...row, saying: plan.saying })),
  );
  const order = new Map(compared.map((row, at) => [row.id, at]));
  if (input.filter.sort !== "codebook") {
    rows.sort((left, right) => (order.get(left.id) ?? 999) - (order.get(right.id) ?? 999));
  }
  return {
    ...prepared.base,
    shape: "heatmap",
    finding: findingOf(compared, prepared.groups, prepared.base.trust),
    saying: plan.saying,
    hatchBelow: HATCH_BELOW,
    columns: columns.map(({ outlet, label, group }) => ({ outlet, label, group })),
    rows,
  };
}
