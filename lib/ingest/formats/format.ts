import type { RawRecord, Rejected } from "#lib/domain/import.ts";
import type { ColumnMap } from "./columns.ts";

/** What a reader yields: an unchecked article with its file, or a row it could not read. */
export type ReadItem = (RawRecord & { file: string }) | Rejected;

export const isRejected = <T extends object>(item: T | Rejected): item is Rejected => "reason" in item;

export interface ReadOptions {
  /** A format's name; found by content and name when left out. */
  format?: string;
  /** Field to column name, laid over what was guessed. "#2" is the second column of a table without a header. */
  columns?: ColumnMap;
  /** Encoding label known from elsewhere, e.g. a response header. */
  encoding?: string;
  limits?: Partial<Limits>;
}

/** Bytes after decompression, or characters; beyond them a file or row is refused with a sentence. */
export interface Limits {
  /** Formats that must be held whole (text, Markdown, HTML, JSON). */
  wholeFile: number;
  /** Formats that are streamed. */
  streamedFile: number;
  /** One row, line or cell. */
  row: number;
}
export const defaultLimits: Limits = { wholeFile: 64e6, streamedFile: 8e9, row: 4e6 };

/** A decoded file: its beginning, the whole of it in pieces, or at once (refused above the limit). */
export interface TextSource {
  file: string;
  sample: string;
  /** True when `sample` is the whole file. */
  complete: boolean;
  chunks(): AsyncIterable<string>;
  all(): Promise<string>;
}

/** One format of a file; a new one is a file here and a line in `formats.ts`. */
export interface Format {
  name: string;
  extensions: readonly string[];
  /** 0 not this, 1 certainly: judged by the decoded beginning of a file. */
  sniff(sample: string): number;
  read(source: TextSource, options: ReadOptions & { limits: Limits }): AsyncIterable<ReadItem>;
}

/** Why a source as a whole cannot be read; the sentence is shown to the user. */
export class UnreadableError extends Error {}
