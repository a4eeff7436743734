import { existsSync } from "node:fs";
import type { Article } from "#lib/domain/article.ts";
import type { Outlet } from "#lib/domain/codebook.ts";
import type { Given, RawRecord, Rejected } from "#lib/domain/import.ts";
import {
  isRejected,
  normalise,
  normaliseAll,
  readSources,
  type ReadItem,
  type ReadOptions,
  type Source,
} from "#lib/ingest/index.ts";

/** Test material beside the project; null when it is not there. */
export const shared = (path: string): string | null => (existsSync(`../shared/${path}`) ? `../shared/${path}` : null);

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const readText = (name: string, text: string | Uint8Array, options: ReadOptions = {}): Promise<ReadItem[]> =>
  collect(readSources([{ name, bytes: typeof text === "string" ? Buffer.from(text) : text }], options));

export const readAll = (sources: Source[], options: ReadOptions = {}): Promise<ReadItem[]> =>
  collect(readSources(sources, options));

export const reasonOf = (item: object | undefined): string =>
  item !== undefined && "reason" in item ? String(item.reason) : "";

export const courier: Outlet = {
  id: "valley_courier",
  name: "Valley Courier",
  aliases: [],
  side: "western",
  subGroup: "private",
  country: "GB",
  languages: ["en"],
  audience: "domestic",
  ownership: { text: "", checked: false },
  control: { text: "", checked: false },
  domains: [],
  feeds: [],
  teaching: true,
  note: "",
};
export const findCourier = (name: string): Outlet | null =>
  name === courier.name || name.includes("valley.example") ? courier : null;

export const SENTENCES =
  "The bridge over the river was opened again on Monday after the repairs were done. It had been closed for a week, and people who live there had to drive around it. ";

/** An article out of a record; fails the test when it is refused. */
export function articleOf(record: Partial<RawRecord>, given: Given = {}, find = findCourier): Article {
  const result = normalise({ line: 1, ...record }, given, find);
  if (isRejected(result)) throw new Error(result.reason);
  return result;
}

export async function* stream(records: Partial<RawRecord>[]): AsyncIterable<ReadItem> {
  for (const [i, record] of records.entries()) yield { file: "f", line: i + 1, ...record };
}

export async function articlesOf(records: Partial<RawRecord>[]): Promise<Article[]> {
  const all = await collect(normaliseAll(stream(records), {}, findCourier));
  return all.filter((one): one is Article => !isRejected<Article | Rejected>(one));
}
