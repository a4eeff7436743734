import { SHARES_FROM } from "#lib/compare/ladder.ts";
import type { ArticleCount } from "#lib/domain/coding.ts";
import type { Group, Sources } from "#lib/domain/series.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import type { ChartFilter } from "./filters.ts";
import { articles } from "./sentences.ts";

function endOfWeek(monday: string): string {
  const day = new Date(`${monday}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 6);
  return day.toISOString().slice(0, 10);
}

function ends(days: readonly (string | null)[]): [string | null, string | null] {
  const sorted = days.filter((day) => day !== null).sort();
  return [sorted[0] ?? null, sorted.at(-1) ?? null];
}

/** Days of the chosen outlets; under a filter of days or one event, the weeks its articles fall into. */
function span(
  counts: readonly ArticleCount[],
  summary: CorpusSummary,
  filter: ChartFilter,
): [string | null, string | null] {
  const [first, last] = ends(counts.map((each) => each.week));
  if (filter.event !== null || filter.from !== null || filter.to !== null) {
    return [first, last === null ? null : endOfWeek(last)];
  }
  const chosen = new Set(counts.map((each) => each.outlet));
  const known = summary.outlets.filter((each) => chosen.has(each.outlet) && each.teaching === filter.teaching);
  return [ends(known.map((each) => each.from))[0], ends(known.map((each) => each.to))[1]];
}

function textUsed(counts: readonly ArticleCount[]): string {
  const total = counts.reduce((sum, each) => sum + each.articles, 0);
  const translated = counts.reduce((sum, each) => sum + (each.machineTranslated ? each.articles : 0), 0);
  const languages = [...new Set(counts.map((each) => each.language))].sort().join(", ") || "none";
  if (translated === 0) return `as published (language: ${languages})`;
  return translated === total
    ? `machine translation (language: ${languages})`
    : `as published, ${translated} of ${total} machine-translated (language: ${languages})`;
}

/** How many named events the chosen articles belong to: those of the charted sides. */
function eventsNamed(counts: readonly ArticleCount[], summary: CorpusSummary, filter: ChartFilter): number {
  if (filter.event !== null) return 1;
  const sides = new Set<string>(counts.map((each) => each.side));
  return summary.events.filter(({ bySide }) => Object.entries(bySide).some(([side, n]) => sides.has(side) && n > 0))
    .length;
}

/** What the chart was made from, in figures and in one sentence. */
export function sourcesOf(
  counts: readonly (readonly ArticleCount[])[],
  summary: CorpusSummary,
  filter: ChartFilter,
  outletLabel: (outlet: string) => string,
): Sources {
  const all = counts.flat();
  const outlets = [...new Set(all.map((each) => outletLabel(each.outlet)))].sort();
  const numbers = counts.map((group) => group.reduce((sum, each) => sum + each.articles, 0));
  const total = numbers.reduce((sum, each) => sum + each, 0);
  const [from, to] = span(all, summary, filter);
  const versions = [...summary.versions].sort((left, right) => right.articles - left.articles)[0];
  const codebookVersion = versions?.codebookVersion ?? "unknown";
  const taggerVersion = versions?.taggerVersion ?? "unknown";
  const used = textUsed(all);
  const dates = from && to ? `dated ${from} to ${to}` : "undated";
  const about = filter.event === null ? "" : ` about ${filter.event.replaceAll(/[_-]+/g, " ")}`;
  const named = outlets.length === 0 ? "no outlets" : outlets.join(", ");
  const made = `Text ${used}. Codebook ${codebookVersion}, tagger ${taggerVersion}.`;
  return {
    outlets,
    articles: numbers,
    from,
    to,
    events: eventsNamed(all, summary, filter),
    codebookVersion,
    taggerVersion,
    textUsed: used,
    text:
      total === 0
        ? `No articles${about} in this choice.`
        : `${articles(total)}${about} from ${named}, ${dates}${wireShare(all, filter)}. ${made}`,
  };
}

/** What of the articles is others' reports; "" where none is. Copies that are left out are none of them. */
function wireShare(counts: readonly ArticleCount[], filter: ChartFilter): string {
  const out = (each: ArticleCount): number => (filter.wire === "once" ? (each.copies ?? 0) : 0);
  const wire = counts.reduce((sum, each) => sum + (each.wire ?? 0) - out(each), 0);
  return wire === 0 ? "" : `, ${wire} of them wire copy`;
}

/** How much of a chart is wire copy; where that may matter, what the other way of counting would do. */
function wireWarning(counts: readonly ArticleCount[], filter: ChartFilter): string | null {
  const copies = counts.reduce((sum, each) => sum + (each.copies ?? 0), 0);
  if (copies === 0) return null;
  return filter.wire === "once"
    ? `Wire copy is counted once: ${articles(copies)} that repeat another’s text are left out.`
    : `${articles(copies)} repeat a text that another outlet’s article holds too (wire copy); “More choices” counts such a text once.`;
}

function eventWarning(groups: readonly Group[], summary: CorpusSummary, filter: ChartFilter): string | null {
  const sides = groups.map((group) => group.side);
  if (groups.some((group) => group.articles === 0) || sides.includes(null)) return null;
  const shared = summary.events.some((each) => sides.every((side) => side !== null && (each.bySide[side] ?? 0) > 0));
  if (!shared) {
    return "Different events: no event has articles of every group, so a gap may be the events and not the telling.";
  }
  return filter.event === null
    ? "All events together: a gap may come from which events a side reports. Choose one event to compare."
    : null;
}

/** An outlet of so few articles moves a side of few outlets by chance: below ten, among five at most. */
const FEW_ARTICLES = 10;
const FEW_OUTLETS = 5;

/** Outlets with few articles that have the same say in their side's number as every other one. */
function smallOutlets(counts: readonly (readonly ArticleCount[])[], summary: CorpusSummary): string | null {
  const small = counts.flatMap((group) => {
    const outlets = new Map<string, number>();
    for (const { outlet, articles: n } of group) if (n > 0) outlets.set(outlet, (outlets.get(outlet) ?? 0) + n);
    const all = [...outlets.values()].reduce((sum, n) => sum + n, 0);
    if (all < SHARES_FROM || outlets.size < 2 || outlets.size > FEW_OUTLETS) return [];
    return [...outlets].filter(([, n]) => n < FEW_ARTICLES);
  });
  if (small.length === 0) return null;
  const label = (id: string): string => summary.outlets.find(({ outlet }) => outlet === id)?.label ?? id;
  const said = small.map(([outlet, n]) => `${label(outlet)} (${articles(n)})`).join(", ");
  return `${said} ${small.length === 1 ? "weighs" : "weigh"} as much as every other outlet of the side; “More choices” can pool the articles instead.`;
}

/** What a reader must know before the chart: different events, mixed versions, translations, teaching articles. */
export function warningsOf(
  groups: readonly Group[],
  counts: readonly (readonly ArticleCount[])[],
  summary: CorpusSummary,
  filter: ChartFilter,
  /** Whether a side's number is a mean over its outlets in this chart. */
  byOutlet: boolean,
): string[] {
  const warnings: string[] = [];
  const events = eventWarning(groups, summary, filter);
  if (events) warnings.push(events);
  if (summary.versions.length > 1) {
    warnings.push(`Articles were tagged by ${summary.versions.length} versions of codebook or tagger; tag them again.`);
  }
  const translated = new Set(
    counts.flat().flatMap((each) => (each.machineTranslated && each.articles > 0 ? [each.outlet] : [])),
  ).size;
  if (translated > 0) {
    warnings.push(
      `Machine-translated text is included, from ${translated === 1 ? "1 outlet" : `${translated} outlets`}; it has fewer hedges than its original.`,
    );
  }
  const wire = wireWarning(counts.flat(), filter);
  if (wire) warnings.push(wire);
  if (filter.from !== null || filter.to !== null) {
    warnings.push("Days are counted by whole weeks, Monday to Sunday; articles without a date are left out.");
  }
  const small = byOutlet && filter.weighting === "outlets" ? smallOutlets(counts, summary) : null;
  if (small) warnings.push(small);
  if (filter.weighting === "articles") {
    warnings.push("Pooled: each article counts once, so an outlet that published more weighs more.");
  }
  if (filter.teaching) {
    warnings.push(
      "Teaching articles, written for lessons: they show how the chart works and say nothing about real outlets.",
    );
  }
  return warnings;
}
