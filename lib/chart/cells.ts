import type { OutletSums } from "#lib/compare/bootstrap.ts";
import type { RollUp } from "#lib/domain/coding.ts";
import type { Side } from "#lib/domain/article.ts";
import type { ChartFilter } from "./filters.ts";

/** One outlet's sums for one row of a chart; `n` = articles with an answer. */
export interface Cell {
  outlet: string;
  n: number;
  abstained: number;
  sum: number;
  sumSquares: number;
}

/** The roll-ups a filter lets through: its event, its sides, and teaching articles or real ones, never both. */
export function chosen(rollUps: readonly RollUp[], filter: ChartFilter): RollUp[] {
  return rollUps.filter(
    (each) =>
      each.teaching === filter.teaching &&
      (filter.event === null || each.event === filter.event) &&
      (each.side === filter.a || each.side === filter.b),
  );
}

/** Sums per outlet of one side for one target and voice, outlets in id order. */
export function cellsOf(rollUps: readonly RollUp[], side: Side, target: string, voice: RollUp["voice"]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const each of rollUps) {
    if (each.side !== side || each.target !== target || each.voice !== voice) continue;
    const cell = cells.get(each.outlet) ?? { outlet: each.outlet, n: 0, abstained: 0, sum: 0, sumSquares: 0 };
    cell.n += each.n - each.abstained;
    cell.abstained += each.abstained;
    cell.sum += each.sum;
    cell.sumSquares += each.sumSquares;
    cells.set(each.outlet, cell);
  }
  return [...cells.values()].sort((left, right) => (left.outlet < right.outlet ? -1 : 1));
}

/** A cell as the sums lib/compare resamples; null where no article has an answer. */
export function outletSums(cell: Cell, kind: OutletSums["kind"]): OutletSums | null {
  if (cell.n <= 0) return null;
  if (kind === "share") return { kind, k: cell.sum, n: cell.n };
  const mean = cell.sum / cell.n;
  const variance = cell.n > 1 ? Math.max(0, (cell.sumSquares - cell.n * mean * mean) / (cell.n - 1)) : 0;
  return { kind, n: cell.n, mean, variance };
}
