import type { Format } from "./format.ts";
import { linesOf } from "./lines.ts";
import { itemOf } from "./rows.ts";

export const jsonLines: Format = {
  name: "jsonl",
  extensions: ["jsonl", "ndjson", "jsonlines"],
  sniff(sample) {
    const lines = sample.split("\n", 3).map((line) => line.trim());
    if (!lines[0]?.startsWith("{") || !isObject(lines[0])) return 0;
    return lines.length > 1 && lines[1] !== "" ? 0.95 : 0.6;
  },
  async *read(source, { columns, limits }) {
    for await (const { n, line } of linesOf(source.chunks(), limits.row)) {
      if (line === null) {
        yield { file: source.file, line: n, reason: `The line is longer than ${limits.row} characters.` };
      } else if (line.trim() !== "") {
        const value = parsed(line);
        yield value === undefined
          ? { file: source.file, line: n, reason: "This line is not JSON." }
          : itemOf(value, source.file, n, columns);
      }
    }
  },
};

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (line: string): boolean => {
  const value = parsed(line);
  return typeof value === "object" && value !== null;
};
