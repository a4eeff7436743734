import type { PairedRow, Series } from "#lib/domain/series.ts";
import { sayInterval, sayValue, type Saying } from "#lib/chart/sentences.ts";
import type { RowLinks } from "#app/_charts/links.ts";

export function sayingOf(series: Series): Saying {
  return series.unit === "score" ? "score" : series.unit === "share of words" ? "words" : "share";
}

function EstimateCells({
  side,
  saying,
  href,
  name,
}: {
  side: PairedRow["a"];
  saying: Saying;
  href: string | undefined;
  name: string;
}) {
  const counted = saying === "share" ? `${side.k} of ${side.n}` : `${side.n}`;
  const value = side.rung === "share" && side.value !== null ? sayValue(side.value, saying) : "–";
  return (
    <>
      <td className="num">
        {value}
        {side.interval ? <span className="interval">{sayInterval(side.interval, saying)}</span> : null}
      </td>
      <td className="num">
        {href && side.n > 0 ? (
          <a href={href} aria-label={`${counted} articles, ${name}: open them`}>
            {counted}
          </a>
        ) : (
          counted
        )}
        {side.note ? <span className="interval">{side.note}</span> : null}
      </td>
    </>
  );
}

/** The chart in numbers. Rendered on the server always: the drawing needs scripts, the figures do not. */
export function DataTable({ series, links }: { series: Series; links: Record<string, RowLinks> }) {
  const saying = sayingOf(series);
  if (series.rows.length === 0) return <p className="empty">No articles to compare in this choice yet.</p>;
  return (
    <div className="scroll" role="region" aria-label={`${series.title}, table`} tabIndex={0}>
      <table className="data">
        <caption>{series.title}, in numbers</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Row
            </th>
            <th scope="colgroup" colSpan={2}>
              {series.groupA.label}
            </th>
            <th scope="colgroup" colSpan={2}>
              {series.groupB.label}
            </th>
            <th scope="col" rowSpan={2}>
              Difference
            </th>
            <th scope="col" rowSpan={2}>
              What can be said
            </th>
          </tr>
          <tr>
            <th scope="col">Value, 95 %</th>
            <th scope="col">n</th>
            <th scope="col">Value, 95 %</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {series.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.label}
                <span className="interval">{row.family}</span>
              </th>
              <EstimateCells side={row.a} saying={saying} href={links[row.id]?.a} name={series.groupA.label} />
              <EstimateCells side={row.b} saying={saying} href={links[row.id]?.b} name={series.groupB.label} />
              <td className="num">
                {row.difference ? sayDifference(row.difference.value, saying) : "–"}
                {row.difference ? (
                  <span className="interval">
                    {sayDifference(row.difference.interval[0], saying)} to{" "}
                    {sayDifference(row.difference.interval[1], saying)}
                  </span>
                ) : null}
              </td>
              <td>
                <strong className={`say say-${row.wording.replace(" ", "-")}`}>{row.wording}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Differences of shares are percentage points, signed. */
function sayDifference(value: number, saying: Saying): string {
  if (saying === "score") return sayValue(value, saying);
  const points = Math.round(100 * value);
  return `${points < 0 ? "−" : points > 0 ? "+" : ""}${Math.abs(points)} pp`;
}
