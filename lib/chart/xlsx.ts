import writeExcelFile from "write-excel-file/node";
import type { Series } from "#lib/domain/series.ts";
import { inert } from "./csv.ts";
import { tableOf } from "./table.ts";

/** A series as an Excel workbook: the rows of the CSV, numbers as numbers, text as text that no spreadsheet runs. */
export async function seriesToXlsx(series: Series): Promise<Uint8Array> {
  const { columns, rows } = tableOf(series);
  const head = columns.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const body = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      return typeof value === "number" ? { value, type: Number } : { value: inert(value), type: String };
    }),
  );
  return writeExcelFile([head, ...body], { sheet: series.slug.slice(0, 31), stickyRowsCount: 1 }).toBuffer();
}
