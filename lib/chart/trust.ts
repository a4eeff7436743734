import { errorRates, type ErrorRates } from "#lib/compare/adjustedShare.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { Measurement, MeasurementRow } from "#lib/domain/measurements.ts";
import type { TaskTrust, Trust } from "#lib/domain/trust.ts";

/** A tag below either is shown grey: it tells too little of that side's articles. */
const LEAST_AUC = 0.7;
/** Stored figures are rounded to four places. */
const SAME = 0.0001;

interface Task {
  id: string;
  label: string;
}
const ATTRIBUTION: Task = { id: "attribution", label: "Whose words" };
const STANCE: Task = { id: "stance", label: "Stance" };
const WORDING: Task = { id: "wording", label: "Wording" };
/** Which measured task stands behind a measure. */
const TASKS: Partial<Record<Measure["measure"], Task>> = {
  frame: { id: "frames", label: "Frames" },
  narrative: { id: "narrative-frames", label: "Narrative frames" },
  stance: STANCE,
  stance_level: STANCE,
  voice_share: ATTRIBUTION,
  kind_share: ATTRIBUTION,
  heard: ATTRIBUTION,
  speaker: ATTRIBUTION,
  report: ATTRIBUTION,
  wording: WORDING,
  choice: WORDING,
  device: { id: "loaded-language", label: "Loaded and distancing words" },
  role: { id: "roles", label: "Roles" },
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
const say = (value: number | null): string =>
  value === null ? "–" : value.toFixed(2).replace(/^(-?)0(?=\.)/, (_, minus) => (minus ? "−" : ""));

/** ".67 (.59 to .72)"; a dash where nothing was measured. */
export function sayMeasured(value: number | null, interval: readonly [number, number] | null): string {
  return value !== null && interval ? `${say(value)} (${say(interval[0])} to ${say(interval[1])})` : say(value);
}

/** The stored interval of a side's mean: that of the figure with this very value. */
function intervalOf({ figures }: Measurement, side: string, value: number | null): readonly [number, number] | null {
  if (value === null) return null;
  const same = figures.find((each) => each.side === side && Math.abs((each.value ?? Infinity) - value) < SAME);
  return same?.interval ?? null;
}

/** Of a task measured more than once the measurement of more sides goes first, then the most items. */
function measurementOf(measurements: readonly Measurement[], task: string | undefined): Measurement | undefined {
  const bySide = (each: Measurement): number =>
    Object.keys(SIDES).filter((side) => each.rows.some((row) => row.side === side)).length;
  return measurements
    .filter((each) => each.task === task && each.rows.length > 0)
    .toSorted((a, b) => bySide(b) - bySide(a) || b.data.items - a.data.items)[0];
}

function taskTrust({ label }: Task, measurement: Measurement): TaskTrust {
  const sides = Object.entries(SIDES).flatMap(([side, name]) => {
    const rows = measurement.rows.filter((row) => row.side === side);
    if (rows.length === 0) return [];
    const [f1, auc] = [mean(rows.map((row) => row.f1)), mean(rows.map((row) => row.auc))];
    const only = rows.length === 1 ? rows[0] : undefined;
    return [
      {
        side,
        label: name,
        n: Math.max(...rows.map((row) => row.n)),
        f1,
        f1Interval: only?.f1Interval ?? intervalOf(measurement, side, f1),
        trivialF1: mean(rows.map((row) => row.trivialF1)),
        auc,
        aucInterval: only?.aucInterval ?? intervalOf(measurement, side, auc),
      },
    ];
  });
  const told = sides.map(
    (side) =>
      `${side.label} mean F1 ${sayMeasured(side.f1, side.f1Interval)}, saying it always ${say(side.trivialF1)}${side.auc === null ? "" : `, mean AUC ${sayMeasured(side.auc, side.aucInterval)}`}, n ${side.n}`,
  );
  const rows = measurement.rows.filter((row) => row.side !== "all");
  return {
    label,
    text: `${label}: measured on ${measurement.data.items.toLocaleString("en")} items (${measurement.data.name.split("/").at(-1)}), coded by ${measurement.coder}, ${measurement.method}, ${measurement.date}, codebook ${measurement.codebookVersion}: ${told.join("; ") || "not by side"}.`,
    sides,
    rows: rows.map((row) => {
      const { tag, side, n, f1, f1Interval, trivialF1, auc, aucInterval } = row;
      return { tag, side, n, f1, f1Interval, trivialF1, auc, aucInterval, weak: isWeak(row) };
    }),
    weak: [...new Set(rows.filter(isWeak).map((row) => row.tag))],
  };
}

/** What is known about the quality of every kind of tag a chart's measures rest on; null where the chart uses no tags. */
export function trustOf(measurements: readonly Measurement[], measures: readonly Measure["measure"][]): Trust | null {
  const tasks = new Map(measures.flatMap((measure) => (TASKS[measure] ? [[TASKS[measure].id, TASKS[measure]]] : [])));
  if (tasks.size === 0) return null;
  const trust: Trust = { tasks: [], unmeasured: [] };
  for (const task of tasks.values()) {
    const measurement = measurementOf(measurements, task.id);
    if (measurement) trust.tasks.push(taskTrust(task, measurement));
    else trust.unmeasured.push(task.label);
  }
  return trust;
}

/** The same in sentences, for a picture's footer. */
export function trustText(trust: Trust | null): string {
  if (trust === null) return "this chart uses no tags";
  const missing =
    trust.unmeasured.length > 0 ? [`Not measured against coded articles: ${trust.unmeasured.join(", ")}.`] : [];
  return [...trust.tasks.map((each) => each.text), ...missing].join(" ");
}

/** Error rates of a tag on a side, for error-adjusted shares; null where they were not measured. */
export function ratesFrom(
  measurements: readonly Measurement[],
  measure: Measure["measure"],
  target: string,
  side: string,
): ErrorRates | null {
  const measurement = measurementOf(measurements, TASKS[measure]?.id);
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
    trust.tasks
      .flatMap((each) => each.weak)
      .some(
        (tag) =>
          tag === target ||
          tag === first ||
          (voice !== undefined && tag.startsWith(`${first} `) && tag.endsWith(`, ${voice}`)),
      )
  );
}
