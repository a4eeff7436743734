import type { Side } from "#lib/domain/article.ts";
import type { ArticleCount, RollUp, TermCount, WeekSum } from "#lib/domain/coding.ts";
import type {
  DivergingSeries,
  HeatmapSeries,
  PairedSeries,
  Series,
  TimelineSeries,
  WordsSeries,
} from "#lib/domain/series.ts";
import type { ChartDefinition, ChartInput } from "#lib/chart/input.ts";
import { filterFromParams, type ChartFilter } from "#lib/chart/filters.ts";
import { groupOf } from "#lib/chart/groups.ts";

/** A roll-up of frame presence: k of n articles of one outlet. */
export function rollUp(
  outlet: string,
  side: Side,
  target: string,
  k: number,
  n: number,
  more: Partial<RollUp> = {},
): RollUp {
  return {
    outlet,
    side,
    subGroup: null,
    teaching: side.endsWith("_teaching"),
    machineTranslated: false,
    language: "en",
    event: "e1",
    week: "2026-01-05",
    measure: "frame",
    target,
    voice: "own",
    n,
    abstained: 0,
    sum: k,
    sumSquares: k,
    ...more,
  };
}

/** Article counts as they follow from the roll-ups of the first target met. */
function countsFrom(rollUps: readonly RollUp[]): ArticleCount[] {
  const first = rollUps[0];
  return rollUps
    .filter((each) => each.measure === first?.measure && each.target === first.target && each.voice === first.voice)
    .map(({ outlet, side, subGroup, teaching, machineTranslated, language, event, week, n }) => ({
      outlet,
      side,
      subGroup,
      teaching,
      machineTranslated,
      language,
      event,
      week,
      articles: n,
    }));
}

/** Roll-ups, one an outlet and week, as the store adds them up by week. */
function weeklyFrom(rollUps: readonly RollUp[], filter: ChartFilter): WeekSum[] {
  const sums = new Map<string, WeekSum>();
  for (const each of rollUps) {
    const group = groupOf(filter.groups, each);
    if (group < 0 || each.week === null) continue;
    const outlet = filter.row === null ? null : each.outlet;
    const key = [group, outlet, each.week, each.target].join("|");
    const n = each.n - each.abstained;
    const sum = sums.get(key) ?? {
      target: each.target,
      group,
      outlet,
      week: each.week,
      n: 0,
      sum: 0,
      outlets: 0,
      means: 0,
    };
    sums.set(key, {
      ...sum,
      n: sum.n + n,
      sum: sum.sum + each.sum,
      outlets: sum.outlets + 1,
      means: sum.means + each.sum / n,
    });
  }
  return [...sums.values()];
}

/** A chart input whose counts and summary follow from the roll-ups of its first target, unless counts are given. */
export function chartInput(
  rollUps: RollUp[],
  query = "",
  more: { counts?: ArticleCount[]; terms?: TermCount[]; measurements?: ChartInput["measurements"] } = {},
): ChartInput {
  const filter = filterFromParams(new URLSearchParams(query));
  const counts = more.counts ?? countsFrom(rollUps);
  const sides = [...new Set(counts.map((each) => each.side as Side))];
  const total = (side: Side): number => counts.reduce((sum, each) => sum + (each.side === side ? each.articles : 0), 0);
  return {
    rollUps,
    counts,
    weekly: weeklyFrom(rollUps, filter),
    terms: more.terms ?? [],
    summary: {
      articles: counts.reduce((sum, each) => sum + each.articles, 0),
      sides: sides.map((side) => ({ side, articles: total(side), outlets: 1, from: "2026-01-05", to: "2026-01-09" })),
      outlets: [...new Map(counts.map((each) => [each.outlet, each])).values()].map((each) => ({
        outlet: each.outlet,
        label: each.outlet.toUpperCase(),
        side: each.side as Side,
        articles: each.articles,
        from: "2026-01-05",
        to: "2026-01-09",
        undated: 0,
        teaching: each.teaching,
      })),
      events: [{ event: "e1", articles: 1, bySide: Object.fromEntries(sides.map((side) => [side, total(side)])) }],
      versions: [{ codebookVersion: "1.0", taggerVersion: "0.1", articles: 1 }],
      undated: 0,
    },
    frames: [
      { id: "economic", label: "Economic", layer: "generic" },
      { id: "security", label: "Security", layer: "generic" },
      { id: "just_war", label: "A just war", layer: "issue" },
    ],
    targets: [{ id: "russia", label: "Russia", kind: "entity" }],
    wording: [
      {
        id: "w01",
        concept: "the capital",
        strength: 3,
        choices: [
          { choice: "western", label: "Kyiv", phrases: ["kyiv"], caseSensitive: false },
          { choice: "russian", label: "Kiev", phrases: ["kiev"], caseSensitive: false },
        ],
      },
      {
        id: "w27",
        concept: "so-called",
        strength: 2,
        choices: [{ choice: "russian", label: "so-called", phrases: ["so called"], caseSensitive: false }],
      },
    ] as unknown as ChartInput["wording"],
    actors: new Map([["putin", "Vladimir Putin"]]),
    sides: [
      { id: "western", label: "Western", definition: "W." },
      { id: "russian", label: "Russian", definition: "R." },
      { id: "western_teaching", label: "Western (teaching)", definition: "WT." },
      { id: "russian_teaching", label: "Russian (teaching)", definition: "RT." },
    ],
    measurements: more.measurements ?? [],
    events: [],
    filter,
  };
}

interface Shapes {
  paired: PairedSeries;
  diverging: DivergingSeries;
  heatmap: HeatmapSeries;
  timeline: TimelineSeries;
  words: WordsSeries;
}

/** Builds a chart and insists on its shape. */
export function build<S extends Series["shape"]>(definition: ChartDefinition, shape: S, input: ChartInput): Shapes[S] {
  const series = definition.build(input);
  if (series.shape !== shape) throw new Error(`${definition.slug} is ${series.shape}, not ${shape}`);
  return series as Shapes[S];
}
