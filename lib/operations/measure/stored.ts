import { createHash } from "node:crypto";
import type { Measurement } from "#lib/domain/measurements.ts";
import type { Report } from "./report.ts";

export interface About {
  /** How the figures were made: "scored once". */
  method: string;
  /** File of the gold rows, and the rows, whose digest is kept. */
  data: { name: string; rows: readonly unknown[] };
  /** Who labelled the data. */
  coder: string;
  /** ISO day. */
  date: string;
  codebookVersion: string;
}

/** A report as corpus/models/measurements keeps it: no texts, numbers to four places, so that pages can show them. */
export function storedMeasurement(report: Report, about: About): Measurement {
  const { method, data, coder, date, codebookVersion } = about;
  const digest = createHash("sha256").update(JSON.stringify(data.rows)).digest("hex").slice(0, 12);
  return {
    task: report.task,
    method,
    data: { name: data.name, items: report.n, digest },
    coder,
    date,
    codebookVersion: codebookVersion.split("+")[0]!,
    rows: rounded(report.rows),
    figures: rounded(report.figures),
  };
}

const rounded = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (typeof v === "number" ? Math.round(v * 1e4) / 1e4 : v))) as T;
