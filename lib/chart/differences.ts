import { CLEAR_OUTLETS } from "#lib/compare/wordingRule.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import type { PairedRow, Series } from "#lib/domain/series.ts";
import { isUnderFloor } from "./trust.ts";
import { told } from "./pairedSeries.ts";

export interface TopDifference {
  slug: string;
  title: string;
  row: PairedRow;
  groups: Series["groups"];
  trust: Series["trust"];
}
export interface TopDifferences {
  /** Clear before leans, then by how far the interval's middle lies from zero in interval widths. */
  rows: TopDifference[];
  /** What is missing where `rows` is empty; null otherwise. */
  missing: string | null;
}

/** Rows of the charts that compare two sides row by row. */
function comparedRows(series: Series): PairedRow[] {
  return series.shape === "paired" || series.shape === "diverging" ? told(series.rows, series.families) : [];
}

function strength(row: PairedRow): number {
  if (!row.difference) return 0;
  const [low, high] = row.difference.interval;
  return high > low ? Math.abs(row.difference.value) / (high - low) : 0;
}

function whatIsMissing(series: readonly Series[]): string {
  const rows = series.flatMap(comparedRows);
  const [a, b] = series[0]?.groups ?? [];
  if (!a || !b || rows.length === 0) return "No articles to compare yet: import articles of both sides.";
  const most = (pick: (row: PairedRow) => number): number => Math.max(...rows.map(pick));
  const short = [
    { label: a.label, n: most((row) => row.a.n) },
    { label: b.label, n: most((row) => row.b.n) },
  ].filter((each) => each.n < SHARES_FROM);
  if (short.length > 0) {
    const have = short.map((each) => `${each.label} has ${each.n}`).join(", ");
    return `No difference can be told yet: it takes ${SHARES_FROM} articles a side; ${have}.`;
  }
  const outlets = Math.min(
    most((row) => row.a.outlets),
    most((row) => row.b.outlets),
  );
  const advice = outlets < CLEAR_OUTLETS ? ` More outlets would help most: a side here has ${outlets}.` : "";
  return `No difference stands out from chance in these articles.${advice}`;
}

/** The differences worth naming over several charts, at most `max`: rows that lean or are clear, on tags one can rely on. */
export function topDifferences(series: readonly Series[], max = 5): TopDifferences {
  const rows = series
    .flatMap((each) =>
      comparedRows(each).map((row): TopDifference => ({
        slug: each.slug,
        title: each.title,
        row,
        groups: each.groups,
        trust: each.trust,
      })),
    )
    .filter(({ row, trust }) => {
      const apart = row.wording === "clear" || row.wording === "leans";
      return apart && !isUnderFloor(trust, row.behind.target, row.behind.voice);
    })
    .sort(
      (left, right) =>
        Number(right.row.wording === "clear") - Number(left.row.wording === "clear") ||
        strength(right.row) - strength(left.row),
    )
    .slice(0, max);
  return { rows, missing: rows.length === 0 ? whatIsMissing(series) : null };
}
