import { DOTS_FROM } from "#lib/compare/ladder.ts";
import type { ArticleValues } from "#lib/store/contract.ts";
import type { ArticleCount } from "#lib/domain/coding.ts";
import type { Group, SeriesBase } from "#lib/domain/series.ts";
import { Cells, chosen } from "./cells.ts";
import { coverageOf, type Gaps } from "./coverage.ts";
import { describeGroup, groupKey, groupOf } from "./groups.ts";
import type { ChartDefinition, ChartInput } from "./input.ts";
import { sourcesOf, warningsOf } from "./sources.ts";
import { trustOf } from "./trust.ts";

const WEIGHTED = {
  outlets: "Each outlet counts once, however much it published.",
  articles: "Pooled: each article counts once.",
} as const;
const INTERVALS =
  "Intervals are 95 %. One outlet on a side: its articles (Wilson). Two or three: articles inside fixed outlets, and the " +
  "difference adds a spread between outlets, measured or assumed (.5 on the logit scale). Four and more: outlets, then " +
  "articles. All with t for few outlets.";
const WORDS =
  "Clear: the interval widened over all rows leaves zero out, the effect is at least .2, and each side has four outlets. " +
  "Leans: the row's own interval leaves zero out. Otherwise: cannot tell.";

export interface Prepared {
  cells: Cells;
  groups: readonly [Group, ...Group[]];
  /** The articles of a group that has fewer than thirty. */
  few: (group: number) => ArticleValues[];
  outletLabel: (outlet: string) => string;
  /** All of a series but its shape, finding and rows. */
  base: Omit<SeriesBase, "finding">;
}

export interface Plan {
  definition: Pick<ChartDefinition, "slug" | "title" | "question" | "measures">;
  unit: string;
  doesNotShow: string;
  /** What is counted, full sentences; how intervals and words come about is added. */
  counted: string;
  /** Replaces the intervals' method where a chart has its own. */
  intervals?: string;
}

function outletsOf(counts: readonly ArticleCount[]): string[] {
  return [...new Set(counts.filter((each) => each.articles > 0).map((each) => each.outlet))];
}

/** What a reader asked to see, for the coverage beneath the chart. */
function askedFor({ filter }: ChartInput): string {
  const event = filter.event === null ? "all events" : `the event “${filter.event.replaceAll(/[_-]+/g, " ")}”`;
  const days = filter.from || filter.to ? `, days ${filter.from ?? "the first"} to ${filter.to ?? "the last"}` : "";
  const language = filter.language === null ? "" : `, language ${filter.language}`;
  const wire = filter.wire === "once" ? ", wire copy counted once" : "";
  return `Asked for: ${event}${days}${language}${wire}.`;
}

/** The gaps of the chosen groups. */
function gapsOf({ gaps, filter }: ChartInput): Gaps | null {
  if (!gaps) return null;
  const uncounted = gaps.uncounted.filter((each) => chosen(each, filter) && groupOf(filter.groups, each) >= 0);
  return { ...gaps, uncounted };
}

/** Sorts the roll-ups and writes down what every chart must carry. A group of one outlet bears that outlet's name. */
export function prepare(input: ChartInput, plan: Plan): Prepared {
  const { filter, summary } = input;
  const labels = new Map(summary.outlets.map((each) => [each.outlet, each.label]));
  const outletLabel = (outlet: string): string => labels.get(outlet) ?? outlet;
  const cells = new Cells(input.rollUps, input.counts, filter);
  const few = (at: number): ArticleValues[] => (input.few ?? []).filter((each) => groupOf(filter.groups, each) === at);
  const groups = filter.groups.map((spec, at): Group => {
    const counts = cells.counts[at] ?? [];
    const outlets = outletsOf(counts);
    const only = outlets.length === 1 ? outlets[0] : undefined;
    const sides = new Set(counts.map((each) => each.side));
    const { label, rule } = describeGroup(spec, input.sides, outletLabel);
    const articles = counts.reduce((sum, each) => sum + each.articles, 0);
    const mixed = sides.size === 1 ? ([...sides][0] as Group["side"]) : null;
    return {
      id: groupKey(spec),
      label: only === undefined ? label : outletLabel(only),
      rule: only === undefined ? rule : `${rule} Here one outlet only, so it bears its name.`.trim(),
      side: spec.kind === "side" ? spec.side : mixed,
      subGroup: spec.kind === "side" ? spec.subGroup : null,
      articles,
      outlets: outlets.length,
      ...(articles > 0 && articles < DOTS_FROM ? { listed: few(at).map(({ id, title }) => ({ id, title })) } : {}),
    };
  }) as [Group, ...Group[]];
  const intervalMethod = plan.intervals ?? `${WEIGHTED[filter.weighting]} ${INTERVALS}`;
  return {
    cells,
    groups,
    few,
    outletLabel,
    base: {
      slug: plan.definition.slug,
      title: plan.definition.title,
      question: plan.definition.question,
      unit: plan.unit,
      groups,
      doesNotShow: plan.doesNotShow,
      method: plan.intervals ? plan.counted : `${plan.counted} ${WORDS}`,
      intervalMethod,
      warnings: warningsOf(groups, cells.counts, summary, filter, plan.intervals === undefined),
      sources: sourcesOf(cells.counts, summary, filter, outletLabel),
      coverage: coverageOf(cells.counts, outletLabel, askedFor(input), gapsOf(input)),
      trust: trustOf(input.measurements, plan.definition.measures),
    },
  };
}
