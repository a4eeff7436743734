import { UnreadableError, type Format } from "./format.ts";
import { itemOf } from "./rows.ts";

/** Keys under which services put their list of articles. */
const LIST_KEYS = ["articles", "items", "results", "data", "docs", "stories", "records", "rows", "hits"];

export const json: Format = {
  name: "json",
  extensions: ["json"],
  sniff: (sample) => (/^\s*\[\s*[{[\]]/.test(sample) ? 0.9 : /^\s*\{\s*"/.test(sample) ? 0.7 : 0),
  async *read(source, { columns }) {
    const text = await source.all();
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new UnreadableError(`This is not whole JSON: ${(error as Error).message}.`);
    }
    const list = listOf(value);
    // JSON keeps no line numbers: `line` counts the entries.
    for (const [i, entry] of list.entries()) yield itemOf(entry, source.file, i + 1, columns);
  },
};

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null) {
    const row = value as Record<string, unknown>;
    const key = LIST_KEYS.find((name) => Array.isArray(row[name]));
    if (key !== undefined) return row[key] as unknown[];
  }
  return [value];
}
