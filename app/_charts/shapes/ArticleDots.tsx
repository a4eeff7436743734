import type { ArticleDot } from "#lib/domain/series.ts";
import { sayValue } from "#lib/chart/sentences.ts";
import { markPath } from "#app/_charts/looks.ts";
import { heaps } from "./fewArticles.ts";
import type { Place } from "./RowsPlot.tsx";

/** One mark an article at its own value; those in one place share a mark that says how many they are. */
export function ArticleDots({
  dots,
  place,
  y,
  shape,
  open,
}: {
  dots: readonly ArticleDot[];
  place: Place;
  y: number;
  shape: string;
  /** All articles of the row; a lone mark opens its own. */
  open: string;
}) {
  const right = place.right - 40;
  return heaps(dots, place.x).map(({ heap: [{ id, title, value }, ...more], room }) => {
    const x = place.x(value);
    const heap = more.length + 1;
    const alone = heap === 1;
    const said = `${alone ? title || "Without a title" : `${heap} articles`}: about ${sayValue(value, "mean")}`;
    return (
      <a
        key={id}
        href={alone ? `/articles/${encodeURIComponent(id)}` : open}
        aria-label={`${said}: open`}
        className="mark-link"
      >
        <path d={markPath(shape, x, y, 8)} className="dot-area" />
        <path d={markPath(shape, x, y, alone ? 3.6 : 5)} className="unit" />
        {alone || !room ? null : (
          <text
            x={x > right ? x - 8 : x + 8}
            y={y}
            textAnchor={x > right ? "end" : "start"}
            dominantBaseline="middle"
            className="row-count"
          >
            ×{heap}
          </text>
        )}
        <title>{said}</title>
      </a>
    );
  });
}
