import { store } from "#app/_database.ts";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { eventLabel, titleOf } from "#app/_ui/words.ts";
import type { Article } from "#lib/domain/article.ts";

const SHOWN = 6;

/** Other reports of the same event, those of another side first; each opens beside this one. */
export async function SameEvent({ article }: { article: Article }) {
  if (article.event === null) {
    return (
      <p className="no-print">
        <a href={`/compare?a=${encodeURIComponent(article.id)}`}>Compare with another article</a>
      </p>
    );
  }
  const { rows, total } = await (await store()).list({ event: article.event, limit: 60 });
  const others = rows
    .filter((row) => row.id !== article.id)
    .toSorted((a, b) => Number(a.side === article.side) - Number(b.side === article.side));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="same-event" className="no-print">
      <h2 id="same-event">The same event elsewhere</h2>
      <ul className="list">
        {others.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <a href={`/compare?a=${encodeURIComponent(article.id)}&b=${encodeURIComponent(row.id)}`}>
              {titleOf(row.title, row.opening)}
            </a>
            <p className="facts">
              <SideMark side={row.side} />
              <span>{row.outletName ?? "outlet not known"}</span>
              <span>{row.day ?? "undated"}</span>
            </p>
          </li>
        ))}
      </ul>
      {total - 1 > SHOWN ? (
        <p>
          <a href={`/articles?event=${encodeURIComponent(article.event)}`}>
            All {total} of “{eventLabel(article.event)}”
          </a>
        </p>
      ) : null}
    </section>
  );
}
