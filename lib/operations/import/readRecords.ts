import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { RawRecord, Rejected } from "#lib/domain/import.ts";

export type ReadItem = (RawRecord & { file: string }) | Rejected;

/** JSON Lines, JSON, plain text, or a folder of these. One bad row becomes a Rejected and never stops the rest. */
export async function* readRecords(paths: readonly string[]): AsyncGenerator<ReadItem> {
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).filter((name) => /\.(jsonl|json|txt)$/.test(name)).toSorted();
      yield* readRecords(names.map((name) => join(path, name)));
    } else if (path.endsWith(".jsonl")) yield* jsonLines(path);
    else if (path.endsWith(".json")) yield* json(path);
    else yield { file: path, line: 1, text: await readFile(path, "utf8") };
  }
}

async function* jsonLines(file: string): AsyncGenerator<ReadItem> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line++;
    if (text.trim() !== "") yield parsed(file, line, text);
  }
}

async function* json(file: string): AsyncGenerator<ReadItem> {
  const value = JSON.parse(await readFile(file, "utf8")) as unknown;
  for (const item of Array.isArray(value) ? value : [value]) yield parsed(file, 1, JSON.stringify(item));
}

function parsed(file: string, line: number, text: string): ReadItem {
  try {
    return { ...(JSON.parse(text) as RawRecord), file, line };
  } catch {
    return { file, line, reason: "This is not JSON." };
  }
}
