import type { Database } from "#lib/store/connection.ts";
import type { TermFilter, TermMember, Terms } from "#lib/store/contract.ts";
import { termsOfArticles } from "./articleValues.ts";
import { TermCounts } from "./termCounts.ts";

/** The sums of one group of articles: its words, a line each, and their numbers in the same order. */
type Row = { group: number; outlet: string } & Record<"terms" | "articles" | "uses" | "squares", string>;

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
  ];
  const narrowed: string[] = [];
  if (filter.language !== undefined) narrowed.push(`t.language = $${values.push(filter.language)}`);
  if (filter.machineTranslated !== undefined) {
    narrowed.push(`t.machine_translated = $${values.push(filter.machineTranslated)}`);
  }
  if (filter.wireOnce === true) narrowed.push("t.wire <> 'copy'");
  // Added up here: the database sorts all words of all outlets to count the outlets of each.
  const list = (column: string): string => `array_to_string(array_agg(s.${column}), ',') AS ${column}`;
  const rows = await db.query<Row>(
    `WITH chosen AS (SELECT t.id, t.outlet, p.place FROM total_groups t
         JOIN unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS p (outlet, side, sub_group, place)
           ON p.outlet = t.outlet AND p.side = t.side AND p.sub_group = t.sub_group
         WHERE ${["t.teaching = $5", ...narrowed].join(" AND ")}),
       sums AS (SELECT s.total_id, array_to_string(array_agg(s.term), E'\\n') AS terms,
           ${["articles", "uses", "squares"].map(list).join(", ")}
         FROM term_sums s WHERE s.total_id = ANY(ARRAY(SELECT id FROM chosen)) GROUP BY 1)
     SELECT c.place AS "group", c.outlet, s.terms, s.articles, s.uses, s.squares
     FROM sums s JOIN chosen c ON c.id = s.total_id ORDER BY c.outlet`,
    values,
  );
  const counted = new TermCounts(groups.length);
  for (const { group, outlet, ...row } of rows) {
    const [articles, uses, squares] = [row.articles, row.uses, row.squares].map(
      (each) => JSON.parse(`[${each}]`) as number[],
    );
    for (const [at, term] of row.terms.split("\n").entries()) {
      counted.add(group, outlet, term, articles![at]!, uses![at]!, squares![at]!);
    }
  }
  return { counts: counted.enough(filter.least), sampled: null };
}

/** The change counter: equal numbers mean that nothing was written in between. */
export async function revision(db: Database): Promise<number> {
  const [row] = await db.query<{ changes: number }>("SELECT changes::float8 AS changes FROM corpus_revision");
  return row?.changes ?? 0;
}
