import type { Coverage } from "#lib/domain/series.ts";
import { count } from "#app/_ui/words.ts";

/** n of each outlet and week as small bars: what was collected, where nothing was. */
function Bars({ byWeek, most }: { byWeek: readonly number[]; most: number }) {
  const step = Math.max(2, Math.min(9, 300 / Math.max(1, byWeek.length)));
  return (
    <svg width={step * byWeek.length} height={18} className="coverage-bars" aria-hidden="true">
      {byWeek.map((n, at) =>
        n === 0 ? (
          <rect key={at} x={at * step} y={16} width={Math.max(1, step - 1)} height={2} className="coverage-hole" />
        ) : (
          <rect
            key={at}
            x={at * step}
            y={17 - (15 * n) / most}
            width={Math.max(1, step - 1)}
            height={1 + (15 * n) / most}
            className="coverage-bar"
          />
        ),
      )}
    </svg>
  );
}

/** What the chart could see: articles per outlet and week, with the holes said in words. */
export function CoverageLine({ coverage }: { coverage: Coverage }) {
  const { outlets, weeks, missing } = coverage;
  const most = Math.max(1, ...outlets.flatMap((each) => each.byWeek));
  const total = outlets.reduce((sum, each) => sum + each.articles, 0);
  return (
    <details className="coverage">
      <summary>
        Coverage: {count(total, "article")} of {count(outlets.length, "outlet")} in {count(weeks.length, "week")}
      </summary>
      {missing.map((said) => (
        <p key={said}>{said}</p>
      ))}
      <div className="scroll" role="region" aria-label="Coverage by outlet and week" tabIndex={0}>
        <table className="data">
          <caption>
            Articles by week, {weeks[0] ?? "undated"} to {weeks.at(-1) ?? "undated"}; the tallest bar is {most}
          </caption>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">n</th>
              <th scope="col">By week</th>
              <th scope="col">Weeks with none</th>
              <th scope="col">Undated</th>
              <th scope="col">Machine-translated</th>
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
                <td className="num">{each.byWeek.filter((n) => n === 0).length}</td>
                <td className="num">{each.undated}</td>
                <td className="num">{each.machineTranslated}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
