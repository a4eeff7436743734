import { adjustedShare, type ErrorRates } from "#lib/compare/adjustedShare.ts";
import { cohenH } from "#lib/compare/cohenH.ts";
import { hedgesG, type Moments } from "#lib/compare/hedgesG.ts";
import { differenceOfSides, sideInterval, type Scale } from "#lib/compare/intervals.ts";
import { ladder } from "#lib/compare/ladder.ts";
import { leaveOneOut } from "#lib/compare/leaveOneOut.ts";
import { meanOfOutlets, outletMean, outletWeight, type OutletSums, type Weighting } from "#lib/compare/outletSums.ts";
import { permutation, smallestP, type Weighed } from "#lib/compare/permutation.ts";
import { seededRandom, seedFrom } from "#lib/compare/random.ts";
import { shuffle } from "#lib/compare/shuffle.ts";
import { sideMean } from "#lib/compare/sideMean.ts";
import { withinRange } from "#lib/compare/withinRange.ts";
import { wordingRule } from "#lib/compare/wordingRule.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { ArticleDot, Behind, Comparison, Estimate, OutletPoint, PairedRow, Saying } from "#lib/domain/series.ts";
import type { ArticleValues } from "#lib/store/contract.ts";
import { outletSums, type Cell } from "./cells.ts";
import { saySentence } from "./sentences.ts";

/** A p-value is printed only where a perfect split of these outlets could reach it. */
export const P_WORTH_PRINTING = 0.05;

export interface RowSide {
  id: string;
  /** The group's name, or its only outlet's. */
  name: string;
  /** The same inside a sentence: "Western outlets". */
  spoken: string;
  /** The side error rates are looked up under. */
  side: string | null;
  cells: readonly Cell[];
  /** The side's articles one by one, where it has fewer than thirty. */
  few: readonly ArticleValues[];
}
export interface RowSpec {
  id: string;
  label: string;
  family: string;
  saying: Saying;
  behind: Behind;
  /** Found or not in every article, rather than asked of some. */
  sparse?: boolean;
  note?: string;
}
export interface RowKind {
  /** Rows of the chart that can be compared; the widened interval holds them together. */
  rows: number;
  weighting: Weighting;
  outletLabel: (outlet: string) => string;
  errors: (measure: Measure["measure"], target: string, side: string) => ErrorRates | null;
}

interface Named {
  outlet: string;
  sums: OutletSums;
}

const scaleOf = (saying: Saying): Scale => (saying === "score" ? [-1, 1] : [0, 1]);

function named(cells: readonly Cell[], saying: Saying): Named[] {
  return cells.flatMap((cell) => {
    const sums = outletSums(cell, saying);
    return sums ? [{ outlet: cell.outlet, sums }] : [];
  });
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

/** One side's number with its rung on the ladder; the name of an only outlet goes into the note. */
export function estimateOf(side: RowSide, saying: Saying, kind: RowKind): Estimate {
  const { n, abstained, outlets, sum } = countsOf(side.cells);
  const only = outlets.length === 1 ? outlets[0] : undefined;
  const step = ladder({
    articles: n,
    outlets: outlets.length,
    abstained,
    ...(only ? { outletName: kind.outletLabel(only.outlet) } : {}),
  });
  const sums = named(side.cells, saying).map((each) => each.sums);
  return {
    value: step.rung === "illustration" ? null : meanOfOutlets(sums, kind.weighting),
    interval: step.rung === "share" ? sideInterval(sums, scaleOf(saying), kind.weighting) : null,
    n,
    k: saying === "share" ? sum : n,
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

function points(side: RowSide, saying: Saying, kind: RowKind): OutletPoint[] {
  return side.cells.map((cell) => {
    const sums = outletSums(cell, saying);
    return {
      outlet: cell.outlet,
      label: kind.outletLabel(cell.outlet),
      group: side.id,
      value: sums ? outletMean(sums) : null,
      n: cell.n,
      k: saying === "share" ? cell.sum : cell.n,
      variance: sums?.kind === "score" ? sums.variance : 0,
    };
  });
}

/** Each article's value on a row that stands on dots; shares need none, k of n says it all. */
function dots(side: RowSide, estimate: Estimate, row: RowSpec): ArticleDot[] | null {
  if (estimate.rung !== "dots" || row.saying === "share" || side.few.length === 0) return null;
  const { measure, target, voice } = row.behind;
  return side.few
    .flatMap(({ id, title, values }) => {
      const found = values.find((each) => each.measure === measure && each.target === target && each.voice === voice);
      return found?.value === null || found === undefined ? [] : [{ id, title, value: found.value }];
    })
    .sort((left, right) => left.value - right.value || (left.id < right.id ? -1 : 1));
}

interface Judged {
  difference: Comparison["difference"];
  wording: PairedRow["wording"];
  effect: number | null;
}

/** Difference, effect and wording of two sides; also what leaving an outlet out recomputes. */
function judge(a: readonly Cell[], b: readonly Cell[], saying: Saying, kind: RowKind): Judged {
  const [sumsA, sumsB] = [a, b].map((cells) => named(cells, saying).map((each) => each.sums));
  const [countA, countB] = [countsOf(a), countsOf(b)];
  const rungs = [countA, countB].map(
    (each) => ladder({ articles: each.n, outlets: each.outlets.length, abstained: each.abstained }).rung,
  );
  const comparable = rungs.every((rung) => rung === "share");
  const found = comparable
    ? differenceOfSides(sumsA ?? [], sumsB ?? [], kind.rows, scaleOf(saying), kind.weighting)
    : null;
  const effect =
    saying === "share"
      ? cohenH(meanOfOutlets(sumsA ?? [], kind.weighting), meanOfOutlets(sumsB ?? [], kind.weighting))
      : hedgesG(moments(a), moments(b));
  return {
    difference: found ? { value: found.value, interval: found.interval } : null,
    wording: wordingRule({
      articles: [countA.n, countB.n],
      outlets: [countA.outlets.length, countB.outlets.length],
      interval: found?.interval ?? null,
      simultaneous: found?.simultaneous ?? null,
      effect,
    }),
    effect,
  };
}

function omissions(a: readonly Cell[], b: readonly Cell[], saying: Saying, kind: RowKind, full: Judged) {
  if (!full.difference) return null;
  const spare = [a, b].flatMap((cells) => (countsOf(cells).outlets.length > 1 ? countsOf(cells).outlets : []));
  if (spare.length === 0) return null;
  const names = spare.map((cell) => cell.outlet);
  const result = leaveOneOut(names, { value: full.difference.value, wording: full.wording }, (outlet) => {
    const without = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => cell.outlet !== outlet);
    const again = judge(without(a), without(b), saying, kind);
    return { value: again.difference?.value ?? null, wording: again.wording };
  });
  return { range: result.range, flips: result.flips.map((each) => kind.outletLabel(each.outlet)) };
}

function test(a: readonly Named[], b: readonly Named[], kind: RowKind, seed: string): Comparison["test"] {
  const smallest = smallestP(a.length, b.length);
  if (smallest === null || smallest > P_WORTH_PRINTING) return null;
  const weighed = (side: readonly Named[]): Weighed[] =>
    side.map(({ sums }) => ({ value: outletMean(sums) ?? 0, weight: outletWeight(sums, kind.weighting) }));
  const got = permutation(weighed(a), weighed(b), seededRandom(seedFrom(seed)));
  return got ? { ...got, q: got.p } : null;
}

function ranges(side: RowSide, saying: Saying, kind: RowKind): [number, number] | null {
  const range = withinRange(points(side, saying, kind));
  return range ? [range.low.value, range.high.value] : null;
}

function adjusted(side: RowSide, row: RowSpec, kind: RowKind) {
  if (row.saying !== "share" || side.side === null) return null;
  const rates = kind.errors(row.behind.measure, row.behind.target, side.side);
  const mean = sideMean(
    named(side.cells, "share").map((each) => each.sums),
    kind.weighting,
  );
  return rates && mean ? adjustedShare(mean.mean, mean.variance, rates) : null;
}

/**
 * One row of a paired chart from the two sides' cells. Below thirty articles a side has no interval and the row no
 * difference; below five a side has no value. `k` counts articles with the feature, or all answered ones for scores.
 */
export function pairedRow(row: RowSpec, sideA: RowSide, sideB: RowSide, kind: RowKind): PairedRow {
  const { saying } = row;
  const a = estimateOf(sideA, saying, kind);
  const b = estimateOf(sideB, saying, kind);
  const [namedA, namedB] = [named(sideA.cells, saying), named(sideB.cells, saying)];
  const full = judge(sideA.cells, sideB.cells, saying, kind);
  const comparable = full.difference !== null;
  const [fixedA, fixedB] = [adjusted(sideA, row, kind), adjusted(sideB, row, kind)];
  return {
    id: row.id,
    label: row.label,
    family: row.family,
    saying,
    behind: row.behind,
    a,
    b,
    difference: full.difference,
    wording: full.wording,
    effect:
      comparable && full.effect !== null
        ? { value: full.effect, name: saying === "share" ? "Cohen's h" : "Hedges' g" }
        : null,
    test: comparable ? test(namedA, namedB, kind, `${row.id}:p`) : null,
    within: { a: ranges(sideA, saying, kind), b: ranges(sideB, saying, kind) },
    leaveOneOut: omissions(sideA.cells, sideB.cells, saying, kind, full),
    shuffle: comparable
      ? shuffle(
          namedA.map((each) => each.sums),
          namedB.map((each) => each.sums),
          seededRandom(seedFrom(`${row.id}:shuffle`)),
          undefined,
          kind.weighting,
        )
      : null,
    adjusted: fixedA || fixedB ? { a: fixedA, b: fixedB } : null,
    sentence: saySentence(
      { name: sideA.name, spoken: sideA.spoken, side: a },
      { name: sideB.name, spoken: sideB.spoken, side: b },
      full.difference,
      full.wording,
      saying,
    ),
    dots: { a: dots(sideA, a, row), b: dots(sideB, b, row) },
    outlets: [...points(sideA, saying, kind), ...points(sideB, saying, kind)],
    note: row.note ?? "",
  };
}
