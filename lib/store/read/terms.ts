import type { TermCount } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";

/** Words per group of outlets; what fewer than `least` articles of all groups use is left out, "*" counts all words. */
export async function terms(
  db: Database,
  groups: readonly (readonly string[])[],
  filter: { teaching: boolean; least: number; wireOnce?: boolean },
): Promise<TermCount[]> {
  const placed = groups.flatMap((outlets, group) => outlets.map((outlet) => ({ outlet, group })));
  return db.query<TermCount>(
    `WITH chosen AS (
       SELECT t.id, t.outlet, p.place AS "group" FROM total_groups t
         JOIN unnest($1::text[], $2::int[]) AS p (outlet, place) ON p.outlet = t.outlet
       WHERE t.teaching = $3${filter.wireOnce === true ? " AND t.wire <> 'copy'" : ""}),
     counted AS (
       SELECT c."group", s.term, sum(s.articles)::int AS articles, count(DISTINCT c.outlet)::int AS outlets,
         sum(s.uses)::int AS uses, sum(s.squares)::int AS squares
       FROM term_sums s JOIN chosen c ON c.id = s.total_id GROUP BY 1, 2),
     enough AS (SELECT term FROM counted GROUP BY term HAVING sum(articles) >= $4 OR term = '*')
     SELECT counted.* FROM counted JOIN enough USING (term) ORDER BY term, "group"`,
    [placed.map((each) => each.outlet), placed.map((each) => each.group), filter.teaching, filter.least],
  );
}

/** The change counter: equal numbers mean that nothing was written in between. */
export async function revision(db: Database): Promise<number> {
  const [row] = await db.query<{ changes: number }>("SELECT last_value::float8 AS changes FROM corpus_changes");
  return row?.changes ?? 0;
}
