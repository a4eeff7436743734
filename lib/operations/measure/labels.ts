import { classificationReport } from "#lib/compare/metrics/classification.ts";
import { figures, tagRows } from "./report.ts";
import type { MeasurementFigure, MeasurementRow } from "#lib/domain/measurements.ts";

/** One answer of a fixed set of labels. `document` groups answers that are redrawn together. */
export interface Labelled {
  document: string;
  side: string | null;
  truth: string;
  said: string;
}

type Statistic = (items: readonly Labelled[]) => number | null;

export const macroF1Of: Statistic = (items) =>
  classificationReport(
    items.map((item) => item.truth),
    items.map((item) => item.said),
  ).macroF1;

export const accuracyOf: Statistic = (items) =>
  items.length === 0 ? null : items.filter((item) => item.truth === item.said).length / items.length;

/** A statistic of always answering the label that is commonest in the truth. */
export function majorityLine(statistic: Statistic): Statistic {
  return (items) => {
    const counts = new Map<string, number>();
    for (const { truth } of items) counts.set(truth, (counts.get(truth) ?? 0) + 1);
    const top = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? "";
    return statistic(items.map((item) => ({ ...item, said: top })));
  };
}

/** Macro-F1 and accuracy beside the majority line, for all and each side. */
export function labelFigures(items: readonly Labelled[], suffix = "", note = ""): MeasurementFigure[] {
  return [
    ...figures(`macro-F1${suffix}`, items, macroF1Of, majorityLine(macroF1Of), note),
    ...figures(`accuracy${suffix}`, items, accuracyOf, majorityLine(accuracyOf), note),
  ];
}

/** Precision, recall and F1 of each label that occurs; `prefix` names what it was asked of. */
export function labelRows(items: readonly Labelled[], prefix = ""): MeasurementRow[] {
  const labels = [...new Set(items.flatMap((item) => [item.truth, item.said]))].toSorted();
  return labels.flatMap((label) =>
    tagRows(
      `${prefix}${label}`,
      items.map((item) => ({ ...item, truth: item.truth === label, predicted: item.said === label, score: null })),
    ),
  );
}

export const confusionOf = (items: readonly Labelled[]): Record<string, Record<string, number>> =>
  classificationReport(
    items.map((item) => item.truth),
    items.map((item) => item.said),
  ).confusion;
