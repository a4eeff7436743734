import type { MeasurementFigure, MeasurementRow } from "#lib/domain/measurements.ts";
import { auc } from "./auc.ts";
import { expectedCalibrationError } from "./calibration.ts";
import { groupBootstrap } from "./groupBootstrap.ts";

/** One yes/no judgement. `document` groups items that must be redrawn together; `score` ranks, null without one. */
export interface Judged {
  document: string;
  side: string | null;
  truth: boolean;
  predicted: boolean;
  score: number | null;
  /** What AUC ranks by where it is not `score`: held-back scores of folds whose probabilities were scaled apart. */
  rank?: number;
}

/** Draws for intervals in reports. */
const DRAWS = 400;
const byDocument = (item: { document: string }): string => item.document;

interface Counts {
  hit: number;
  said: number;
  true: number;
}

export function countsOf(items: readonly Judged[]): Counts {
  const counts = { hit: 0, said: 0, true: 0 };
  for (const item of items) {
    if (item.truth) counts.true += 1;
    if (item.predicted) counts.said += 1;
    if (item.truth && item.predicted) counts.hit += 1;
  }
  return counts;
}

/** Null where nothing is true and nothing was said. */
export function f1Of(items: readonly Judged[]): number | null {
  const c = countsOf(items);
  return c.said + c.true === 0 ? null : (2 * c.hit) / (c.said + c.true);
}

/** F1 of saying yes to every item. */
export function trivialF1Of(items: readonly Judged[]): number | null {
  return f1Of(items.map((item) => ({ ...item, predicted: true })));
}

export function aucOf(items: readonly Judged[]): number | null {
  const scored = items.flatMap((item) =>
    item.score === null ? [] : [{ score: item.rank ?? item.score, truth: item.truth }],
  );
  return auc(
    scored.map((s) => s.score),
    scored.map((s) => s.truth),
  );
}

/** Precision, recall, F1, AUC and calibration of one tag, for all items and for each side that is named. */
export function tagRows(
  tag: string,
  items: readonly Judged[],
  options: { calibrated?: boolean } = {},
): MeasurementRow[] {
  return ["all", ...sidesIn(items)].map((side) => tagRow(tag, side, ofSide(items, side), options.calibrated ?? false));
}

function tagRow(tag: string, side: string, items: readonly Judged[], calibrated: boolean): MeasurementRow {
  const c = countsOf(items);
  const scored = items.filter((item) => item.score !== null);
  const ece = expectedCalibrationError(
    scored.map((s) => s.score!),
    scored.map((s) => s.truth),
  );
  return {
    tag,
    side,
    n: items.length,
    positives: c.true,
    trivialF1: trivialF1Of(items),
    precision: c.said === 0 ? null : c.hit / c.said,
    recall: c.true === 0 ? null : c.hit / c.true,
    f1: f1Of(items),
    f1Interval: groupBootstrap(items, byDocument, f1Of, DRAWS),
    auc: aucOf(items),
    aucInterval: groupBootstrap(items, byDocument, aucOf, DRAWS),
    ece: calibrated ? ece : null,
  };
}

/** One number over items, with its interval by document, for all and for each side. */
export function figures<T extends { document: string; side: string | null }>(
  name: string,
  items: readonly T[],
  statistic: (items: readonly T[]) => number | null,
  trivial: ((items: readonly T[]) => number | null) | null = null,
  note = "",
): MeasurementFigure[] {
  return ["all", ...sidesIn(items)].map((side) => {
    const chosen = ofSide(items, side);
    return {
      name,
      side,
      n: chosen.length,
      value: statistic(chosen),
      interval: groupBootstrap(chosen, byDocument, statistic, DRAWS),
      trivial: trivial === null ? null : trivial(chosen),
      note,
    };
  });
}

/** `first` minus `second` side of a statistic, with its interval; null where a side is missing. */
export function sideDifference<T extends { document: string; side: string | null }>(
  name: string,
  items: readonly T[],
  sides: readonly [string, string],
  statistic: (items: readonly T[]) => number | null,
): MeasurementFigure {
  const difference = (chosen: readonly T[]): number | null => {
    const [a, b] = sides.map((side) => statistic(ofSide(chosen, side)));
    return a == null || b == null ? null : a - b;
  };
  const value = difference(items);
  return {
    name: `${name}: ${sides[0]} minus ${sides[1]}`,
    side: "all",
    n: items.length,
    value,
    interval: value === null ? null : groupBootstrap(items, byDocument, difference, DRAWS),
    trivial: null,
    note: "",
  };
}

/** Mean of what is not null; null of nothing. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}

/** Sides that occur, in alphabetical order. */
export function sidesIn(items: readonly { side: string | null }[]): string[] {
  return [...new Set(items.flatMap((item) => (item.side === null ? [] : [item.side])))].toSorted();
}

const ofSide = <T extends { side: string | null }>(items: readonly T[], side: string): readonly T[] =>
  side === "all" ? items : items.filter((item) => item.side === side);
