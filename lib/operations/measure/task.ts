import { z } from "zod";
import { rowId } from "#lib/operations/predict/task.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Report } from "./report.ts";

/** Keys every gold row of text may have; `side` or `outlet` tells whose it is. */
export const textRow = { id: rowId, text: z.string(), side: z.string().optional(), outlet: z.string().optional() };
/** The same of whole articles. */
export const articleRow = { ...textRow, title: z.string().nullish() };

/**
 * One measure task: `row` checks a line of the gold file, `run` scores the rows that fit. A row's truth must never
 * reach the tagger.
 */
export interface MeasureTask<Row> {
  name: string;
  /** One line for --help: the keys a gold row needs. */
  describe: string;
  row: z.ZodType<Row>;
  /** `folder`: where the gold file stands, for rows that name files beside it. */
  run(codebook: Codebook, rows: readonly Row[], folder?: string): Promise<Omit<Report, "task" | "n" | "skipped">>;
}

export interface AnyMeasureTask {
  name: string;
  describe: string;
  run(codebook: Codebook, rows: readonly unknown[], folder?: string): Promise<Report>;
}

/** Hides the row type; rows that do not fit are counted and the first reasons kept. */
export function checkedMeasure<Row>(task: MeasureTask<Row>): AnyMeasureTask {
  return {
    name: task.name,
    describe: task.describe,
    async run(codebook, rows, folder) {
      const reasons: string[] = [];
      const fit = rows.flatMap((row, i) => {
        const parsed = task.row.safeParse(row);
        if (parsed.success) return [parsed.data];
        const issue = parsed.error.issues[0];
        reasons.push(`row ${i + 1}: ${issue?.path.join(".") || "line"}: ${issue?.message ?? "does not fit"}`);
        return [];
      });
      const skipped = { n: reasons.length, reasons: reasons.slice(0, 5) };
      return { task: task.name, n: fit.length, skipped, ...(await task.run(codebook, fit, folder)) };
    },
  };
}
