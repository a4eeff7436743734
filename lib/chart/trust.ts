import { errorRates, type ErrorRates } from "#lib/compare/adjustedShare.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { Measurement, MeasurementRow } from "#lib/domain/measurements.ts";
import type { Trust } from "#lib/domain/series.ts";

/** A tag below either is shown grey: it tells too little of that side's articles. */
const LEAST_AUC = 0.7;

/** Which measured task stands behind a measure. */
const TASKS: Partial<Record<Measure["measure"], string>> = {
  frame: "frames",
  narrative: "narrative-frames",
  stance: "stance",
  stance_level: "stance",
  voice_share: "attribution",
  kind_share: "attribution",
  heard: "attribution",
  speaker: "attribution",
  report: "attribution",
  wording: "wording",
  choice: "wording",
  device: "loaded-language",
  role: "roles",
};
const SIDES = { western: "Western outlets", russian: "RT" } as const;

/** Under the floor: AUC below .70, or F1 no better than saying the tag of everything. */
function isWeak(row: MeasurementRow): boolean {
  return (
    (row.auc !== null && row.auc < LEAST_AUC) || (row.f1 !== null && row.trivialF1 !== null && row.f1 <= row.trivialF1)
  );
}

const mean = (values: readonly (number | null)[]): number | null => {
  const told = values.flatMap((value) => value ?? []);
  return told.length > 0 ? told.reduce((sum, value) => sum + value, 0) / told.length : null;
};
const say = (value: number | null): string => (value === null ? "–" : value.toFixed(2).replace(/^0/, ""));

/** Of a task measured more than once the measurement of more sides goes first, then the most items. */
function measurementOf(measurements: readonly Measurement[], measure: Measure["measure"]): Measurement | undefined {
  const bySide = (each: Measurement): number =>
    Object.keys(SIDES).filter((side) => each.rows.some((row) => row.side === side)).length;
  return measurements
    .filter((each) => each.task === TASKS[measure])
    .toSorted((a, b) => bySide(b) - bySide(a) || b.data.items - a.data.items)[0];
}

/** What is known about the quality of a chart's first measure, from stored measurements alone; null where nobody measured them. */
export function trustOf(measurements: readonly Measurement[], measures: readonly Measure["measure"][]): Trust | null {
  const first = measures[0];
  const measurement = first === undefined ? undefined : measurementOf(measurements, first);
  if (!measurement) return null;
  const sides = Object.entries(SIDES).flatMap(([side, label]) => {
    const rows = measurement.rows.filter((row) => row.side === side);
    if (rows.length === 0) return [];
    return [
      {
        side,
        label,
        n: Math.max(...rows.map((row) => row.n)),
        f1: mean(rows.map((row) => row.f1)),
        trivialF1: mean(rows.map((row) => row.trivialF1)),
        auc: mean(rows.map((row) => row.auc)),
      },
    ];
  });
  const weak = [...new Set(measurement.rows.filter((row) => row.side !== "all" && isWeak(row)).map((row) => row.tag))];
  const told = sides.map(
    (side) =>
      `${side.label} mean F1 ${say(side.f1)} (saying it always ${say(side.trivialF1)}), mean AUC ${say(side.auc)}, n ${side.n}`,
  );
  return {
    text: `Measured against ${measurement.data.name}, coded by ${measurement.coder}, ${measurement.method}, ${measurement.date}, codebook ${measurement.codebookVersion}: ${told.join("; ") || "not by side"}.`,
    sides,
    rows: measurement.rows
      .filter((row) => row.side !== "all")
      .map(({ tag, side, n, f1, trivialF1, auc, ...row }) => ({
        tag,
        side,
        n,
        f1,
        trivialF1,
        auc,
        weak: isWeak({ tag, side, n, f1, trivialF1, auc, ...row }),
      })),
    weak,
  };
}

/** Error rates of a tag on a side, for error-adjusted shares; null where they were not measured. */
export function ratesFrom(
  measurements: readonly Measurement[],
  measure: Measure["measure"],
  target: string,
  side: string,
): ErrorRates | null {
  const measurement = measurementOf(measurements, measure);
  const row = measurement?.rows.find((each) => each.tag === target && each.side === side);
  return row ? errorRates(row) : null;
}

/**
 * Whether a row's tag is under the floor on a side. Rows are found by their whole target, its first part, or, where a
 * target is measured sign by sign ("russia unfavourable, own"), by target and voice.
 */
export function isUnderFloor(trust: Trust | null, target: string, voice?: string): boolean {
  const first = target.split(":")[0] ?? "";
  return (
    trust !== null &&
    trust.weak.some(
      (tag) =>
        tag === target ||
        tag === first ||
        (voice !== undefined && tag.startsWith(`${first} `) && tag.endsWith(`, ${voice}`)),
    )
  );
}
