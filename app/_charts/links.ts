import type { ChartFilter } from "#lib/chart/filters.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { Series } from "#lib/domain/series.ts";

/** Addresses of the articles behind the two dots of a row. */
export interface RowLinks {
  a: string;
  b: string;
}

function articlesHref(side: string, target: string, measure: Measure["measure"], filter: ChartFilter): string {
  const params = new URLSearchParams({ side, measure, target });
  params.set("voice", measure === "voice_share" ? "all" : filter.voice);
  if (filter.event) params.set("event", filter.event);
  return `/articles?${params.toString()}`;
}

export function rowLinks(series: Series, measure: Measure["measure"], filter: ChartFilter): Record<string, RowLinks> {
  return Object.fromEntries(
    series.rows.map((row) => [
      row.id,
      {
        a: articlesHref(series.groupA.id, row.id, measure, filter),
        b: articlesHref(series.groupB.id, row.id, measure, filter),
      },
    ]),
  );
}
