import type { Queryable } from "#lib/store/connection.ts";
import { addCells, type Cell, type SumTable } from "./cells.ts";
import { weekdayOf, type Counted, type Group, type Share } from "./groups.ts";
import { addToTotals } from "./totals.ts";
import { addUncounted } from "./uncounted.ts";

/** A measure, its target and its voice. */
type Key = readonly [measure: string, target: string, voice: string];

/** Sums that keep all apart that a chart may filter by. */
const FINEST: SumTable = { sums: "roll_ups", id: "group_id" };

/** Adds (sign 1) or takes away (sign -1) what articles contribute to the roll-ups. Part of the caller's transaction. */
export async function addToSums(tx: Queryable, all: readonly Share[], sign: 1 | -1): Promise<void> {
  await addUncounted(tx, all, sign);
  // An article that answers no question, e.g. a mere headline, is no part of any n.
  const shares = all.filter(({ measures }) => measures.length > 0);
  if (shares.length === 0) return;
  const groups = new Map<string, Counted & { at: number }>();
  const keys = new Map<string, Key>();
  const places = new Map<string, number>();
  const cells: Cell[] = [];
  const found: Map<number, Cell>[] = [];
  for (const { group, measures, day } of shares) {
    const name = JSON.stringify(Object.values(group));
    const known = groups.get(name) ?? { group, articles: 0, days: [0, 0, 0, 0, 0, 0, 0], at: groups.size };
    known.articles += sign;
    if (day !== null) known.days[weekdayOf(day)]! += sign;
    groups.set(name, known);
    const its = (found[known.at] ??= new Map<number, Cell>());
    for (const { measure, target, voice, value } of measures) {
      if (measure === "term") continue;
      const called = `${measure} ${voice} ${target}`;
      let key = places.get(called);
      if (key === undefined) {
        key = places.size;
        places.set(called, key);
        keys.set(called, [measure, target, voice]);
      }
      let cell = its.get(key);
      if (!cell) {
        cell = { key, group: known.at, n: 0, abstained: 0, sum: 0, squares: 0 };
        its.set(key, cell);
        cells.push(cell);
      }
      addValue(cell, value, sign);
    }
  }
  const counted = [...groups.values()];
  const groupIds = await upsertGroups(tx, counted);
  const keyIds = await idsOfKeys(tx, [...keys.values()]);
  // Without an event the sums by week say the same.
  const named = cells.filter((cell) => counted[cell.group]!.group.event !== "");
  await addCells(tx, FINEST, named, groupIds, keyIds);
  await addToTotals(tx, counted, cells, keyIds, shares, sign);
  if (sign === -1) await dropEmpty(tx);
}

function addValue(cell: Cell, value: number | null, sign: 1 | -1): void {
  cell.n += sign;
  if (value === null) cell.abstained += sign;
  else {
    cell.sum += sign * value;
    cell.squares += sign * value * value;
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

/** Database ids of keys, in the order given. Most are stored already. */
async function idsOfKeys(tx: Queryable, keys: readonly Key[]): Promise<number[]> {
  const find = async (some: readonly Key[]): Promise<(number | null)[]> => {
    const rows = await tx.query<{ ids: string }>(
      `SELECT coalesce(json_agg(k.id ORDER BY w.place), '[]')::text AS ids
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS w (measure, target, voice, place)
         LEFT JOIN measure_keys k USING (measure, target, voice)`,
      columnsOf(some),
    );
    return JSON.parse(rows[0]!.ids) as (number | null)[];
  };
  const ids = await find(keys);
  const missing = keys.filter((_, at) => ids[at] === null);
  if (missing.length > 0) {
    await tx.query(
      `INSERT INTO measure_keys (measure, target, voice) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
       ON CONFLICT DO NOTHING`,
      columnsOf(missing),
    );
    const added = (await find(missing)).values();
    for (const [at, id] of ids.entries()) ids[at] = id ?? added.next().value ?? null;
  }
  return ids as number[];
}

const columnsOf = (keys: readonly Key[]): string[][] => [0, 1, 2].map((at) => keys.map((key) => key[at as 0 | 1 | 2]));

async function dropEmpty(tx: Queryable): Promise<void> {
  await tx.run("DELETE FROM roll_ups WHERE n = 0; DELETE FROM article_groups WHERE articles = 0");
}
