import type { TermCount } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { TermFilter, TermMember, Terms } from "#lib/store/contract.ts";
import { compactRows } from "./compact.ts";
import { termsOfArticles } from "./articleValues.ts";

type Counted = readonly [group: number, term: string, articles: number, outlets: number, uses: number, squares: number];

/**
 * Words per group; what fewer than `least` articles of all groups use is left out, "*" counts all words. Read from ready
 * sums, except for one event or days, where the articles themselves are read.
 */
export async function terms(
  db: Database,
  groups: readonly (readonly TermMember[])[],
  filter: TermFilter,
): Promise<Terms> {
  if (filter.event !== undefined || filter.from !== undefined || filter.to !== undefined) {
    return termsOfArticles(db, groups, filter);
  }
  const placed = groups.flatMap((members, group) => members.map((member) => ({ ...member, group })));
  const values: unknown[] = [
    placed.map((each) => each.outlet),
    placed.map((each) => each.side),
    placed.map((each) => each.subGroup ?? ""),
    placed.map((each) => each.group),
    filter.teaching,
    filter.least,
  ];
  const narrowed: string[] = [];
  if (filter.language !== undefined) narrowed.push(`t.language = $${values.push(filter.language)}`);
  if (filter.machineTranslated !== undefined) {
    narrowed.push(`t.machine_translated = $${values.push(filter.machineTranslated)}`);
  }
  if (filter.wireOnce === true) narrowed.push("t.wire <> 'copy'");
  const rows = await compactRows<Counted>(
    db,
    ['"group"', "term", "articles", "outlets", "uses", "squares"],
    `WITH chosen AS (
       SELECT t.id, t.outlet, p.place AS "group" FROM total_groups t
         JOIN unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS p (outlet, side, sub_group, place)
           ON p.outlet = t.outlet AND p.side = t.side AND p.sub_group = t.sub_group
         WHERE ${["t.teaching = $5", ...narrowed].join(" AND ")}),
     counted AS (
       SELECT c."group", s.term, sum(s.articles)::int AS articles, count(DISTINCT c.outlet)::int AS outlets,
         sum(s.uses)::int AS uses, sum(s.squares)::int AS squares
       FROM term_sums s JOIN chosen c ON c.id = s.total_id GROUP BY 1, 2),
     together AS (SELECT *, sum(articles) OVER (PARTITION BY term) AS everywhere FROM counted)
     SELECT * FROM together WHERE everywhere >= $6 OR term = '*' ORDER BY term, "group"`,
    values,
  );
  return { counts: rows.map(toCount), sampled: null };
}

function toCount([group, term, articles, outlets, uses, squares]: Counted): TermCount {
  return { group, term, articles, outlets, uses, squares };
}

/** The change counter: equal numbers mean that nothing was written in between. */
export async function revision(db: Database): Promise<number> {
  const [row] = await db.query<{ changes: number }>("SELECT changes::float8 AS changes FROM corpus_revision");
  return row?.changes ?? 0;
}
