import "server-only";
import { codebook, store } from "#app/_database.ts";
import { storedMeasurements } from "#app/_measured.ts";
import { loadEvents } from "#lib/codebook/loadEvents.ts";
import { eventLabel } from "#app/_ui/words.ts";
import { onlyTeachingCompares } from "#app/_ui/Notice.tsx";
import { definitions } from "#lib/chart/definitions/index.ts";
import { filterFromParams, paramsFromFilter, type ChartFilter } from "#lib/chart/filters.ts";
import { chosen } from "#lib/chart/cells.ts";
import { groupOf } from "#lib/chart/groups.ts";
import type { ChartDefinition } from "#lib/chart/input.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { LEAST_ARTICLES } from "#lib/chart/wordsSeries.ts";
import type { ArticleCount, Measure, RollUp } from "#lib/domain/coding.ts";
import type { EventMark, Series } from "#lib/domain/series.ts";
import type { CorpusSummary, TermMember, Terms } from "#lib/store/contract.ts";
import { remembered } from "./remembered.ts";

/** The filter of an address; where only teaching articles can be compared they are shown unless the reader says otherwise. */
export function filterFor(params: URLSearchParams, summary: CorpusSummary): ChartFilter {
  const read = new URLSearchParams(params);
  if (!read.has("teaching") && onlyTeachingCompares(summary)) read.set("teaching", "on");
  return filterFromParams(read);
}

function days(filter: ChartFilter) {
  return {
    ...(filter.event ? { event: filter.event } : {}),
    ...(filter.from ? { from: filter.from } : {}),
    ...(filter.to ? { to: filter.to } : {}),
    ...(filter.wire === "once" ? { wireOnce: true } : {}),
  };
}

function voiceOf(definition: ChartDefinition, measure: Measure["measure"], filter: ChartFilter) {
  const voice = definition.fixedVoice?.[measure] ?? (definition.voices.length > 0 ? filter.voice : undefined);
  return voice ? { voice } : {};
}

async function readRollUps(
  definition: ChartDefinition,
  counts: readonly ArticleCount[],
  filter: ChartFilter,
): Promise<RollUp[]> {
  const db = await store();
  const read = await Promise.all(
    measuresOf(definition, filter).map((measure) =>
      db.rollUps({
        measure,
        ...voiceOf(definition, measure, filter),
        ...targetOf(definition, filter),
        ...narrowed(filter),
        ...mostOf(definition, measure, counts, filter),
      }),
    ),
  );
  return read.flat();
}

/** A chart over time follows one of its measures. */
function measuresOf(definition: ChartDefinition, filter: ChartFilter): readonly Measure["measure"][] {
  const { grain, measures } = definition;
  return grain === "weeks" ? measures.filter((each) => each === filter.of) : measures;
}

function mostOf(
  definition: ChartDefinition,
  measure: Measure["measure"],
  counts: readonly ArticleCount[],
  filter: ChartFilter,
) {
  const targets = definition.most?.[measure];
  return targets === undefined ? {} : { most: { targets, of: membersOf(counts, filter).flat() } };
}

function targetOf(definition: ChartDefinition, filter: ChartFilter) {
  const target = definition.targets?.(filter)?.[0];
  return target ? { target } : {};
}

async function readWeekly(definition: ChartDefinition, counts: readonly ArticleCount[], filter: ChartFilter) {
  const db = await store();
  const read = await Promise.all(
    measuresOf(definition, filter).map((measure) =>
      db.weekly(membersOf(counts, filter), {
        measure,
        byOutlet: filter.row !== null,
        ...voiceOf(definition, measure, filter),
        ...targetOf(definition, filter),
        ...narrowed(filter),
      }),
    ),
  );
  return read.flat();
}

/** Members of each group, as they occur among the counts. */
function membersOf(counts: readonly ArticleCount[], filter: ChartFilter): TermMember[][] {
  const groups = filter.groups.map(() => new Map<string, TermMember>());
  for (const each of counts) {
    const { outlet, side, subGroup } = each;
    if (chosen(each, filter)) {
      groups[groupOf(filter.groups, each)]?.set(`${outlet}|${side}|${subGroup}`, { outlet, side, subGroup });
    }
  }
  return groups.map((each) => [...each.values()]);
}

function narrowed(filter: ChartFilter) {
  return {
    teaching: filter.teaching,
    ...days(filter),
    ...(filter.language === null ? {} : { language: filter.language }),
    ...(filter.translated === "all" ? {} : { machineTranslated: filter.translated === "only" }),
  };
}

/** The articles of groups too small for a number, each with its own values. */
async function readFew(definition: ChartDefinition, counts: readonly ArticleCount[], filter: ChartFilter) {
  const members = membersOf(counts, filter);
  const small = members.filter((_, group) => {
    const articles = counts
      .filter((each) => chosen(each, filter) && groupOf(filter.groups, each) === group)
      .reduce((sum, each) => sum + each.articles, 0);
    return articles > 0 && articles < SHARES_FROM;
  });
  if (small.length === 0) return [];
  const most = SHARES_FROM * small.length;
  return (await store()).values(small.flat(), { ...narrowed(filter), measures: definition.measures, most });
}

async function readTerms(counts: readonly ArticleCount[], filter: ChartFilter): Promise<Terms> {
  return (await store()).terms(membersOf(counts, filter), { ...narrowed(filter), least: LEAST_ARTICLES });
}

/** The collection's own events, marked on the day of their first article. */
function collectedEvents(summary: CorpusSummary): EventMark[] {
  return summary.events.flatMap(({ event, from }) =>
    from ? [{ day: from, label: eventLabel(event), source: "first article of the event in this collection" }] : [],
  );
}

/** A voice the chart does not have becomes its first. */
function fitting(definition: ChartDefinition, filter: ChartFilter): ChartFilter {
  const voice = definition.voices.includes(filter.voice) ? filter.voice : (definition.voices[0] ?? "own");
  return { ...filter, voice };
}

/** Builds one chart from the roll-ups of its measures; the same choice of an unchanged corpus is built once. */
export function buildSeries(definition: ChartDefinition, given: ChartFilter, summary: CorpusSummary): Promise<Series> {
  const filter = fitting(definition, given);
  return remembered(`chart ${definition.slug}?${paramsFromFilter(filter).toString()}`, async () => {
    const { frames, targets, sides, wording, actors } = codebook();
    const counts = await (await store()).counts({ teaching: filter.teaching, ...days(filter) });
    const [rollUps, few, gaps, terms, weekly] = await Promise.all([
      readRollUps(definition, counts, filter),
      readFew(definition, counts, filter),
      (await store()).gaps({ teaching: filter.teaching, ...days(filter) }),
      definition.grain === "terms" ? readTerms(counts, filter) : null,
      definition.grain === "weeks" ? readWeekly(definition, counts, filter) : [],
    ]);
    return definition.build({
      rollUps,
      counts,
      few,
      weekly,
      terms: terms?.counts ?? [],
      termsSampled: terms?.sampled ?? null,
      gaps,
      summary,
      frames,
      targets,
      wording,
      sides,
      actors: new Map(actors.map((actor) => [actor.id, actor.name])),
      measurements: storedMeasurements(),
      events: [...loadEvents(), ...collectedEvents(summary)],
      filter,
    });
  });
}

/** The corpus summary, read once a revision. */
export function corpusSummary(): Promise<CorpusSummary> {
  return remembered("summary", async () => (await store()).summary());
}

export interface LoadedChart {
  definition: ChartDefinition;
  filter: ChartFilter;
  summary: CorpusSummary;
  series: Series;
}

/** A chart by its address, or null where there is none of that name. */
export async function loadChart(slug: string, params: URLSearchParams): Promise<LoadedChart | null> {
  const definition = definitions.get(slug);
  if (!definition) return null;
  const summary = await corpusSummary();
  const filter = fitting(definition, filterFor(params, summary));
  return { definition, filter, summary, series: await buildSeries(definition, filter, summary) };
}
