import { DOTS_FROM } from "#lib/compare/ladder.ts";
import type { PairedRow, Series } from "#lib/domain/series.ts";

type Row = Pick<PairedRow, "a" | "b">;

const hasMark = ({ a, b }: Row): boolean => a.rung !== "illustration" || b.rung !== "illustration";

/** Rows worth a line of a drawing: some side has five articles; all of them where no row has. The table has every row. */
export function drawnRows<R extends Row>(rows: readonly R[]): readonly R[] {
  const marked = rows.filter(hasMark);
  return marked.length === 0 ? rows : marked;
}

/** Says how many rows a paired drawing leaves to the table; null where it has them all. */
export function leftToTable(series: Series): string | null {
  if (series.shape !== "paired") return null;
  const left = series.rows.length - drawnRows(series.rows).length;
  if (left === 0) return null;
  return `${left === 1 ? "1 row" : `${left} rows`} with fewer than ${DOTS_FROM} articles on each side ${left === 1 ? "is" : "are"} not drawn; the table has ${left === 1 ? "it" : "them"}.`;
}
