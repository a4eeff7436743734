import type { Estimate, PairedRow, Series } from "#lib/domain/series.ts";
import { sayInterval, saySide, type Saying } from "./sentences.ts";

/** Rows told one by one; the table beside the chart has them all. */
const TOLD = 5;

function saying(series: Series): Saying {
  return series.unit === "score" ? "score" : series.unit === "share of words" ? "words" : "share";
}

function side(name: string, estimate: Estimate, how: Saying): string {
  const said = saySide(name, estimate, how);
  return estimate.interval ? `${said}, interval ${sayInterval(estimate.interval, how)}` : said;
}

function told(series: Series, row: PairedRow): string {
  const how = saying(series);
  const a = side(series.groupA.label, row.a, how);
  const b = side(series.groupB.label, row.b, how);
  return `${row.label}: ${a}; ${b}; ${row.wording}.`;
}

/** Text for those who do not see the chart: what is drawn, the first rows with n and interval, and where the rest is. */
export function altText(series: Series): string {
  const { groupA, groupB, sources, rows } = series;
  const head = `${series.title}: dots for ${groupA.label} (${sources.articlesA} articles) and ${groupB.label} (${sources.articlesB} articles), ${series.unit}.`;
  if (rows.length === 0) return `${head} No articles yet.`;
  const rest = rows.length > TOLD ? [`${rows.length - TOLD} more rows are in the table.`] : [];
  return [head, ...rows.slice(0, TOLD).map((row) => told(series, row)), ...rest].join(" ");
}
