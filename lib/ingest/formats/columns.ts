import type { RawRecord } from "#lib/domain/import.ts";

export type Field =
  | "title"
  | "text"
  | "html"
  | "outlet"
  | "side"
  | "sideReason"
  | "date"
  | "author"
  | "event"
  | "url"
  | "language"
  | "id";
/** Field to column name; "#2" is the second column, counted from 1. */
export type ColumnMap = Partial<Record<Field, string>>;

/** Names seen in exports of newsroom, archive and research tools; the first found wins. Compared folded. */
const NAMES: Record<Field, readonly string[]> = {
  title: ["title", "headline", "head", "article title", "heading", "subject"],
  text: ["text", "body", "content", "article", "full text", "article text", "article body", "story", "maintext"],
  html: ["html", "raw html", "page"],
  outlet: [
    "outlet",
    "source",
    "publisher",
    "media name",
    "media",
    "newspaper",
    "publication",
    "site",
    "source name",
    "domain",
  ],
  side: ["side", "bloc"],
  sideReason: ["sidereason", "side reason"],
  date: [
    "date",
    "published",
    "publication date",
    "publish date",
    "published at",
    "publishedat",
    "date published",
    "pub date",
    "pubdate",
    "publishdate",
    "seendate",
    "timestamp",
    "datetime",
    "time",
    "day",
  ],
  author: ["author", "authors", "byline", "writer", "creator", "journalist"],
  event: ["event", "event name"],
  url: ["url", "link", "address", "permalink", "article url", "uri", "web url", "href"],
  language: ["language", "lang"],
  id: ["id", "article id", "articleid", "guid", "stories id", "doc id", "key"],
};
export const FIELDS = Object.keys(NAMES) as Field[];

const fold = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[_\-.\s]+/g, " ");

/**
 * Which column holds what, by header names and, where those tell nothing, by content: the longest cells are the text,
 * addresses the url, dates the date. `hasHeader` false: the first row is already an article.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): { columns: ColumnMap; hasHeader: boolean } {
  const columns: ColumnMap = {};
  const folded = header.map(fold);
  for (const field of FIELDS) {
    const name = NAMES[field].find((n) => folded.includes(n));
    if (name !== undefined) columns[field] = header[folded.indexOf(name)] as string;
  }
  const named = Object.keys(columns).length;
  if (named >= 2 || (named === 1 && (columns.text ?? columns.url ?? columns.title ?? columns.html))) {
    if (columns.text === undefined && columns.html === undefined) {
      const taken = new Set(Object.values(columns));
      const free = header.map((name, i) => ({ name, length: meanLength(rows, i) })).filter((c) => !taken.has(c.name));
      const longest = free.sort((a, b) => b.length - a.length)[0];
      if (longest && longest.length > 200) columns.text = longest.name;
    }
    return { columns, hasHeader: true };
  }
  const all = [header, ...rows];
  const firstLooksLikeData = header.some((cell) => cell.length > 120 || isAddress(cell) || isDate(cell));
  const body = firstLooksLikeData ? all : rows;
  const name = (i: number): string => (firstLooksLikeData ? `#${i + 1}` : (header[i] as string));
  const kinds = header.map((_, i) => body.map((row) => row[i] ?? "").filter((cell) => cell !== ""));
  const rest = kinds.map((cells, i) => ({ i, cells, length: mean(cells.map((c) => c.length)) }));
  const take = (field: Field, test: (cells: string[]) => boolean): void => {
    const at = rest.findIndex(({ cells }) => cells.length > 0 && test(cells));
    if (at >= 0) columns[field] = name((rest.splice(at, 1)[0] as { i: number }).i);
  };
  take("url", (cells) => cells.every(isAddress));
  take("date", (cells) => cells.every(isDate));
  rest.sort((a, b) => b.length - a.length);
  take("text", (cells) => mean(cells.map((c) => c.length)) > 80);
  take("title", (cells) => mean(cells.map((c) => c.split(" ").length)) >= 3);
  return { columns, hasHeader: !firstLooksLikeData };
}

const isAddress = (cell: string): boolean => /^https?:\/\/\S+$/i.test(cell.trim());
const isDate = (cell: string): boolean => /^\d{4}-\d{2}-\d{2}\b|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(cell.trim());
const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
const meanLength = (rows: readonly (readonly string[])[], i: number): number =>
  mean(rows.map((row) => (row[i] ?? "").length));

/** Reads a row of named values into a record; empty cells are left out. */
export function recordOf(line: number, get: (column: string) => unknown, columns: ColumnMap): RawRecord {
  const record: RawRecord = { line };
  for (const field of FIELDS) {
    const column = columns[field];
    if (column === undefined) continue;
    const value = asText(get(column));
    if (value !== "") record[field] = value;
  }
  if (record.text !== undefined && record.html === undefined && looksLikeMarkup(record.text)) {
    record.html = record.text;
    delete record.text;
  }
  return record;
}

function asText(value: unknown): string {
  if (typeof value === "string") return value.trim() === "" ? "" : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value))
    return value
      .map(asText)
      .filter((v) => v !== "")
      .join(", ");
  if (typeof value === "object" && value !== null) {
    const inner = value as Record<string, unknown>;
    return asText(inner["name"] ?? inner["title"] ?? inner["id"] ?? "");
  }
  return "";
}

/** Body text that came as markup, as content systems export it. */
const looksLikeMarkup = (text: string): boolean => /<(?:p|div|br|h[1-6]|article|section)\b[^<>]*>/i.test(text);
