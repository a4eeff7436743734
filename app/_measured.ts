import "server-only";
import { loadMeasurements } from "#lib/codebook/loadMeasurements.ts";
import { loadNullGrid } from "#lib/codebook/loadNullGrid.ts";
import type { Measurement } from "#lib/domain/measurements.ts";
import type { NullGrid } from "#lib/domain/nullGrid.ts";

let measurements: Measurement[] | null = null;
let grid: { read: NullGrid | null } | null = null;

/** Stored measurements of the tags, read once a process. */
export function storedMeasurements(): Measurement[] {
  return (measurements ??= loadMeasurements());
}

/** Stored false alarms of the wording rule, read once a process. */
export function nullGrid(): NullGrid | null {
  return (grid ??= { read: loadNullGrid() }).read;
}
