import type { RollUp } from "#lib/domain/coding.ts";
import type { PairedSeries } from "#lib/domain/series.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import type { ChartFilter } from "./filters.ts";

function endOfWeek(monday: string): string {
  const day = new Date(`${monday}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 6);
  return day.toISOString().slice(0, 10);
}

function ends(days: readonly (string | null)[]): [string | null, string | null] {
  const sorted = days.filter((day) => day !== null).sort();
  return [sorted[0] ?? null, sorted.at(-1) ?? null];
}

/** Articles of one side under the filter's event. */
export function articlesOf(summary: CorpusSummary, filter: ChartFilter, side: ChartFilter["a"]): number {
  if (filter.event === null) return summary.sides.find((each) => each.side === side)?.articles ?? 0;
  return summary.events.find((each) => each.event === filter.event)?.bySide[side] ?? 0;
}

/**
 * The sources of a chart from the roll-ups it drew. Days are those of the sides, or, for one event, the first Monday
 * and last Sunday of its weeks, for roll-ups know weeks only.
 */
export function sourcesOf(
  drawn: readonly RollUp[],
  summary: CorpusSummary,
  filter: ChartFilter,
  outletLabel: (outlet: string) => string,
): PairedSeries["sources"] {
  const outlets = [...new Set(drawn.map((each) => outletLabel(each.outlet)))].sort();
  const sides = summary.sides.filter((each) => each.side === filter.a || each.side === filter.b);
  const [firstWeek, lastWeek] = ends(drawn.map((each) => each.week));
  const [from, to] =
    filter.event === null
      ? [ends(sides.map((each) => each.from))[0], ends(sides.map((each) => each.to))[1]]
      : [firstWeek, lastWeek === null ? null : endOfWeek(lastWeek)];
  const versions = [...summary.versions].sort((left, right) => right.articles - left.articles)[0];
  const articlesA = articlesOf(summary, filter, filter.a);
  const articlesB = articlesOf(summary, filter, filter.b);
  const span = from && to ? `dated ${from} to ${to}` : "undated";
  const codebookVersion = versions?.codebookVersion ?? "unknown";
  const taggerVersion = versions?.taggerVersion ?? "unknown";
  const event = filter.event === null ? "" : ` about the event ${filter.event}`;
  const named = outlets.length === 0 ? "no outlets" : outlets.join(", ");
  return {
    outlets,
    articlesA,
    articlesB,
    from: from ?? null,
    to: to ?? null,
    codebookVersion,
    taggerVersion,
    text: `${articlesA + articlesB} articles${event} from ${named}, ${span}. Codebook ${codebookVersion}, tagger ${taggerVersion}.`,
  };
}

/** What a reader must know before the chart: different events, mixed versions, translations, undated articles. */
export function warningsOf(drawn: readonly RollUp[], summary: CorpusSummary, filter: ChartFilter): string[] {
  const warnings: string[] = [];
  const shared = summary.events.some((each) => (each.bySide[filter.a] ?? 0) > 0 && (each.bySide[filter.b] ?? 0) > 0);
  const both = articlesOf(summary, filter, filter.a) > 0 && articlesOf(summary, filter, filter.b) > 0;
  if (both && !shared) {
    warnings.push(
      "Different events: no event has articles of both sides, so a gap may be the events and not the telling.",
    );
  } else if (both && filter.event === null) {
    warnings.push("All events together: a gap may come from which events a side reports. Choose one event to compare.");
  }
  if (summary.versions.length > 1) {
    warnings.push(`Articles were tagged by ${summary.versions.length} versions of codebook or tagger; tag them again.`);
  }
  const translated = new Set(drawn.filter((each) => each.machineTranslated).map((each) => each.outlet)).size;
  if (translated > 0) {
    warnings.push(
      `Machine-translated text is included, from ${translated === 1 ? "1 outlet" : `${translated} outlets`}.`,
    );
  }
  if (filter.teaching) {
    warnings.push(
      "Teaching articles, written for lessons: they show how the chart works and say nothing about real outlets.",
    );
  }
  return warnings;
}
