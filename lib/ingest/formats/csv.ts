import { parse, type CsvError } from "csv-parse";
import { parse as parseSync } from "csv-parse/sync";
import { guessColumns, recordOf, type ColumnMap } from "./columns.ts";
import { UnreadableError, type Format, type ReadItem } from "./format.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;
type Row = { record: string[]; info: { lines: number } };

export const csv: Format = {
  name: "csv",
  extensions: ["csv", "tsv", "tab"],
  sniff(sample) {
    const rows = sampleRows(sample, delimiterOf(sample));
    const header = rows[0];
    if (!header || header.length < 2 || rows.length < 2) return 0;
    // By names alone: prose with commas would pass for a table by its content.
    const known = Object.keys(guessColumns(header).columns).length;
    return header.every((cell) => cell.length < 60) ? (known >= 2 ? 0.85 : known === 1 ? 0.3 : 0) : 0;
  },
  async *read(source, { columns: overrides = {}, limits }) {
    const delimiter = delimiterOf(source.sample);
    const [header = [], ...some] = sampleRows(source.sample, delimiter);
    const { columns, hasHeader } = mapping(header, some, overrides);
    const skipped: ReadItem[] = [];
    const state: { failure?: CsvError } = {};
    const parser = parse({
      ...leniently(delimiter),
      info: true,
      max_record_size: limits.row,
      skip_records_with_error: true,
      on_skip: (error: CsvError | undefined) => {
        skipped.push({ file: source.file, line: Number(error?.["lines"] ?? 0), reason: sentence(error, limits.row) });
      },
    }).on("error", (error: CsvError) => (state.failure = error));
    const at = (name: string): number => (name.startsWith("#") ? Number(name.slice(1)) - 1 : header.indexOf(name));
    let first = hasHeader;
    let line = 1;
    // Drained after every piece: a fault further down must not take the rows before it away.
    function* drain(): Iterable<ReadItem> {
      for (let row = parser.read() as Row | null; row !== null; row = parser.read() as Row | null) {
        const { record, info } = row;
        // `lines` counts to the end of the row; a row begins after the one before it.
        const begins = line;
        line = info.lines + 1;
        if (first) first = false;
        else if (record.some((cell) => cell.trim() !== "")) {
          yield { ...recordOf(begins, (name) => record[at(name)], columns), file: source.file };
        }
      }
      yield* skipped.splice(0);
    }
    for await (const chunk of source.chunks()) {
      parser.write(chunk);
      yield* drain();
      if (state.failure) break;
    }
    if (!state.failure) {
      const ended = new Promise((resolve) => parser.once("end", resolve).once("error", resolve));
      parser.end();
      yield* drain();
      parser.resume();
      await ended;
    }
    yield* skipped;
    if (state.failure) yield { file: source.file, line, reason: sentence(state.failure, limits.row) };
  },
};

const leniently = (delimiter: string) => ({
  delimiter,
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
});

function mapping(header: string[], some: string[][], overrides: ColumnMap): { columns: ColumnMap; hasHeader: boolean } {
  const guessed = guessColumns(header, some);
  const named = Object.values(overrides).some((name) => !name.startsWith("#"));
  for (const name of Object.values(overrides)) {
    const known = name.startsWith("#") ? Number(name.slice(1)) <= header.length : header.includes(name);
    if (!known) throw new UnreadableError(`There is no column "${name}". The columns are: ${header.join(", ")}.`);
  }
  const columns = { ...guessed.columns, ...overrides };
  if (columns.text === undefined && columns.html === undefined && columns.url === undefined) {
    throw new UnreadableError(
      `No column looks like the text of an article. Name it, on the command line with --column text=<column>. The columns are: ${header.slice(0, 20).join(", ")}.`,
    );
  }
  return { columns, hasHeader: guessed.hasHeader || named };
}

/** The delimiter that splits the first rows into the same number of cells, the most of them. */
function delimiterOf(sample: string): string {
  const scores = DELIMITERS.map((delimiter) => {
    const rows = sampleRows(sample, delimiter);
    const width = rows[0]?.length ?? 0;
    const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
    return { delimiter, score: width < 2 ? 0 : even * Math.min(width, 30) };
  });
  return scores.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}

function sampleRows(sample: string, delimiter: string): string[][] {
  const part = sample.length > 200_000 ? sample.slice(0, 200_000) : sample;
  try {
    return parseSync(part, { ...leniently(delimiter), to: 12, skip_records_with_error: true }) as string[][];
  } catch {
    return [];
  }
}

function sentence(error: CsvError | undefined, limit: number): string {
  switch (error?.code) {
    case "CSV_MAX_RECORD_SIZE":
      return `The row is longer than ${limit} characters; a quotation mark may be missing.`;
    case "CSV_QUOTE_NOT_CLOSED":
      return "A quotation mark is opened and never closed, so the rest of the file is one cell.";
    default:
      return `The row could not be read: ${error?.message ?? "unknown fault"}.`;
  }
}
