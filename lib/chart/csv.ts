import type { Series } from "#lib/domain/series.ts";
import { tableOf, type CellValue } from "./table.ts";

/** Text a spreadsheet would run (starting with = + - @, tab or carriage return) gets a leading apostrophe; numbers do not. */
export function inert(text: string): string {
  const plainNumber = /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(text);
  return /^[=+\-@\t\r]/.test(text) && !plainNumber ? `'${text}` : text;
}

/** One CSV cell. Quoted where commas, quotes or line ends ask for it (RFC 4180). */
export function csvCell(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(Number(value.toFixed(6))) : "";
  const safe = inert(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A series as CSV (RFC 4180, CRLF, no BOM): one line a row, sources and method in columns of every line. */
export function seriesToCsv(series: Series): string {
  const { columns, rows } = tableOf(series);
  return [columns, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
