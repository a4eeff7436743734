import type { NullGrid } from "#lib/domain/nullGrid.ts";

const percent = (share: number): string => {
  const value = 100 * share;
  return value > 0 && value < 0.1 ? "under 0.1 %" : `${value.toFixed(1)} %`;
};

/** How often the wording rule claims a difference where there is none, from the stored simulation. */
export function FalseAlarms({ grid }: { grid: NullGrid }) {
  const cells = grid.cells.toSorted(
    (a, b) => a.outlets[0] - b.outlets[0] || a.outlets[1] - b.outlets[1] || a.spread - b.spread,
  );
  const spreads = cells.flatMap(({ spread }) => (spread === 0 ? [] : spread));
  return (
    <>
      <div className="scroll" role="region" aria-label="False alarms of the wording rule" tabIndex={0}>
        <table className="data">
          <caption>
            False alarms on made-up collections in which the sides do not differ: {grid.rowsPerChart} rows a chart,{" "}
            {grid.articlesPerOutlet} articles an outlet. Where outlets differ among themselves, their log-odds spread by
            a standard deviation of {[...new Set(spreads)].join(" or ")}.
          </caption>
          <thead>
            <tr>
              <th scope="col">Outlets, side v side</th>
              <th scope="col">Outlets of a side</th>
              <th scope="col">Charts made</th>
              <th scope="col">Charts with a “clear” row (allowed 5 %)</th>
              <th scope="col">Rows that lean or are clear (allowed 20 %)</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr key={`${cell.outlets.join("v")} ${cell.spread}`}>
                <th scope="row">
                  {cell.outlets[0]} v {cell.outlets[1]}
                </th>
                <td>{cell.spread === 0 ? "alike" : "differ"}</td>
                <td className="num">{cell.charts.toLocaleString("en")}</td>
                <td className="num">{percent(cell.clearCharts)}</td>
                <td className="num">{percent(cell.claimRows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Made {grid.date} with <code>{grid.command}</code>.
      </p>
    </>
  );
}
