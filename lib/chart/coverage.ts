import type { ArticleCount } from "#lib/domain/coding.ts";
import type { Coverage } from "#lib/domain/series.ts";

const DAY = 86_400_000;
/** Longer spans are shown by their last weeks, so that the strip stays readable. */
const MOST_WEEKS = 160;

/** Every Monday from the first to the last, both included, so that an empty week stands as a gap. */
export function weeksBetween(first: string, last: string): string[] {
  const weeks: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 7 * DAY) {
    weeks.push(new Date(at).toISOString().slice(0, 10));
  }
  return weeks;
}

function sentences(outlets: Coverage["outlets"], weeks: readonly string[]): string[] {
  const holes = outlets
    .map((each) => ({ label: each.label, empty: each.byWeek.filter((n) => n === 0).length, articles: each.articles }))
    .filter((each) => each.empty > 0 && weeks.length > 1);
  const undated = outlets.reduce((sum, each) => sum + each.undated, 0);
  const translated = outlets.reduce((sum, each) => sum + each.machineTranslated, 0);
  const said: string[] = [];
  if (holes.length > 0) {
    const worst = holes.sort((left, right) => right.empty - left.empty).slice(0, 3);
    const named = worst.map((each) => `${each.label} ${each.empty} of ${weeks.length}`).join(", ");
    const more = holes.length > worst.length ? `, and ${holes.length - worst.length} more outlets` : "";
    said.push(`Weeks without an article: ${named}${more}. A missing week is not a zero.`);
  }
  if (undated > 0) said.push(`${undated} without a date.`);
  if (translated > 0) said.push(`${translated} machine-translated.`);
  return said;
}

/** What was collected, per outlet and week, from the article counts of the chosen groups (in group order). */
export function coverageOf(
  groups: readonly (readonly ArticleCount[])[],
  outletLabel: (outlet: string) => string,
): Coverage {
  const counts = groups.flat();
  const dated = counts.flatMap((each) => each.week ?? []).sort();
  const [first, last] = [dated[0], dated.at(-1)];
  const weeks = first && last ? weeksBetween(first, last).slice(-MOST_WEEKS) : [];
  const place = new Map(weeks.map((week, at) => [week, at]));
  const outlets = new Map<string, Coverage["outlets"][number]>();
  for (const each of counts) {
    const found = outlets.get(each.outlet) ?? {
      outlet: each.outlet,
      label: outletLabel(each.outlet),
      side: each.side,
      articles: 0,
      byWeek: weeks.map(() => 0),
      undated: 0,
      machineTranslated: 0,
    };
    found.articles += each.articles;
    if (each.machineTranslated) found.machineTranslated += each.articles;
    const at = each.week === null ? undefined : place.get(each.week);
    if (each.week === null) found.undated += each.articles;
    else if (at !== undefined) found.byWeek[at] = (found.byWeek[at] ?? 0) + each.articles;
    outlets.set(each.outlet, found);
  }
  const rows = [...outlets.values()];
  return { weeks, outlets: rows, missing: sentences(rows, weeks) };
}
