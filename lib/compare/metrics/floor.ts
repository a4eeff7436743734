import type { MeasurementRow } from "#lib/domain/measurements.ts";

/** Below this area under the curve a tag is shown grey. */
export const AUC_FLOOR = 0.7;

/**
 * Low confidence: AUC under the floor, or F1 not above that of tagging everything. Without positives, or without
 * negatives, nothing was shown, so nothing is believed.
 */
export function isLowConfidence(row: Pick<MeasurementRow, "auc" | "f1" | "trivialF1">): boolean {
  if (row.auc === null || row.auc < AUC_FLOOR) return true;
  return row.f1 === null || row.f1 <= (row.trivialF1 ?? 0);
}
