import type { Series } from "#lib/domain/series.ts";
import { leftToTable } from "./drawn.ts";
import { articlesOf } from "./sentences.ts";
import { trustText } from "./trust.ts";

/** What every exported picture carries beneath it, so that it can stand alone. */
export function footerLines(series: Series): string[] {
  const { sources } = series;
  const n = series.groups.map((group) => `${group.label} ${articlesOf(group)}`).join("; ");
  const named = sources.outlets.join(", ") || "none";
  return [
    `n: ${n}. Collected from ${sources.from ?? "?"} to ${sources.to ?? "?"}. ${sources.events === 0 ? "No events named" : `Events named: ${sources.events}`}.`,
    `Outlets: ${named}.`,
    `Text used: ${sources.textUsed}. Codebook ${sources.codebookVersion}, tagger ${sources.taggerVersion}.`,
    `Agreement: ${trustText(series.trust)}`,
    `Intervals: ${series.intervalMethod}`,
    [series.doesNotShow, leftToTable(series)].filter(Boolean).join(" "),
  ];
}

/** How to cite the chart as it stands; `made` is an ISO day, `address` the chart's own. */
export function citation(series: Series, made: string, address: string): string {
  const { sources } = series;
  const dates = sources.from && sources.to ? `${sources.from} to ${sources.to}` : "undated";
  const total = sources.articles.reduce((sum, each) => sum + each, 0);
  return `Parallax. “${series.question}” ${total.toLocaleString("en")} articles, ${dates}. Codebook ${sources.codebookVersion}, tagger ${sources.taggerVersion}. Made ${made}. ${address}`;
}
