import type { Queryable } from "#lib/store/connection.ts";
import { addCells, type Cell, type SumTable } from "./cells.ts";
import type { Counted, Group, Share } from "./groups.ts";
import { noteChange } from "./noteChange.ts";

const TOTAL = ["outlet", "side", "sub_group", "teaching", "machine_translated", "language", "wire"] as const;
type Column = (typeof TOTAL)[number] | "week";

/** Sums that keep fewer things apart than the finest ones, and where they are kept. */
interface Coarser extends SumTable {
  groups: "total_groups" | "week_groups";
  columns: readonly Column[];
  /** Columns added up. */
  counts: readonly ("articles" | "days")[];
}
const TOTALS: Coarser = {
  groups: "total_groups",
  sums: "total_sums",
  id: "total_id",
  columns: TOTAL,
  counts: ["articles"],
};
const WEEKS: Coarser = {
  groups: "week_groups",
  sums: "week_sums",
  id: "week_id",
  columns: [...TOTAL, "week"],
  counts: ["articles", "days"],
};
/** How each count is added to the one stored. */
const ADDED = {
  articles: "t.articles + excluded.articles",
  days: `ARRAY[${[1, 2, 3, 4, 5, 6, 7].map((day) => `t.days[${day}] + excluded.days[${day}]`).join(", ")}]`,
} as const;

/** A group's name among coarser ones. */
function nameOf(group: Pick<Group, Column>, columns: readonly Column[]): string {
  return JSON.stringify(columns.map((column) => group[column]));
}

/** Adds to weeks and totals what `addToSums` adds to the finer sums, and the words. Part of the caller's transaction. */
export async function addToTotals(
  tx: Queryable,
  groups: readonly Counted[],
  cells: readonly Cell[],
  keyIds: readonly number[],
  shares: readonly Share[],
  sign: 1 | -1,
): Promise<void> {
  await addCoarser(tx, WEEKS, groups, cells, keyIds);
  const ids = await addCoarser(tx, TOTALS, groups, cells, keyIds);
  await addTerms(tx, shares, ids, sign);
  await noteChange(tx);
  if (sign === -1) {
    await tx.run(
      `DELETE FROM total_sums WHERE n = 0; DELETE FROM term_sums WHERE articles = 0; DELETE FROM total_groups WHERE articles = 0;
       DELETE FROM week_sums WHERE n = 0; DELETE FROM week_groups WHERE articles = 0`,
    );
  }
}

/** Adds cells up into coarser groups and to what is stored. Returns the groups' ids by their names. */
async function addCoarser(
  tx: Queryable,
  to: Coarser,
  groups: readonly Counted[],
  cells: readonly Cell[],
  keyIds: readonly number[],
): Promise<Map<string, number>> {
  const names = groups.map(({ group }) => nameOf(group, to.columns));
  const coarser = new Map<string, Counted>();
  for (const [at, name] of names.entries()) {
    const more = groups[at]!;
    const known = coarser.get(name);
    if (known) {
      known.articles += more.articles;
      more.days.forEach((count, day) => (known.days[day]! += count));
    } else coarser.set(name, { ...more, days: [...more.days] });
  }
  const ids = await upsertGroups(tx, to, [...coarser.values()]);
  const places = new Map([...coarser.keys()].map((name, place) => [name, place]));
  await addCells(
    tx,
    to,
    together(
      cells,
      names.map((name) => places.get(name)!),
      coarser.size,
    ),
    [...coarser.keys()].map((name) => ids.get(name) ?? 0),
    keyIds,
  );
  return ids;
}

/** Cells added up into coarser groups; `into` says which one each finer group belongs to. */
function together(cells: readonly Cell[], into: readonly number[], groups: number): Cell[] {
  const sums: Cell[] = [];
  const found = Array.from({ length: groups }, () => new Map<number, Cell>());
  for (const cell of cells) {
    const group = into[cell.group]!;
    const sum = found[group]!.get(cell.key);
    if (sum) {
      sum.n += cell.n;
      sum.abstained += cell.abstained;
      sum.sum += cell.sum;
      sum.squares += cell.squares;
    } else {
      const first = { ...cell, group };
      found[group]!.set(cell.key, first);
      sums.push(first);
    }
  }
  return sums;
}

async function upsertGroups(
  tx: Queryable,
  { groups, columns, counts }: Coarser,
  added: readonly Counted[],
): Promise<Map<string, number>> {
  const names = columns.join(", ");
  const stored = await tx.query<Pick<Group, Column> & { id: number }>(
    `INSERT INTO ${groups} AS t (${names}, ${counts.join(", ")})
     SELECT ${names}, ${counts.join(", ")} FROM jsonb_to_recordset($1::text::jsonb) AS g (outlet text, side text, sub_group text,
       teaching boolean, machine_translated boolean, language text, wire text, week text, articles integer, days integer[])
     ON CONFLICT (${names}) DO UPDATE SET ${counts.map((count) => `${count} = ${ADDED[count]}`).join(", ")} RETURNING id, ${names}`,
    [JSON.stringify(added.map(({ group, articles, days }) => ({ ...group, articles, days })))],
  );
  return new Map(stored.map(({ id, ...group }) => [nameOf(group, columns), id]));
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
    const total = ids.get(nameOf(group, TOTAL)) ?? 0;
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
