import type { ChartFilter } from "#lib/chart/filters.ts";
import type { Behind, Group } from "#lib/domain/series.ts";

/** What of a filter narrows the articles behind a mark, as the articles page reads it. */
export type Narrowing = Pick<ChartFilter, "event" | "from" | "to" | "teaching" | "language" | "translated" | "wire">;

export function narrowingOf({ event, from, to, teaching, language, translated, wire }: ChartFilter): Narrowing {
  return { event, from, to, teaching, language, translated, wire };
}

/** The articles behind a mark: its group or one outlet of it, its measure, and what the chart was narrowed to. */
export function articlesHref(
  narrowing: Narrowing,
  group: Pick<Group, "id">,
  behind: Behind | null,
  more: Record<string, string> = {},
): string {
  const params = new URLSearchParams();
  if (!more["outlet"]) params.set("group", group.id);
  if (behind) {
    params.set("measure", behind.measure);
    params.set("target", behind.target);
    params.set("voice", behind.voice);
  }
  if (narrowing.event) params.set("event", narrowing.event);
  if (narrowing.from) params.set("from", narrowing.from);
  if (narrowing.to) params.set("to", narrowing.to);
  params.set("teaching", narrowing.teaching ? "on" : "off");
  if (narrowing.language) params.set("language", narrowing.language);
  if (narrowing.translated !== "all") params.set("translated", narrowing.translated === "only" ? "on" : "off");
  if (narrowing.wire === "once") params.set("wire", "once");
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return `/articles?${params.toString()}`;
}
