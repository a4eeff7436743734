import { sideSchema, type Side } from "#lib/domain/article.ts";
import type { Database } from "#lib/store/connection.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";

interface OutletRow {
  outlet: string;
  label: string;
  side: Side;
  articles: number;
  undated: number;
  teaching: boolean;
  from: string | null;
  to: string | null;
}

/** Sides stand in this order wherever they are listed: the two compared first, teaching articles and unknown ones last. */
const SIDES = sideSchema.options;

/** What is in the corpus, from group counts; days by index, so the cost follows the outlets and not the articles. */
export async function summary(db: Database): Promise<CorpusSummary> {
  const [found, events, versions] = await Promise.all([
    db.query<OutletRow>(
      `SELECT g.*, (SELECT min(day)::text FROM articles a WHERE a.outlet = g.outlet AND a.side = g.side) AS "from",
         (SELECT max(day)::text FROM articles a WHERE a.outlet = g.outlet AND a.side = g.side) AS "to"
       FROM (SELECT outlet, min(outlet_label) AS label, side, sum(articles)::int AS articles,
               coalesce(sum(articles) FILTER (WHERE week = ''), 0)::int AS undated, bool_or(teaching) AS teaching
             FROM article_groups GROUP BY outlet, side) g
       ORDER BY articles DESC, outlet`,
    ),
    db.query<{ event: string; side: Side; articles: number; from: string | null; to: string | null }>(
      `SELECT g.*, (SELECT min(day)::text FROM articles a WHERE a.event = g.event) AS "from",
         (SELECT max(day)::text FROM articles a WHERE a.event = g.event) AS "to"
       FROM (SELECT event, side, sum(articles)::int AS articles FROM article_groups WHERE event <> ''
             GROUP BY event, side) g ORDER BY event, side`,
    ),
    db.query<{ codebookVersion: string; taggerVersion: string; articles: number }>(
      `SELECT codebook_version AS "codebookVersion", tagger_version AS "taggerVersion", sum(articles)::int AS articles
       FROM article_groups GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
    ),
  ]);
  const outlets = found.toSorted((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side));
  const total = (pick: (row: OutletRow) => number): number => outlets.reduce((sum, row) => sum + pick(row), 0);
  return {
    articles: total((row) => row.articles),
    sides: sidesOf(outlets),
    outlets,
    events: eventsOf(events),
    versions,
    undated: total((row) => row.undated),
  };
}

function sidesOf(outlets: readonly OutletRow[]): CorpusSummary["sides"] {
  return [...new Set(outlets.map((row) => row.side))].map((side) => {
    const rows = outlets.filter((row) => row.side === side);
    const days = rows.flatMap(({ from, to }) => [from, to].filter((day) => day !== null)).toSorted();
    return {
      side,
      articles: rows.reduce((sum, row) => sum + row.articles, 0),
      outlets: rows.length,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
    };
  });
}

function eventsOf(
  rows: readonly { event: string; side: Side; articles: number; from: string | null; to: string | null }[],
): CorpusSummary["events"] {
  const events = new Map<string, CorpusSummary["events"][number]>();
  for (const { event, side, articles, from, to } of rows) {
    const known = events.get(event) ?? { event, articles: 0, bySide: {}, from, to };
    known.articles += articles;
    known.bySide[side] = (known.bySide[side] ?? 0) + articles;
    events.set(event, known);
  }
  return [...events.values()].toSorted((a, b) => b.articles - a.articles || (a.event < b.event ? -1 : 1));
}
