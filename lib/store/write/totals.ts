import type { Queryable } from "#lib/store/connection.ts";
import type { Group, Share } from "./groups.ts";
import type { Cell } from "./sums.ts";

const COLUMNS = "outlet, side, sub_group, teaching, machine_translated, language, wire";

/** The part of a group that totals keep apart. */
function totalOf({ outlet, side, sub_group, teaching, machine_translated, language, wire }: Group) {
  return { outlet, side, sub_group, teaching, machine_translated, language, wire };
}

/** Adds to the totals what `addToSums` adds to the finer sums, and the words. Part of the caller's transaction. */
export async function addToTotals(
  tx: Queryable,
  groups: readonly { group: Group; articles: number }[],
  cells: readonly Cell[],
  keyIds: ReadonlyMap<string, number>,
  shares: readonly Share[],
  sign: 1 | -1,
): Promise<void> {
  const names = groups.map(({ group }) => JSON.stringify(totalOf(group)));
  const articles = new Map<string, number>();
  for (const [at, name] of names.entries()) {
    articles.set(name, (articles.get(name) ?? 0) + (groups[at]?.articles ?? 0));
  }
  const ids = await upsertTotals(tx, articles);
  const sums = new Map<string, Cell & { total: number }>();
  for (const cell of cells) {
    const total = ids.get(names[cell.group] ?? "") ?? 0;
    const found = sums.get(`${total} ${cell.key}`);
    if (!found) sums.set(`${total} ${cell.key}`, { ...cell, total });
    else {
      found.n += cell.n;
      found.abstained += cell.abstained;
      found.sum += cell.sum;
      found.squares += cell.squares;
    }
  }
  const rows = [...sums.values()];
  await tx.query(
    `INSERT INTO total_sums (key_id, total_id, n, abstained, sum, sum_squares)
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::float8[], $6::float8[])
     ON CONFLICT (key_id, total_id) DO UPDATE SET n = total_sums.n + excluded.n,
       abstained = total_sums.abstained + excluded.abstained, sum = total_sums.sum + excluded.sum,
       sum_squares = total_sums.sum_squares + excluded.sum_squares`,
    [
      rows.map((row) => keyIds.get(row.key)!),
      rows.map((row) => row.total),
      rows.map((row) => row.n),
      rows.map((row) => row.abstained),
      rows.map((row) => row.sum),
      rows.map((row) => row.squares),
    ],
  );
  await addTerms(tx, shares, ids, sign);
  await tx.query("SELECT nextval('corpus_changes')");
  if (sign === -1) {
    await tx.run(
      "DELETE FROM total_sums WHERE n = 0; DELETE FROM term_sums WHERE articles = 0; DELETE FROM total_groups WHERE articles = 0",
    );
  }
}

async function upsertTotals(tx: Queryable, articles: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const rows = [...articles].map(([name, count]) => ({
    ...(JSON.parse(name) as ReturnType<typeof totalOf>),
    articles: count,
  }));
  const stored = await tx.query<ReturnType<typeof totalOf> & { id: number }>(
    `INSERT INTO total_groups (${COLUMNS}, articles)
     SELECT ${COLUMNS}, articles FROM jsonb_to_recordset($1::text::jsonb) AS g (outlet text, side text, sub_group text,
       teaching boolean, machine_translated boolean, language text, wire text, articles integer)
     ON CONFLICT (${COLUMNS}) DO UPDATE SET articles = total_groups.articles + excluded.articles
     RETURNING id, ${COLUMNS}`,
    [JSON.stringify(rows)],
  );
  return new Map(
    stored.map(({ id, outlet, side, sub_group, teaching, machine_translated, language, wire }) => [
      JSON.stringify({ outlet, side, sub_group, teaching, machine_translated, language, wire }),
      id,
    ]),
  );
}

async function addTerms(
  tx: Queryable,
  shares: readonly Share[],
  ids: ReadonlyMap<string, number>,
  sign: 1 | -1,
): Promise<void> {
  const totals: number[] = [];
  const terms: string[] = [];
  const articles: number[] = [];
  const uses: number[] = [];
  const squares: number[] = [];
  const place = new Map<string, number>();
  for (const { group, measures } of shares) {
    const total = ids.get(JSON.stringify(totalOf(group))) ?? 0;
    for (const { measure, target, value } of measures) {
      if (measure !== "term" || value === null) continue;
      const name = `${total} ${target}`;
      let at = place.get(name);
      if (at === undefined) {
        at = totals.push(total) - 1;
        place.set(name, at);
        terms.push(target);
        articles.push(0);
        uses.push(0);
        squares.push(0);
      }
      articles[at] = articles[at]! + sign;
      uses[at] = uses[at]! + sign * value;
      squares[at] = squares[at]! + sign * value * value;
    }
  }
  if (terms.length === 0) return;
  await tx.query(
    `INSERT INTO term_sums (total_id, term, articles, uses, squares)
     SELECT * FROM unnest($1::int[], $2::text[], $3::int[], $4::int[], $5::int[])
     ON CONFLICT (total_id, term) DO UPDATE SET articles = term_sums.articles + excluded.articles,
       uses = term_sums.uses + excluded.uses, squares = term_sums.squares + excluded.squares`,
    [totals, terms, articles, uses, squares],
  );
}
