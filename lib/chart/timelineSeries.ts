import { DOTS_FROM } from "#lib/compare/ladder.ts";
import type { WeekSum } from "#lib/domain/coding.ts";
import type { Behind, Saying, TimelineSeries, TimePoint } from "#lib/domain/series.ts";
import { prepare, type Plan, type Prepared } from "./base.ts";
import { findingOf } from "./finding.ts";
import type { ChartInput } from "./input.ts";
import { pairedRows } from "./pairedSeries.ts";

/** More marks than this would fence the lines in. */
const MOST_EVENTS = 9;

export interface TimelinePlan extends Plan {
  saying: Saying;
  rows: readonly { id: string; label: string; family: string; behind: Behind }[];
}

type Lines = ReadonlyMap<string, ReadonlyMap<string, WeekSum>>;

const lineKey = (target: string, group: number, outlet: string | null): string => `${group}|${target}|${outlet ?? ""}`;

/** Sums by line and week, so that a point is a look-up. */
function linesOf(sums: readonly WeekSum[]): Lines {
  const lines = new Map<string, Map<string, WeekSum>>();
  for (const sum of sums) {
    const key = lineKey(sum.target, sum.group, sum.outlet);
    const line = lines.get(key) ?? new Map<string, WeekSum>();
    line.set(sum.week, sum);
    lines.set(key, line);
  }
  return lines;
}

/** The mean of outlets, or of articles; null under five articles. */
function valueOf(sum: WeekSum, weighting: ChartInput["filter"]["weighting"]): number | null {
  if (sum.n < DOTS_FROM) return null;
  return weighting === "articles" ? sum.sum / sum.n : sum.means / sum.outlets;
}

function pointsOf(
  line: ReadonlyMap<string, WeekSum> | undefined,
  weeks: readonly string[],
  plan: TimelinePlan,
  input: ChartInput,
): TimePoint[] {
  return weeks.map((week) => {
    const sum = line?.get(week);
    if (!sum) return { week, value: null, n: 0, k: 0 };
    const k = plan.saying === "share" ? sum.sum : sum.n;
    return { week, value: valueOf(sum, input.filter.weighting), n: sum.n, k };
  });
}

/** One line an outlet, for the row a reader opened. */
function byOutlet(
  prepared: Prepared,
  row: TimelinePlan["rows"][number],
  points: (target: string, group: number, outlet: string | null) => TimePoint[],
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
        lines: [{ group: group.id, points: points(row.behind.target, at, outlet) }],
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
  const sums = linesOf(input.weekly ?? []);
  const points = (...line: Parameters<typeof lineKey>): TimePoint[] =>
    pointsOf(sums.get(lineKey(...line)), weeks, plan, input);
  const panels = opened
    ? byOutlet(prepared, opened, points)
    : compared.flatMap((row) => {
        const spec = byId.get(row.id);
        if (!spec) return [];
        const lines = prepared.groups.map((group, at) => ({
          group: group.id,
          points: points(spec.behind.target, at, null),
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
