import type { Side } from "#lib/domain/article.ts";
import type { ArticleCount, RollUp, TermCount } from "#lib/domain/coding.ts";
import type {
  DivergingSeries,
  HeatmapSeries,
  PairedSeries,
  Series,
  TimelineSeries,
  WordsSeries,
} from "#lib/domain/series.ts";
import type { ChartDefinition, ChartInput } from "#lib/chart/input.ts";
import { filterFromParams } from "#lib/chart/filters.ts";

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

/** A chart input whose counts and summary follow from the roll-ups of its first target, unless counts are given. */
export function chartInput(
  rollUps: RollUp[],
  query = "",
  more: { counts?: ArticleCount[]; terms?: TermCount[]; measurements?: ChartInput["measurements"] } = {},
): ChartInput {
  const counts = more.counts ?? countsFrom(rollUps);
  const sides = [...new Set(counts.map((each) => each.side as Side))];
  const total = (side: Side): number => counts.reduce((sum, each) => sum + (each.side === side ? each.articles : 0), 0);
  return {
    rollUps,
    counts,
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
    filter: filterFromParams(new URLSearchParams(query)),
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
