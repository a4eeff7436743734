import type { Queryable } from "#lib/store/connection.ts";

/** What some articles of one group add to one measure; `key` and `group` are places in the lists of both. */
export interface Cell {
  key: number;
  group: number;
  n: number;
  abstained: number;
  sum: number;
  squares: number;
}

/** A table of sums and the column that names its groups. */
export interface SumTable {
  sums: "roll_ups" | "total_sums" | "week_sums";
  id: "group_id" | "total_id" | "week_id";
}

/** Adds cells to what a table has stored. Part of the caller's transaction. */
export async function addCells(
  tx: Queryable,
  { sums, id }: SumTable,
  cells: readonly Cell[],
  groupIds: readonly number[],
  keyIds: readonly number[],
): Promise<void> {
  if (cells.length === 0) return;
  await tx.query(
    `INSERT INTO ${sums} AS s (key_id, ${id}, n, abstained, sum, sum_squares)
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::float8[], $6::float8[])
     ON CONFLICT (key_id, ${id}) DO UPDATE SET n = s.n + excluded.n, abstained = s.abstained + excluded.abstained,
       sum = s.sum + excluded.sum, sum_squares = s.sum_squares + excluded.sum_squares`,
    [
      cells.map((cell) => keyIds[cell.key]!),
      cells.map((cell) => groupIds[cell.group]!),
      cells.map((cell) => cell.n),
      cells.map((cell) => cell.abstained),
      cells.map((cell) => cell.sum),
      cells.map((cell) => cell.squares),
    ],
  );
}
