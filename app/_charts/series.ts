import "server-only";
import { codebook, store } from "#app/_database.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { filterFromParams, type ChartFilter } from "#lib/chart/filters.ts";
import type { ChartDefinition } from "#lib/chart/input.ts";
import type { Series } from "#lib/domain/series.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { onlyTeaching } from "#app/_ui/Notice.tsx";

/** The filter of an address; where only teaching articles exist they are shown unless the reader says otherwise. */
export function filterFor(params: URLSearchParams, summary: CorpusSummary): ChartFilter {
  const read = new URLSearchParams(params);
  if (!read.has("teaching") && onlyTeaching(summary)) read.set("teaching", "on");
  return filterFromParams(read);
}

/** Builds one chart from the roll-ups of its measure. */
export async function buildSeries(
  definition: ChartDefinition,
  filter: ChartFilter,
  summary: CorpusSummary,
): Promise<Series> {
  const { frames, targets, sides } = codebook();
  const rollUps = await (
    await store()
  ).rollUps({
    measure: definition.measure,
    teaching: filter.teaching,
    ...(filter.event ? { event: filter.event } : {}),
  });
  return definition.build({ rollUps, summary, frames, targets, sides, filter });
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
  const summary = await (await store()).summary();
  const filter = filterFor(params, summary);
  return { definition, filter, summary, series: await buildSeries(definition, filter, summary) };
}
