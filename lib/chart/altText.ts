import { SHARES_FROM } from "#lib/compare/ladder.ts";
import type { Series } from "#lib/domain/series.ts";
import { saySide, sayValue } from "./sentences.ts";

/** Rows told one by one; the table beside the chart has them all. */
const TOLD = 5;

function rowsTold(series: Series): string[] {
  const [a, b] = series.groups;
  switch (series.shape) {
    case "paired":
    case "diverging":
      return series.rows.map(
        (row) =>
          `${row.label}: ${saySide(a.label, row.a, row.saying)}; ${saySide(b?.label ?? "", row.b, row.saying)}; ${row.wording}.`,
      );
    case "heatmap":
      return series.rows.map((row) => {
        const cells = series.columns.flatMap((column, at) => {
          const cell = row.cells[at];
          return cell && cell.value !== null && cell.n >= SHARES_FROM
            ? [`${column.label} ${sayValue(cell.value, series.saying)} of ${cell.n}`]
            : [];
        });
        return `${row.label}: ${cells.slice(0, 6).join(", ") || "too few articles"}.`;
      });
    case "timeline":
      return series.panels.map((panel) => `${panel.label}: ${panel.sentence}`);
    case "words":
      return series.columns.map((column, at) => {
        const label = series.groups[at]?.label ?? column.group;
        const named = column.rows.slice(0, 8).map((row) => `${row.term} (${row.uses[at]?.articles ?? 0} articles)`);
        return `${label}: ${named.join(", ") || "no word stands out"}.`;
      });
    default:
      return series satisfies never;
  }
}

const DRAWN: Record<Series["shape"], string> = {
  paired: "dots with intervals",
  diverging: "bars from against to for",
  heatmap: "a grid of outlets",
  timeline: "lines by week",
  words: "dots with intervals",
};

/** Text for those who do not see the chart: what is drawn, the first rows with n and interval, and where the rest is. */
export function altText(series: Series): string {
  const groups = series.groups.map((group) => `${group.label} (${group.articles} articles)`).join(" and ");
  const head = `${series.title}: ${DRAWN[series.shape]} for ${groups}, ${series.unit}. ${series.finding}`;
  const rows = rowsTold(series);
  if (rows.length === 0) return `${head} No articles yet.`;
  const rest = rows.length > TOLD ? [`${rows.length - TOLD} more rows are in the table.`] : [];
  return [head, ...rows.slice(0, TOLD), ...rest].join(" ");
}
