import { meanOfOutlets, outletMean, type OutletSums } from "#lib/compare/bootstrap.ts";
import { cohenH } from "#lib/compare/cohenH.ts";
import { hedgesG, type Moments } from "#lib/compare/hedgesG.ts";
import { differenceOfSides, sideInterval, type Scale } from "#lib/compare/intervals.ts";
import { ladder } from "#lib/compare/ladder.ts";
import { seededRandom, seedFrom } from "#lib/compare/random.ts";
import { wordingRule } from "#lib/compare/wordingRule.ts";
import type { Estimate, OutletPoint, PairedRow } from "#lib/domain/series.ts";
import { outletSums, type Cell } from "./cells.ts";
import { saySentence, type Saying } from "./sentences.ts";

export interface RowSide {
  id: string;
  label: string;
  cells: readonly Cell[];
}
export interface RowKind {
  saying: Saying;
  scale: Scale;
  /** Rows of the chart that can be compared; the widened interval holds them together. */
  rows: number;
  outletLabel: (outlet: string) => string;
}

function sumsOf(cells: readonly Cell[], saying: Saying): OutletSums[] {
  return cells.flatMap((cell) => outletSums(cell, saying === "share" ? "share" : "score") ?? []);
}

/** Articles answered and abstained on a side, and the outlets with an answer. */
export function countsOf(cells: readonly Cell[]): { n: number; abstained: number; outlets: Cell[]; sum: number } {
  return {
    n: cells.reduce((total, cell) => total + cell.n, 0),
    abstained: cells.reduce((total, cell) => total + cell.abstained, 0),
    sum: cells.reduce((total, cell) => total + cell.sum, 0),
    outlets: cells.filter((cell) => cell.n > 0),
  };
}

function estimate(side: RowSide, kind: RowKind, seed: string): Estimate {
  const { n, abstained, outlets, sum } = countsOf(side.cells);
  const only = outlets.length === 1 ? outlets[0] : undefined;
  const step = ladder({
    articles: n,
    outlets: outlets.length,
    abstained,
    ...(only ? { outletName: kind.outletLabel(only.outlet) } : {}),
  });
  const sums = sumsOf(side.cells, kind.saying);
  return {
    value: step.rung === "illustration" ? null : meanOfOutlets(sums),
    interval: step.rung === "share" ? sideInterval(sums, seededRandom(seedFrom(seed)), kind.scale) : null,
    n,
    k: kind.saying === "share" ? sum : n,
    outlets: outlets.length,
    abstained,
    rung: step.rung,
    note: step.note,
  };
}

function moments(cells: readonly Cell[]): Moments {
  const { n, sum } = countsOf(cells);
  const squares = cells.reduce((total, cell) => total + cell.sumSquares, 0);
  const mean = n > 0 ? sum / n : 0;
  return { n, mean, variance: n > 1 ? Math.max(0, (squares - n * mean * mean) / (n - 1)) : 0 };
}

function points(side: RowSide, kind: RowKind): OutletPoint[] {
  return side.cells.map((cell) => {
    const sums = outletSums(cell, kind.saying === "share" ? "share" : "score");
    return {
      outlet: cell.outlet,
      label: kind.outletLabel(cell.outlet),
      side: side.id,
      value: sums ? outletMean(sums) : null,
      n: cell.n,
      k: kind.saying === "share" ? cell.sum : cell.n,
    };
  });
}

/** A side with one outlet carries that outlet's name. */
export function sideName(side: RowSide, outletLabel: RowKind["outletLabel"]): string {
  const { outlets } = countsOf(side.cells);
  const only = outlets.length === 1 ? outlets[0] : undefined;
  return only ? outletLabel(only.outlet) : side.label;
}

/**
 * One row of a paired chart from the two sides' cells. Below thirty articles a side has no interval and the row no
 * difference; below five a side has no value. `k` counts articles with the feature, or all answered ones for scores.
 */
export function pairedRow(
  row: { id: string; label: string; family: string },
  sideA: RowSide,
  sideB: RowSide,
  kind: RowKind,
): PairedRow {
  const a = estimate(sideA, kind, `${row.id}:a`);
  const b = estimate(sideB, kind, `${row.id}:b`);
  const sumsA = sumsOf(sideA.cells, kind.saying);
  const sumsB = sumsOf(sideB.cells, kind.saying);
  const comparable = a.rung === "share" && b.rung === "share";
  const random = seededRandom(seedFrom(`${row.id}:difference`));
  const found = comparable ? differenceOfSides(sumsA, sumsB, kind.rows, random, kind.scale) : null;
  const effect =
    kind.saying === "share" ? cohenH(a.value, b.value) : hedgesG(moments(sideA.cells), moments(sideB.cells));
  const wording = wordingRule({
    articles: [a.n, b.n],
    outlets: [a.outlets, b.outlets],
    interval: found?.interval ?? null,
    simultaneous: found?.simultaneous ?? null,
    effect,
  });
  const difference = found ? { value: found.value, interval: found.interval } : null;
  const named = [sideA, sideB].map((side) => sideName(side, kind.outletLabel));
  return {
    ...row,
    a,
    b,
    difference,
    wording,
    sentence: saySentence(
      { name: named[0] ?? sideA.label, side: a },
      { name: named[1] ?? sideB.label, side: b },
      difference,
      wording,
      kind.saying,
    ),
    outlets: [...points(sideA, kind), ...points(sideB, kind)],
  };
}
