import type { Measure } from "#lib/domain/coding.ts";
import type { Queryable } from "#lib/store/connection.ts";
import { weekdayOf, type Counted, type Group, type Share } from "./groups.ts";
import { addToTotals } from "./totals.ts";
import { addUncounted } from "./uncounted.ts";

export interface Cell {
  key: string;
  group: number;
  n: number;
  abstained: number;
  sum: number;
  squares: number;
}

/** Adds (sign 1) or takes away (sign -1) what articles contribute to the roll-ups. Part of the caller's transaction. */
export async function addToSums(tx: Queryable, all: readonly Share[], sign: 1 | -1): Promise<void> {
  await addUncounted(tx, all, sign);
  // An article that answers no question, e.g. a mere headline, is no part of any n.
  const shares = all.filter(({ measures }) => measures.length > 0);
  if (shares.length === 0) return;
  const groups = new Map<string, Counted & { at: number }>();
  const cells = new Map<string, Cell>();
  for (const { group, measures, day } of shares) {
    const name = JSON.stringify(Object.values(group));
    const known = groups.get(name) ?? { group, articles: 0, days: [0, 0, 0, 0, 0, 0, 0], at: groups.size };
    known.articles += sign;
    if (day !== null) known.days[weekdayOf(day)]! += sign;
    groups.set(name, known);
    for (const measure of measures) if (measure.measure !== "term") addMeasure(cells, known.at, measure, sign);
  }
  const groupIds = await upsertGroups(tx, [...groups.values()]);
  const keyIds = await idsOfKeys(tx, [...new Set([...cells.values()].map((cell) => cell.key))]);
  await upsertCells(tx, [...cells.values()], groupIds, keyIds);
  await addToTotals(tx, [...groups.values()], [...cells.values()], keyIds, shares, sign);
  if (sign === -1) await dropEmpty(tx);
}

function addMeasure(cells: Map<string, Cell>, group: number, measure: Measure, sign: 1 | -1): void {
  const key = JSON.stringify([measure.measure, measure.target, measure.voice]);
  const name = `${group} ${key}`;
  let cell = cells.get(name);
  if (!cell) {
    cell = { key, group, n: 0, abstained: 0, sum: 0, squares: 0 };
    cells.set(name, cell);
  }
  cell.n += sign;
  if (measure.value === null) cell.abstained += sign;
  else {
    cell.sum += sign * measure.value;
    cell.squares += sign * measure.value * measure.value;
  }
}

/** Database ids of groups, in the order given. */
async function upsertGroups(tx: Queryable, groups: readonly Counted[]): Promise<number[]> {
  const rows = groups.map(({ group, articles }) => ({ ...group, articles }));
  const columns =
    "outlet, outlet_label, side, sub_group, teaching, machine_translated, event, language, week, codebook_version, tagger_version, wire";
  const stored = await tx.query<Group & { id: number }>(
    `INSERT INTO article_groups (${columns}, articles)
     SELECT ${columns}, articles FROM jsonb_to_recordset($1::text::jsonb) AS g (outlet text, outlet_label text, side text,
       sub_group text, teaching boolean, machine_translated boolean, event text, language text, week text,
       codebook_version text, tagger_version text, wire text, articles integer)
     ON CONFLICT (${columns}) DO UPDATE SET articles = article_groups.articles + excluded.articles
     RETURNING id, ${columns}`,
    [JSON.stringify(rows)],
  );
  const nameOf = (group: Group): string =>
    JSON.stringify(Object.keys(groups[0]!.group).map((column) => group[column as keyof Group]));
  const ids = new Map(stored.map((row) => [nameOf(row), row.id]));
  return groups.map(({ group }) => ids.get(nameOf(group))!);
}

async function idsOfKeys(tx: Queryable, keys: string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const parts = keys.map((key) => JSON.parse(key) as [string, string, string]);
  const columns = [0, 1, 2].map((at) => parts.map((part) => part[at as 0 | 1 | 2]));
  const wanted = "SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS w (measure, target, voice)";
  await tx.query(
    `INSERT INTO measure_keys (measure, target, voice) ${wanted} EXCEPT SELECT measure, target, voice FROM measure_keys
     ON CONFLICT DO NOTHING`,
    columns,
  );
  const rows = await tx.query<{ id: number; measure: string; target: string; voice: string }>(
    `SELECT k.* FROM (${wanted}) w JOIN measure_keys k USING (measure, target, voice)`,
    columns,
  );
  return new Map(rows.map((row) => [JSON.stringify([row.measure, row.target, row.voice]), row.id]));
}

async function upsertCells(
  tx: Queryable,
  cells: readonly Cell[],
  groupIds: readonly number[],
  keyIds: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.query(
    `INSERT INTO roll_ups (key_id, group_id, n, abstained, sum, sum_squares)
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::float8[], $6::float8[])
     ON CONFLICT (key_id, group_id) DO UPDATE SET n = roll_ups.n + excluded.n,
       abstained = roll_ups.abstained + excluded.abstained, sum = roll_ups.sum + excluded.sum,
       sum_squares = roll_ups.sum_squares + excluded.sum_squares`,
    [
      cells.map((cell) => keyIds.get(cell.key)!),
      cells.map((cell) => groupIds[cell.group]!),
      cells.map((cell) => cell.n),
      cells.map((cell) => cell.abstained),
      cells.map((cell) => cell.sum),
      cells.map((cell) => cell.squares),
    ],
  );
}

async function dropEmpty(tx: Queryable): Promise<void> {
  await tx.run("DELETE FROM roll_ups WHERE n = 0; DELETE FROM article_groups WHERE articles = 0");
}
