import type { DivergingSeries, PairedRow, PairedSeries, Saying } from "#lib/domain/series.ts";
import { sayDifference, sayInterval, sayValue } from "#lib/chart/sentences.ts";
import type { Narrowing } from "#app/_charts/addresses.ts";
import { articlesHref } from "#app/_charts/addresses.ts";

function EstimateCells({
  side,
  saying,
  href,
  name,
}: {
  side: PairedRow["a"];
  saying: Saying;
  href: string;
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
        {side.n > 0 ? (
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

/** What makes a difference more or less believable, in one cell. */
function Robustness({ row }: { row: PairedRow }) {
  const { within, leaveOneOut, test, effect, saying } = row;
  const lines = [
    effect ? `${effect.name} ${effect.value.toFixed(2)}` : "",
    test ? `p ${test.p.toFixed(3)}, q ${test.q.toFixed(3)} (least possible ${test.smallest.toFixed(3)})` : "",
    within.a ? `outlets of the first: ${sayInterval(within.a, saying)}` : "",
    within.b ? `outlets of the second: ${sayInterval(within.b, saying)}` : "",
    leaveOneOut?.range
      ? `without any one outlet: ${sayDifference(leaveOneOut.range[0], saying)} to ${sayDifference(leaveOneOut.range[1], saying)}`
      : "",
    leaveOneOut && leaveOneOut.flips.length > 0 ? `hangs on ${leaveOneOut.flips.join(", ")}` : "",
    row.adjusted?.a
      ? `error-adjusted, first: ${sayValue(row.adjusted.a.value, "share")} (${sayInterval(row.adjusted.a.interval, "share")})`
      : "",
    row.adjusted?.b
      ? `error-adjusted, second: ${sayValue(row.adjusted.b.value, "share")} (${sayInterval(row.adjusted.b.interval, "share")})`
      : "",
    row.note,
  ].filter(Boolean);
  return <td className="robust">{lines.join("\n")}</td>;
}

/** The two groups row by row, every number of the drawing and those that would crowd it. */
export function PairedTable({ series, narrowing }: { series: PairedSeries | DivergingSeries; narrowing: Narrowing }) {
  const [a, b] = series.groups;
  const families = new Map(series.families.map((family) => [family.id, family.label]));
  return (
    <table className="data">
      <caption>{series.question}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            Row
          </th>
          <th scope="colgroup" colSpan={2}>
            {a.label}
          </th>
          <th scope="colgroup" colSpan={2}>
            {b?.label}
          </th>
          {series.shape === "diverging" ? (
            <th scope="col" rowSpan={2}>
              {series.levels.map((level) => level.label).join(" · ")} · {series.unclearLabel}
            </th>
          ) : null}
          <th scope="col" rowSpan={2}>
            Difference
          </th>
          <th scope="col" rowSpan={2}>
            What can be said
          </th>
          <th scope="col" rowSpan={2}>
            How firm it is
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
              {families.size > 1 ? <span className="interval">{families.get(row.family)}</span> : null}
            </th>
            <EstimateCells
              side={row.a}
              saying={row.saying}
              href={articlesHref(narrowing, a, row.behind)}
              name={a.label}
            />
            <EstimateCells
              side={row.b}
              saying={row.saying}
              href={articlesHref(narrowing, b ?? a, row.behind)}
              name={b?.label ?? ""}
            />
            {"bars" in row ? (
              <td className="num">
                {row.bars.map((bar, at) => (
                  <span key={bar.group} className="interval">
                    {series.groups[at]?.label}: {bar.counts.join(" · ")} · {bar.unclear}
                  </span>
                ))}
              </td>
            ) : null}
            <td className="num">
              {row.difference ? sayDifference(row.difference.value, row.saying) : "–"}
              {row.difference ? (
                <span className="interval">
                  {sayDifference(row.difference.interval[0], row.saying)} to{" "}
                  {sayDifference(row.difference.interval[1], row.saying)}
                </span>
              ) : null}
            </td>
            <td>
              <strong className={`say say-${row.wording.replace(" ", "-")}`}>{row.wording}</strong>
            </td>
            <Robustness row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
