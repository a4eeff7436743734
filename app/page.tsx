import { store } from "#app/_database.ts";
import { buildSeries, filterFor } from "#app/_charts/load.ts";
import { Notice, TeachingNotice, VersionBanner } from "#app/_ui/Notice.tsx";
import { CorpusTable } from "#app/_ui/CorpusTable.tsx";
import { WaysIn } from "#app/_ui/WaysIn.tsx";
import { count, dayRange } from "#app/_ui/words.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { paramsFromFilter } from "#lib/chart/filters.ts";
import { topDifferences } from "#lib/chart/differences.ts";

export default async function Overview() {
  const summary = await (await store()).summary();
  const filter = filterFor(new URLSearchParams(), summary);
  const series = await Promise.all([...definitions.values()].map((each) => buildSeries(each, filter, summary)));
  const { rows, missing } = topDifferences(series, 5);
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
          <a href="/import">Import your own</a>, or run <code>npx parallax start</code>, which brings the teaching
          articles.
        </Notice>
      ) : null}

      <section aria-labelledby="differences">
        <h2 id="differences">{rows.length > 0 ? "Where the sides differ most" : "Cannot tell yet"}</h2>
        {rows.length > 0 ? (
          <ol className="differences">
            {rows.map(({ slug, title, row }) => (
              <li key={`${slug}:${row.id}`}>
                <a href={`/charts/${slug}${query ? `?${query}` : ""}`}>{row.label}</a>
                <span className="quiet">{title}</span>
                <p>{row.sentence}</p>
              </li>
            ))}
          </ol>
        ) : (
          <p>{missing}</p>
        )}
      </section>

      <section aria-labelledby="ways">
        <h2 id="ways">Ways in</h2>
        <WaysIn />
      </section>

      <section aria-labelledby="corpus">
        <h2 id="corpus">What is in the collection</h2>
        <p>
          {count(summary.articles, "article")} from {count(summary.outlets.length, "outlet")},{" "}
          {dayRange(days[0] ?? null, days.at(-1) ?? null)}.
          {summary.undated > 0 ? ` ${count(summary.undated, "article")} without a date.` : ""}
        </p>
        <CorpusTable summary={summary} />
      </section>
    </>
  );
}
