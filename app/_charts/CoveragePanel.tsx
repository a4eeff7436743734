import type { Coverage } from "#lib/domain/series.ts";
import { count } from "#app/_ui/words.ts";

/** n of each outlet and week as small bars: what was collected, where nothing was. Two paths, however many weeks. */
function Bars({ byWeek, most }: { byWeek: readonly number[]; most: number }) {
  const step = Math.max(2, Math.min(9, Math.floor(300 / Math.max(1, byWeek.length))));
  const width = Math.max(1, step - 1);
  const bar = (at: number, height: number): string => `M${at * step} 18v-${height}h${width}v${height}z`;
  const bars = byWeek.map((n, at) => (n === 0 ? "" : bar(at, Math.round(1 + (15 * n) / most)))).join("");
  const holes = byWeek.map((n, at) => (n === 0 ? bar(at, 2) : "")).join("");
  return (
    <svg width={step * byWeek.length} height={18} className="coverage-bars" aria-hidden="true">
      <path d={bars} className="coverage-bar" />
      <path d={holes} className="coverage-hole" />
    </svg>
  );
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

/** What the chart could see: articles per outlet and week, what is left out, what could not be had, in words and numbers. */
export function CoveragePanel({ coverage }: { coverage: Coverage }) {
  const { outlets, weeks, missing, asked } = coverage;
  const most = Math.max(1, ...outlets.flatMap((each) => each.byWeek));
  const total = outlets.reduce((sum, each) => sum + each.articles, 0);
  const columns = COLUMNS.filter(({ of }) => outlets.some((row) => (of(row) ?? 0) > 0));
  return (
    <details className="coverage">
      <summary>
        Coverage: {count(total, "article")} of {count(outlets.length, "outlet")} in {count(weeks.length, "week")}
      </summary>
      {asked ? <p>{asked}</p> : null}
      {missing.length > 0 ? (
        <ul>
          {missing.map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      ) : null}
      <div className="scroll" role="region" aria-label="Coverage by outlet and week" tabIndex={0}>
        <table className="data">
          <caption>
            Articles by week, {weeks[0] ?? "undated"} to {weeks.at(-1) ?? "undated"}; the tallest bar is {most}. A flat
            mark is a week of which nothing was collected.
          </caption>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">n</th>
              <th scope="col">By week</th>
              {columns.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outlets.map((each) => (
              <tr key={each.outlet}>
                <th scope="row">{each.label}</th>
                <td className="num">{each.articles}</td>
                <td>
                  <Bars byWeek={each.byWeek} most={most} />
                </td>
                {columns.map(({ label, of }) => (
                  <td key={label} className="num">
                    {of(each) ?? "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
