export interface LabelReport {
  label: string;
  /** Items that truly carry the label. */
  n: number;
  predicted: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}
export interface ClassificationReport {
  n: number;
  accuracy: number | null;
  /** Mean of the labels' F1; a label nobody has and nobody predicts is left out, one never hit counts 0. */
  macroF1: number | null;
  labels: LabelReport[];
  /** confusion[truth][predicted] = count. */
  confusion: Record<string, Record<string, number>>;
}

/** Precision, recall and F1 per label; null where there is nothing to divide. */
export function classificationReport(
  truth: readonly string[],
  predicted: readonly string[],
  labels: readonly string[] = [...new Set([...truth, ...predicted])].toSorted(),
): ClassificationReport {
  const confusion: Record<string, Record<string, number>> = {};
  let right = 0;
  truth.forEach((t, i) => {
    const p = predicted[i]!;
    const row = (confusion[t] ??= {});
    row[p] = (row[p] ?? 0) + 1;
    if (t === p) right += 1;
  });
  const reports = labels.map((label): LabelReport => {
    const hit = confusion[label]?.[label] ?? 0;
    const n = truth.filter((t) => t === label).length;
    const said = predicted.filter((p) => p === label).length;
    const precision = said > 0 ? hit / said : null;
    const recall = n > 0 ? hit / n : null;
    return { label, n, predicted: said, precision, recall, f1: n + said > 0 ? (2 * hit) / (n + said) : null };
  });
  const scored = reports.flatMap((r) => (r.f1 === null ? [] : [r.f1]));
  return {
    n: truth.length,
    accuracy: truth.length > 0 ? right / truth.length : null,
    macroF1: scored.length > 0 ? scored.reduce((a, b) => a + b, 0) / scored.length : null,
    labels: reports,
    confusion,
  };
}
