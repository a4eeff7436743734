import type { HeatmapSeries, Series, TimelineSeries, WordsSeries } from "#lib/domain/series.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { sayValue } from "#lib/chart/sentences.ts";
import { articlesHref, type Narrowing } from "#app/_charts/addresses.ts";
import { PairedTable } from "./PairedTable.tsx";

function HeatmapTable({ series, narrowing }: { series: HeatmapSeries; narrowing: Narrowing }) {
  return (
    <table className="data">
      <caption>
        {series.question} Value and n; {series.saying === "share" ? "k of n" : "n alone"} under {SHARES_FROM} articles.
      </caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          {series.columns.map((column) => (
            <th key={`${column.group}:${column.outlet}`} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {series.columns.map((column, at) => {
              const cell = row.cells[at];
              const told = cell && cell.value !== null && cell.n >= SHARES_FROM;
              const counted =
                series.saying === "share" && cell && !told ? `${cell.k} of ${cell.n}` : `n ${cell?.n ?? 0}`;
              return (
                <td key={`${column.group}:${column.outlet}`} className="num">
                  {told ? sayValue(cell.value ?? 0, series.saying) : "–"}
                  <span className="interval">
                    {cell && cell.n > 0 ? (
                      <a
                        href={articlesHref(narrowing, { id: column.group }, row.behind, { outlet: column.outlet })}
                        aria-label={`${cell.n} articles of ${column.label}, ${row.label}: open them`}
                      >
                        {counted}
                      </a>
                    ) : (
                      "n 0"
                    )}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TimelineTable({ series }: { series: TimelineSeries }) {
  const lines = series.panels.flatMap((panel) => panel.lines.map((line) => ({ panel, line })));
  return (
    <table className="data">
      <caption>{series.question} Value where a week has thirty articles, k of n or n otherwise.</caption>
      <thead>
        <tr>
          <th scope="col">Panel</th>
          <th scope="col">Group</th>
          {series.weeks.map((week) => (
            <th key={week} scope="col">
              {week}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ panel, line }) => (
          <tr key={`${panel.id}:${line.group}`}>
            <th scope="row">{panel.label}</th>
            <td>{series.groups.find((group) => group.id === line.group)?.label}</td>
            {line.points.map((point) => (
              <td key={point.week} className="num">
                {point.n === 0
                  ? ""
                  : point.value !== null && point.n >= SHARES_FROM
                    ? sayValue(point.value, series.saying)
                    : series.saying === "share"
                      ? `${point.k} of ${point.n}`
                      : `n ${point.n}`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WordsTable({ series, narrowing }: { series: WordsSeries; narrowing: Narrowing }) {
  return (
    <table className="data">
      <caption>{series.question}</caption>
      <thead>
        <tr>
          <th scope="col">Word</th>
          <th scope="col">Of</th>
          <th scope="col">Log-odds, 95 %</th>
          <th scope="col">z</th>
          {series.groups.map((group) => (
            <th key={group.id} scope="col">
              {group.label}: articles, outlets, per million
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.columns.flatMap((column, at) =>
          column.rows.map((row) => (
            <tr key={`${column.group}:${row.term}`}>
              <th scope="row">
                <a href={articlesHref(narrowing, { id: column.group }, null, { search: row.term })}>{row.term}</a>
              </th>
              <td>{series.groups[at]?.label}</td>
              <td className="num">
                {row.value.toFixed(2)}
                <span className="interval">
                  {row.interval[0].toFixed(2)} to {row.interval[1].toFixed(2)}
                </span>
              </td>
              <td className="num">{row.z.toFixed(1)}</td>
              {row.uses.map((use, of) => (
                <td key={series.groups[of]?.id ?? of} className="num">
                  {use.articles}, {use.outlets}, {Math.round(use.perMillion)}
                </td>
              ))}
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function Rows({ series, narrowing }: { series: Series; narrowing: Narrowing }) {
  switch (series.shape) {
    case "paired":
    case "diverging":
      return <PairedTable series={series} narrowing={narrowing} />;
    case "heatmap":
      return <HeatmapTable series={series} narrowing={narrowing} />;
    case "timeline":
      return <TimelineTable series={series} />;
    case "words":
      return <WordsTable series={series} narrowing={narrowing} />;
    default:
      return series satisfies never;
  }
}

/** The chart in numbers. Rendered on the server always: the drawing needs scripts, the figures do not. */
export function SeriesTable({ series, narrowing }: { series: Series; narrowing: Narrowing }) {
  return (
    <div className="scroll" role="region" aria-label={`${series.title}, table`} tabIndex={0}>
      <Rows series={series} narrowing={narrowing} />
    </div>
  );
}
