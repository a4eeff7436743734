import "./charts.css";
import { altText } from "#lib/chart/altText.ts";
import { leftToTable } from "#lib/chart/drawn.ts";
import { paramsFromFilter, type ChartFilter } from "#lib/chart/filters.ts";
import { citation, footerLines } from "#lib/chart/footer.ts";
import type { Series } from "#lib/domain/series.ts";
import { Kept } from "#app/_ui/Kept.tsx";
import { keep } from "#app/_ui/kept.ts";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count } from "#app/_ui/words.ts";
import { narrowingOf, type Narrowing } from "./addresses.ts";
import { ChartDrawing } from "./ChartDrawing.tsx";
import { CoveragePanel } from "./CoveragePanel.tsx";
import { Downloads } from "./Downloads.tsx";
import { looksOf } from "./looks.ts";
import { packSeries } from "./packed.ts";
import { TrustStrip } from "./TrustStrip.tsx";
import { Shuffle, type ShuffleRow } from "./Shuffle.tsx";
import { seriesTable } from "./tables/seriesTable.ts";

function rowsIn(series: Series): number {
  return series.shape === "timeline"
    ? series.panels.length
    : series.shape === "words"
      ? series.columns.reduce((sum, each) => sum + each.rows.length, 0)
      : series.rows.length;
}

/** Rows offered to the shuffle: those with the widest gaps come first in the default order. */
const SHUFFLED = 12;
/** Longer tables wait folded under the chart; they are in the page all the same. */
const OPEN_ROWS = 40;

/** Rows a reader may shuffle: those with a difference, without what only the drawing needs. */
function shuffled(series: Series): ShuffleRow[] {
  if (series.shape !== "paired" && series.shape !== "diverging") return [];
  return series.rows
    .filter((row) => row.difference !== null && row.shuffle !== null)
    .slice(0, SHUFFLED)
    .map(({ id, label, saying, difference, shuffle, test }) => ({ id, label, saying, difference, shuffle, test }));
}

const PACKED = new WeakMap<Series, string>();

/** What the drawing reads, packed once a series. */
function packed(series: Series): string {
  const text = PACKED.get(series) ?? packSeries(series);
  PACKED.set(series, text);
  return text;
}

/** Every number of the drawing, folded where it is long. */
function TableTwin({ series, narrowing }: { series: Series; narrowing: Narrowing }) {
  const id = keep(series, "table", () => seriesTable(series, narrowing));
  return (
    <details className="table-twin" open={rowsIn(series) <= OPEN_ROWS}>
      <summary>The same in numbers</summary>
      <Kept key={id} id={id} name="table" />
    </details>
  );
}

/** What the drawing's marks are; where no side of a row has enough articles, an article each and no share. */
function unitOf(series: Series): string {
  if (series.shape !== "paired" && series.shape !== "diverging") return series.unit;
  if (series.rows.length === 0 || series.rows.some(({ a, b }) => a.rung === "share" || b.rung === "share"))
    return series.unit;
  if (series.shape === "diverging") return "one mark an article; filled where it is against or for, open where neutral";
  return series.rows.every(({ saying }) => saying === "share")
    ? "one mark an article; filled where it has what the row names"
    : `one mark an article, ×2 where two stand in one place; ${series.unit}`;
}

/** The groups with their marks, n and outlets: the key of every drawing. */
function Key({ series }: { series: Series }) {
  const looks = looksOf(series.groups);
  return (
    <p className="key">
      {series.groups.map((group, at) => (
        <span key={group.id} className="key-group">
          <SideMark side={looks[at]?.family ?? "other"} label={group.label} />{" "}
          <span className="quiet">
            {count(group.articles, "article")}
            {group.outlets > 1 ? `, ${count(group.outlets, "outlet")}` : ""}
          </span>
        </span>
      ))}
    </p>
  );
}

/** The articles of a group that has fewer than five: read them instead of counting. */
function Illustrations({ series }: { series: Series }) {
  return series.groups.map(({ id, label, listed }) =>
    listed && listed.length > 0 ? (
      <div key={id} className="illustration">
        <p>
          <strong>{label}</strong>: {count(listed.length, "article")}, an illustration and not a number. Read{" "}
          {listed.length === 1 ? "it" : "them"}:
        </p>
        <ul>
          {listed.map((article) => (
            <li key={article.id}>
              <a href={`/articles/${encodeURIComponent(article.id)}`}>{article.title || "Without a title"}</a>
            </li>
          ))}
        </ul>
      </div>
    ) : null,
  );
}

/** One chart with all it needs to be read alone. */
export function SeriesFigure({
  series,
  filter,
  made,
}: {
  series: Series;
  filter: ChartFilter;
  /** ISO day the page was made. */
  made: string;
}) {
  const query = paramsFromFilter(filter).toString();
  const address = `/charts/${series.slug}${query ? `?${query}` : ""}`;
  const narrowing = narrowingOf(filter);
  const rows = shuffled(series);
  const empty = rowsIn(series) === 0;
  const left = leftToTable(series);
  return (
    <figure className={`figure figure-${series.shape}`}>
      <figcaption>
        <p className="finding">{series.finding}</p>
        <Key series={series} />
        <p className="unit">{unitOf(series)}</p>
        {series.warnings.length > 0 ? (
          <ul className="warnings">
            {series.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        ) : null}
      </figcaption>
      <Illustrations series={series} />
      {empty ? (
        <div className="empty empty-chart">
          <p>
            <strong>Nothing to draw here.</strong>
          </p>
          <p>
            <a href={`/charts/${series.slug}`}>Show all articles</a> or <a href="/import">import more</a>.
          </p>
        </div>
      ) : (
        <ChartDrawing packed={packed(series)} narrowing={narrowing} alt={altText(series)} />
      )}
      {left ? <p className="unit left-out">{left}</p> : null}
      <TrustStrip series={series} />
      <p className="sources">
        <strong>Sources</strong> {series.sources.text}
      </p>
      <p className="limits">
        <strong>What it does not show</strong> {series.doesNotShow}
      </p>
      {series.coverage.outlets.length > 0 ? <CoveragePanel coverage={series.coverage} /> : null}
      <details className="method">
        <summary>How it is counted</summary>
        <p>{series.method}</p>
        <p>{series.intervalMethod}</p>
        {series.shape === "paired" || series.shape === "diverging" ? (
          <p>
            How firm a row is: Cohen’s h or Hedges’ g is the size of the difference, under .2 tiny; p is how often
            outlets dealt to the sides at random differ as much, q the same held to all rows of the chart; a row hangs
            on an outlet without which other words would stand here.
          </p>
        ) : null}
        {series.groups.map((group) => (
          <p key={group.id}>
            <strong>{group.label}</strong> {group.rule}
          </p>
        ))}
        <p>
          <a href="/methods">Methods</a> says how each number comes about.
        </p>
      </details>
      {rows.length > 0 ? (
        <details className="method">
          <summary>Could chance make such a gap? Shuffle</summary>
          <Shuffle
            rows={rows}
            groups={series.groups.slice(0, 2).map((group) => group.id)}
            weighting={filter.weighting}
            numbers={`/charts/${series.slug}/json${query ? `?${query}` : ""}`}
          />
        </details>
      ) : null}
      <Downloads
        slug={series.slug}
        query={query}
        question={series.question}
        finding={series.finding}
        footer={footerLines(series)}
        cite={citation(series, made, address)}
      />
      {empty ? null : <TableTwin series={series} narrowing={narrowing} />}
    </figure>
  );
}
