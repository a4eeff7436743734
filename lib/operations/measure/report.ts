import type { Codebook } from "#lib/domain/codebook.ts";
import type { MeasurementFigure, MeasurementRow } from "#lib/domain/measurements.ts";

/** Helpers every task builds its rows and figures from. */
export * from "#lib/compare/metrics/judged.ts";

/** An answer that was wrong, with what it was wrong about; `surprise` orders them, largest first. */
export interface Mistake {
  id: string;
  tag: string;
  truth: string;
  predicted: string;
  surprise: number;
  text: string;
}

/** What measuring a task on a gold file gives; figures without data are null, never 0. */
export interface Report {
  task: string;
  /** Items scored; `skipped` could not be read, with the first reasons. */
  n: number;
  skipped: { n: number; reasons: string[] };
  /** How the trivial line was drawn, in one sentence. */
  trivialLine: string;
  rows: MeasurementRow[];
  figures: MeasurementFigure[];
  /** confusion[truth][predicted] = count; null for tasks with many yes/no tags. */
  confusion: Record<string, Record<string, number>> | null;
  mistakes: Mistake[];
}

/** The side a gold row names, or that of its outlet in the registry; null for neither. Never from the text. */
export function sideOf(codebook: Codebook, row: { side?: unknown; outlet?: unknown }): string | null {
  if (typeof row.side === "string" && row.side !== "") return row.side;
  if (typeof row.outlet !== "string") return null;
  const name = row.outlet.toLowerCase();
  const outlet = codebook.outlets.find((o) => [o.id, o.name, ...o.aliases].some((n) => n.toLowerCase() === name));
  return outlet?.side ?? null;
}

/** The most surprising mistakes first; one that several coders agree on stands once. */
export function worst(mistakes: readonly Mistake[], keep = 20): Mistake[] {
  const distinct = new Map(mistakes.map((m) => [JSON.stringify([m.id, m.tag, m.truth, m.predicted, m.text]), m]));
  return [...distinct.values()].toSorted((a, b) => b.surprise - a.surprise || a.id.localeCompare(b.id)).slice(0, keep);
}
