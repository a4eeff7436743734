import type { Coverage } from "#lib/domain/series.ts";
import { markup, type Markup } from "#app/_ui/markup.ts";

/** n of each outlet and week as small bars: what was collected, where nothing was. Two paths, however many weeks. */
function bars(byWeek: readonly number[], most: number): Markup {
  const step = Math.max(2, Math.min(9, Math.floor(300 / Math.max(1, byWeek.length))));
  const width = Math.max(1, step - 1);
  const bar = (at: number, height: number): string => `M${at * step} 18v-${height}h${width}v${height}z`;
  const full = byWeek.map((n, at) => (n === 0 ? "" : bar(at, Math.round(1 + (15 * n) / most)))).join("");
  const holes = byWeek.map((n, at) => (n === 0 ? bar(at, 2) : "")).join("");
  return markup`<svg width="${step * byWeek.length}" height="18" class="coverage-bars" aria-hidden="true"><path d="${full}" class="coverage-bar"/><path d="${holes}" class="coverage-hole"/></svg>`;
}

type Row = Coverage["outlets"][number];

/** Columns after the weeks; those without anything to say in any row are left out. */
const COLUMNS: readonly { label: string; of: (row: Row) => number | null }[] = [
  { label: "Weeks with none", of: (row) => row.byWeek.filter((n) => n === 0).length },
  { label: "Days with none", of: (row) => row.daysWithout },
  { label: "Undated", of: (row) => row.undated },
  { label: "Headline only, not counted", of: (row) => row.headlineOnly },
  { label: "Earlier versions, not counted", of: (row) => row.earlierVersions },
  { label: "Wire copy", of: (row) => row.wire },
  { label: "of it repeated", of: (row) => row.copies },
  { label: "Machine-translated", of: (row) => row.machineTranslated },
];

/** Outlets in rows with their weeks as bars and the counts of what is missing. */
export function coverageTable({ outlets, weeks }: Coverage): Markup {
  const most = outlets.reduce((sofar, each) => Math.max(sofar, ...each.byWeek), 1);
  const columns = COLUMNS.filter(({ of }) => outlets.some((row) => (of(row) ?? 0) > 0));
  const rows = outlets.map(
    (each) =>
      markup`<tr><th scope="row">${each.label}</th><td class="num">${each.articles}</td><td>${bars(each.byWeek, most)}</td>${columns.map(({ of }) => markup`<td class="num">${of(each) ?? "–"}</td>`)}</tr>`,
  );
  return markup`<div class="scroll" role="region" aria-label="Coverage by outlet and week" tabindex="0"><table class="data"><caption>Articles by week, ${weeks[0] ?? "undated"} to ${weeks.at(-1) ?? "undated"}; the tallest bar is ${most}. A flat mark is a week of which nothing was collected.</caption><thead><tr><th scope="col">Outlet</th><th scope="col">n</th><th scope="col">By week</th>${columns.map(({ label }) => markup`<th scope="col">${label}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
