import type { Estimate, Series } from "#lib/domain/series.ts";

type CellValue = string | number | null;

/**
 * One CSV cell. Text a spreadsheet would run (starting with = + - @, tab or carriage return) gets a leading
 * apostrophe; plain numbers do not. Quoted where commas, quotes or line ends ask for it (RFC 4180).
 */
export function csvCell(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(Number(value.toFixed(6))) : "";
  const plainNumber = /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(value);
  const inert = /^[=+\-@\t\r]/.test(value) && !plainNumber ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

const SIDE_COLUMNS = ["label", "value", "low", "high", "k", "n", "outlets", "abstained", "rung", "note"];

/** Below thirty articles the value stays empty: k and n are there, and a share would claim too much. */
function sideCells(label: string, side: Estimate): CellValue[] {
  const value = side.rung === "share" ? side.value : null;
  const [low, high] = side.interval ?? [null, null];
  return [label, value, low, high, side.k, side.n, side.outlets, side.abstained, side.rung, side.note];
}

/**
 * A series as CSV (RFC 4180, CRLF, no BOM): one line a row; n, k, intervals, notes and the sources in columns of
 * every line, so that a line copied elsewhere keeps them.
 */
export function seriesToCsv(series: Series): string {
  const header = [
    "chart",
    "unit",
    "family",
    "row",
    ...SIDE_COLUMNS.map((column) => `a_${column}`),
    ...SIDE_COLUMNS.map((column) => `b_${column}`),
    "difference",
    "difference_low",
    "difference_high",
    "wording",
    "sentence",
    "outlets",
    "sources",
    "warnings",
    "method",
    "does_not_show",
  ];
  const lines = series.rows.map((row): CellValue[] => [
    series.title,
    series.unit,
    row.family,
    row.label,
    ...sideCells(series.groupA.label, row.a),
    ...sideCells(series.groupB.label, row.b),
    row.difference?.value ?? null,
    row.difference?.interval[0] ?? null,
    row.difference?.interval[1] ?? null,
    row.wording,
    row.sentence,
    row.outlets.map((point) => `${point.label} ${point.k} of ${point.n}`).join("; "),
    series.sources.text,
    series.warnings.join(" "),
    series.method,
    series.doesNotShow,
  ]);
  return [header, ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
