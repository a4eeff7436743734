import { store } from "#app/_database.ts";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count, eventLabel, titleOf } from "#app/_ui/words.ts";
import type { ArticleFilter, ArticleSummary, CorpusSummary, StoredArticle } from "#lib/store/contract.ts";

const SHOWN = 40;
/** Days around the first article's day in which another report may be of the same event. */
const NEAR_DAYS = 3;

function nearby(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}

/** Where to look for the other article: the event chosen, else the first article's event, else the days around it. */
function filterFor(params: URLSearchParams, a: StoredArticle | null): ArticleFilter {
  const search = params.get("search")?.trim();
  const event = params.get("event") ?? (a && !search ? a.article.event : null);
  const day = a?.article.date?.day;
  return {
    ...(event ? { event } : {}),
    ...(search ? { search, sort: "relevance" as const } : {}),
    ...(!event && !search && day ? { from: nearby(day, -NEAR_DAYS), to: nearby(day, NEAR_DAYS) } : {}),
    ...(a ? { teaching: a.article.teaching } : {}),
    limit: 200,
  };
}

function href(params: URLSearchParams, a: StoredArticle | null, row: ArticleSummary): string {
  const next = new URLSearchParams();
  if (a) {
    next.set("a", a.article.id);
    next.set("b", row.id);
  } else next.set("a", row.id);
  const event = params.get("event");
  if (event) next.set("event", event);
  return `/compare?${next.toString()}`;
}

/** Choosing by event or by words; the first choice stands left, the second right. */
export async function Choose({
  params,
  a,
  b,
  summary,
}: {
  params: URLSearchParams;
  a: StoredArticle | null;
  b: StoredArticle | null;
  summary: CorpusSummary;
}) {
  if (summary.articles === 0) {
    return (
      <p className="empty">
        No articles yet. <a href="/import">Import some</a>
      </p>
    );
  }
  const filter = filterFor(params, a);
  const { rows, total } = await (await store()).list(filter);
  const offered = rows
    .filter((row) => row.id !== a?.article.id && row.id !== b?.article.id)
    .toSorted((x, y) => (a ? Number(x.side === a.article.side) - Number(y.side === a.article.side) : 0));
  const heading = b ? "Another report on the right" : a ? "Now the second report" : "Choose the first report";
  const where = filter.event
    ? `of the event “${eventLabel(filter.event)}”`
    : filter.search
      ? `with “${filter.search}”`
      : filter.from
        ? `within ${NEAR_DAYS} days of the first`
        : "of the collection";
  return (
    <section aria-labelledby="choose" className="no-print">
      <h2 id="choose">{heading}</h2>
      {a && !b ? (
        <p>
          On the left: <a href={`/articles/${encodeURIComponent(a.article.id)}`}>{a.article.title}</a>,{" "}
          {a.article.outletName ?? "outlet not known"}. <a href="/compare">Start over</a>
        </p>
      ) : null}
      <form className="choices" action="/compare" method="get" aria-label="Find an article">
        {a ? <input type="hidden" name="a" value={a.article.id} /> : null}
        {summary.events.length > 0 ? (
          <label>
            Event
            <select name="event" defaultValue={filter.event ?? ""}>
              <option value="">Any</option>
              {summary.events.map(({ event, articles }) => (
                <option key={event} value={event}>
                  {eventLabel(event)} ({articles})
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label className="wide-field">
          Words
          <input type="search" name="search" defaultValue={filter.search ?? ""} />
        </label>
        <button type="submit">Find</button>
      </form>
      <p className="quiet">
        {count(total, "article")} {where}
      </p>
      <ul className="list">
        {offered.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <a className="list-title" href={href(params, a, row)}>
              {titleOf(row.title, row.opening)}
            </a>
            <p className="facts">
              <SideMark side={row.side} />
              <span>{row.outletName ?? "outlet not known"}</span>
              <span>{row.day ?? "undated"}</span>
              {row.event && !filter.event ? <span>{eventLabel(row.event)}</span> : null}
            </p>
          </li>
        ))}
      </ul>
      {offered.length > SHOWN ? <p className="quiet">The first {SHOWN} are shown; words narrow the list.</p> : null}
      {offered.length === 0 ? <p className="empty">Nothing else fits. Try other words or another event.</p> : null}
    </section>
  );
}
