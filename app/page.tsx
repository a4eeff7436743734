import { buildSeries, corpusSummary, filterFor } from "#app/_charts/load.ts";
import { MiniGap } from "#app/_charts/MiniGap.tsx";
import { Badge } from "#app/_ui/Badge.tsx";
import { Notice, TeachingNotice } from "#app/_ui/Notice.tsx";
import { VersionBanner } from "#app/_ui/VersionBanner.tsx";
import { CorpusTable } from "#app/_ui/CorpusTable.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { WaysIn } from "#app/_ui/WaysIn.tsx";
import { count, dayRange } from "#app/_ui/words.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { paramsFromFilter } from "#lib/chart/filters.ts";
import { topDifferences, type TopDifference } from "#lib/chart/differences.ts";

const NAMED = 5;
const FROM_ONE_CHART = 2;

/** The strongest differences, but not all of one chart: a reader should see that the sides may differ in several ways. */
function spread(all: readonly TopDifference[]): TopDifference[] {
  const used = new Map<string, number>();
  const chosen = all.filter(({ slug }) => {
    const before = used.get(slug) ?? 0;
    used.set(slug, before + 1);
    return before < FROM_ONE_CHART;
  });
  return chosen.slice(0, NAMED);
}

export default async function Overview() {
  const summary = await corpusSummary();
  const filter = filterFor(new URLSearchParams(), summary);
  const compared = [...definitions.values()].filter(({ grain }) => grain === "totals");
  const series = await Promise.all(compared.map((each) => buildSeries(each, filter, summary)));
  const { rows: all, missing } = topDifferences(series, 200);
  const rows = spread(all);
  const query = paramsFromFilter(filter).toString();
  const days = summary.outlets
    .flatMap((each) => [each.from, each.to])
    .filter((day) => day !== null)
    .toSorted();
  return (
    <>
      <h1>The same event, told from two sides</h1>
      <p className="lead">
        Parallax reads news reports and marks, in the words themselves, how each is framed, whose voices it carries and
        how it speaks of whom. The two sides stand beside each other; a difference is not an error.
      </p>
      <VersionBanner summary={summary} />
      <TeachingNotice summary={summary} />
      {summary.articles === 0 ? (
        <Notice title="No articles yet.">
          <a href="/import">Import your own</a>, or run <code>npx parallax import corpus/articles</code>, which brings
          the teaching articles.
        </Notice>
      ) : null}

      {summary.articles === 0 ? null : (
        <section aria-labelledby="differences">
          <h2 id="differences">{rows.length > 0 ? "Where the sides differ most" : "Cannot tell yet"}</h2>
          {rows.length > 0 ? (
            <ol className="differences">
              {rows.map(({ slug, title, row, groups }) => (
                <li key={`${slug}:${row.id}`}>
                  <div>
                    <a href={`/charts/${slug}${query ? `?${query}` : ""}`}>{row.label}</a>
                    <span className="quiet">{title}</span> <Badge>{row.wording}</Badge>
                    <p>{row.sentence}</p>
                  </div>
                  <MiniGap row={row} groups={groups} />
                </li>
              ))}
            </ol>
          ) : (
            <p>{missing}</p>
          )}
        </section>
      )}

      <section aria-labelledby="ways">
        <h2 id="ways">Ways in</h2>
        <WaysIn />
      </section>

      {summary.articles === 0 ? null : (
        <section aria-labelledby="corpus">
          <h2 id="corpus">What is in the collection</h2>
          <p>
            {count(summary.articles, "article")} from {count(summary.outlets.length, "outlet")},{" "}
            {dayRange(days[0] ?? null, days.at(-1) ?? null)}.
            {summary.undated > 0 ? ` ${count(summary.undated, "article")} without a date.` : ""}
          </p>
          <ul className="tally">
            {summary.sides.map(({ side, articles, outlets, from, to }) => (
              <li key={side}>
                <SideMark side={side} />
                <strong>{articles.toLocaleString("en")}</strong>
                <span className="quiet">
                  {articles === 1 ? "article" : "articles"}, {count(outlets, "outlet")}
                  <br />
                  {dayRange(from, to)}
                </span>
              </li>
            ))}
          </ul>
          <CorpusTable summary={summary} />
        </section>
      )}
    </>
  );
}
