import type { ArticleCount, Missed, UncountedCount } from "#lib/domain/coding.ts";
import type { Coverage } from "#lib/domain/series.ts";
import { articles } from "./sentences.ts";

const DAY = 86_400_000;
/** Longer spans are shown by their last weeks, so that the strip stays readable. */
const MOST_WEEKS = 160;

interface Span {
  from: string;
  to: string;
}

/** Every Monday from the first to the last, both included, so that an empty week stands as a gap. */
export function weeksBetween(first: string, last: string): string[] {
  const weeks: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 7 * DAY) {
    weeks.push(new Date(at).toISOString().slice(0, 10));
  }
  return weeks;
}

/** What a choice leaves out and lacks; see Store.gaps. */
export interface Gaps {
  uncounted: readonly UncountedCount[];
  missed: Missed;
}

function holes(outlets: Coverage["outlets"], weeks: readonly string[]): string[] {
  const found = outlets
    .map((each) => ({ label: each.label, empty: each.byWeek.filter((n) => n === 0).length }))
    .filter((each) => each.empty > 0 && weeks.length > 1)
    .sort((left, right) => right.empty - left.empty);
  if (found.length === 0) return [];
  const named = found.slice(0, 3).map((each) => `${each.label} ${each.empty} of ${weeks.length}`);
  const more = found.length > 3 ? `, and ${found.length - 3} more outlets` : "";
  return [
    `Weeks without an article: ${named.join(", ")}${more}. Missing is not zero: the outlet may have reported, and nobody collected it.`,
  ];
}

function sentences(
  outlets: Coverage["outlets"],
  weeks: readonly string[],
  span: Span | null,
  gaps: Gaps | null,
): string[] {
  const sum = (pick: (each: Coverage["outlets"][number]) => number): number =>
    outlets.reduce((total, each) => total + pick(each), 0);
  const [undated, translated] = [sum((each) => each.undated), sum((each) => each.machineTranslated)];
  const [headlines, versions] = [sum((each) => each.headlineOnly), sum((each) => each.earlierVersions)];
  const [wire, copies] = [sum((each) => each.wire), sum((each) => each.copies)];
  return [
    ...holes(outlets, weeks),
    ...(span && outlets.some((each) => (each.daysWithout ?? 0) > 0)
      ? [
          `Weeks and days with none are counted for every outlet alike from ${span.from} to ${span.to}: ${weeks.length < MOST_WEEKS ? "the first and the last day" : `the last ${MOST_WEEKS} weeks`} of this choice.`,
        ]
      : []),
    ...(undated > 0 ? [`${undated} without a date.`] : []),
    ...(translated > 0 ? [`${translated} machine-translated.`] : []),
    ...(wire > 0
      ? [`${articles(wire)} of wire copy, of which ${copies} repeat a text that another outlet’s article holds too.`]
      : []),
    ...(headlines > 0 ? [`${headlines} more of which only the headline could be had; no chart counts them.`] : []),
    ...(versions > 0 ? [`${versions} more that a later version replaced; the latest is counted.`] : []),
    ...missedSentences(gaps?.missed ?? null),
  ];
}

function missedSentences(missed: Missed | null): string[] {
  if (missed === null) return [];
  const { refused, waiting, reasons, failing, feeds } = missed;
  const why = reasons.map((each) => `${each.reason.replace(/\.$/, "")} (${each.articles})`).join("; ");
  return [
    ...(refused > 0 ? [`Asked for by feeds or lists and not had: ${articles(refused)}. Most often: ${why}.`] : []),
    ...(waiting > 0 ? [`${articles(waiting)} still waiting to be fetched.`] : []),
    ...(failing > 0 ? [`${failing} of ${feeds} feeds did not answer when last asked.`] : []),
  ];
}

const dayAt = (week: string, weekday: number): string =>
  new Date(Date.parse(week) + weekday * DAY).toISOString().slice(0, 10);

/** The first and the last day with an article, whichever outlet's; of a longer span its last weeks. */
function spanOf(counts: readonly ArticleCount[], weeks: readonly string[]): Span | null {
  const together = new Map(weeks.map((week) => [week, 0]));
  for (const { week, days } of counts) {
    const known = week === null ? undefined : together.get(week);
    if (week !== null && known !== undefined) together.set(week, known | (days ?? 0));
  }
  const any = [...together].filter(([, bits]) => bits > 0);
  const [first, last] = [any[0], any.at(-1)];
  if (!first || !last) return null;
  return {
    from: dayAt(first[0], 31 - Math.clz32(first[1] & -first[1])),
    to: dayAt(last[0], 31 - Math.clz32(last[1])),
  };
}

/** Articles' days of an outlet as bits a week, counted against all days of the span. */
function daysWithout(span: Span | null, byWeek: readonly number[]): number | null {
  if (span === null) return null;
  const all = Math.round((Date.parse(span.to) - Date.parse(span.from)) / DAY) + 1;
  return byWeek.reduce((left, bits) => left - bits.toString(2).replaceAll("0", "").length, all);
}

/**
 * What was collected, per outlet and week, from the article counts of the chosen groups (in group order). Weeks and days
 * reach from the first to the last counted article of the choice, for every outlet alike. `asked` says what was asked
 * for; `gaps`, where known, what is left out and lacking.
 */
export function coverageOf(
  groups: readonly (readonly ArticleCount[])[],
  outletLabel: (outlet: string) => string,
  asked = "",
  gaps: Gaps | null = null,
): Coverage {
  const counts = groups.flat();
  const dated = counts.flatMap((each) => (each.articles > 0 && each.week !== null ? [each.week] : [])).sort();
  const [first, last] = [dated[0], dated.at(-1)];
  const weeks = first && last ? weeksBetween(first, last).slice(-MOST_WEEKS) : [];
  const span = spanOf(counts, weeks);
  const place = new Map(weeks.map((week, at) => [week, at]));
  const outlets = new Map<string, Coverage["outlets"][number] & { days: number[] }>();
  const row = ({ outlet, side }: Pick<ArticleCount, "outlet" | "side">) => {
    const found = outlets.get(outlet) ?? {
      outlet,
      label: outletLabel(outlet),
      side,
      articles: 0,
      byWeek: weeks.map(() => 0),
      undated: 0,
      machineTranslated: 0,
      wire: 0,
      copies: 0,
      headlineOnly: 0,
      earlierVersions: 0,
      daysWithout: null,
      days: weeks.map(() => 0),
    };
    outlets.set(outlet, found);
    return found;
  };
  for (const each of counts) {
    const found = row(each);
    found.articles += each.articles;
    found.wire += each.wire ?? 0;
    found.copies += each.copies ?? 0;
    if (each.machineTranslated) found.machineTranslated += each.articles;
    const at = each.week === null ? undefined : place.get(each.week);
    if (each.week === null) found.undated += each.articles;
    else if (at !== undefined) {
      found.byWeek[at] = (found.byWeek[at] ?? 0) + each.articles;
      found.days[at] = (found.days[at] ?? 0) | (each.days ?? 0);
    }
  }
  for (const each of gaps?.uncounted ?? []) {
    row(each)[each.kind === "headline" ? "headlineOnly" : "earlierVersions"] += each.articles;
  }
  const rows = [...outlets.values()].map(({ days, ...each }) => ({ ...each, daysWithout: daysWithout(span, days) }));
  return { weeks, outlets: rows, asked, missing: sentences(rows, weeks, span, gaps) };
}
