import { meanOfOutlets } from "#lib/compare/outletSums.ts";
import { DOTS_FROM } from "#lib/compare/ladder.ts";
import type { RollUp } from "#lib/domain/coding.ts";
import type { Behind, Saying, TimelineSeries, TimePoint } from "#lib/domain/series.ts";
import { prepare, type Plan, type Prepared } from "./base.ts";
import { outletSums, type Cell } from "./cells.ts";
import { findingOf } from "./finding.ts";
import type { ChartInput } from "./input.ts";
import { pairedRows } from "./pairedSeries.ts";

/** More marks than this would fence the lines in. */
const MOST_EVENTS = 9;

export interface TimelinePlan extends Plan {
  saying: Saying;
  rows: readonly { id: string; label: string; family: string; behind: Behind }[];
}

function weekly(
  rollUps: readonly RollUp[],
  weeks: readonly string[],
  plan: TimelinePlan,
  input: ChartInput,
): TimePoint[] {
  const byWeek = new Map<string, Map<string, Cell>>();
  for (const each of rollUps) {
    if (each.week === null) continue;
    const outlets = byWeek.get(each.week) ?? new Map<string, Cell>();
    const cell = outlets.get(each.outlet) ?? { outlet: each.outlet, n: 0, abstained: 0, sum: 0, sumSquares: 0 };
    cell.n += each.n - each.abstained;
    cell.sum += each.sum;
    cell.sumSquares += each.sumSquares;
    outlets.set(each.outlet, cell);
    byWeek.set(each.week, outlets);
  }
  return weeks.map((week) => {
    const cells = [...(byWeek.get(week)?.values() ?? [])];
    const n = cells.reduce((sum, cell) => sum + cell.n, 0);
    const sums = cells.flatMap((cell) => outletSums(cell, plan.saying) ?? []);
    return {
      week,
      value: n >= DOTS_FROM ? meanOfOutlets(sums, input.filter.weighting) : null,
      n,
      k: plan.saying === "share" ? cells.reduce((sum, cell) => sum + cell.sum, 0) : n,
    };
  });
}

/** One line an outlet, for the row a reader opened. */
function byOutlet(
  prepared: Prepared,
  row: TimelinePlan["rows"][number],
  weeks: readonly string[],
  plan: TimelinePlan,
  input: ChartInput,
) {
  return prepared.groups.flatMap((group, at) => {
    const rollUps = prepared.cells.rows(row.behind, at);
    const articles = (outlet: string): number =>
      rollUps.reduce((sum, each) => sum + (each.outlet === outlet ? each.n : 0), 0);
    return [...new Set(rollUps.map((each) => each.outlet))]
      .sort((left, right) => articles(right) - articles(left))
      .map((outlet) => ({
        id: `outlet:${outlet}`,
        label: prepared.outletLabel(outlet),
        behind: row.behind,
        sentence: `${group.label}.`,
        lines: [
          {
            group: group.id,
            points: weekly(
              rollUps.filter((each) => each.outlet === outlet),
              weeks,
              plan,
              input,
            ),
          },
        ],
      }));
  });
}

/** Small multiples by week: a panel a row with a line a group; with `row` chosen, a panel an outlet. */
export function timelineSeries(input: ChartInput, plan: TimelinePlan): TimelineSeries {
  const prepared = prepare(input, plan);
  const { weeks } = prepared.base.coverage;
  const opened = plan.rows.find((row) => row.id === input.filter.row);
  const compared = pairedRows(
    input,
    prepared,
    (opened ? [opened] : plan.rows).map((row) => ({ ...row, saying: plan.saying })),
  );
  const byId = new Map(plan.rows.map((row) => [row.id, row]));
  const panels = opened
    ? byOutlet(prepared, opened, weeks, plan, input)
    : compared.flatMap((row) => {
        const spec = byId.get(row.id);
        if (!spec) return [];
        const lines = prepared.groups.map((group, at) => ({
          group: group.id,
          points: weekly(prepared.cells.rows(spec.behind, at), weeks, plan, input),
        }));
        return [{ id: row.id, label: row.label, behind: spec.behind, sentence: row.sentence, lines }];
      });
  const [first, last] = [weeks[0], weeks.at(-1)];
  return {
    ...prepared.base,
    shape: "timeline",
    finding: findingOf(compared, prepared.groups, prepared.base.trust),
    saying: plan.saying,
    weeks,
    panels,
    events: (first && last ? input.events.filter((each) => each.day >= first && each.day <= `${last}~`) : [])
      .sort((left, right) => (left.day < right.day ? -1 : 1))
      .slice(0, MOST_EVENTS),
  };
}
