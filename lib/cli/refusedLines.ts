import type { Rejected } from "#lib/domain/import.ts";
import { inLine } from "./output.ts";

/** Rows told one by one; more of one file with the same reason share a line. */
const APART = 3;
/** Stretches of lines named in one line. */
const STRETCHES = 8;

/**
 * "file:line: reason" for every row, in the order they came; many rows of a file that were refused for the same reason are
 * one line that tells where they stand. A file as a whole has no line.
 */
export function refusedLines(rows: readonly Rejected[]): string[] {
  const groups = new Map<string, Rejected[]>();
  for (const row of rows) {
    const key = `${row.file}\n${withoutAddress(row.reason)}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const { file, reason } = group[0]!;
    if (group.length > APART) {
      const lines = group.map(({ line }) => line);
      return [`${inLine(file)}:${stretches(lines)}: ${group.length} rows: ${inLine(withoutAddress(reason))}`];
    }
    return group.map((row) => {
      const at = row.line === 0 ? "" : `:${row.line}`;
      return `${inLine(row.file)}${at}: ${inLine(row.reason)}`;
    });
  });
}

/** Rows of a list begin with their address, which differs where the reason is the same. */
const withoutAddress = (reason: string): string => reason.replace(/^https?:\/\/\S+: /i, "");

/** 1, 2, 3, 7 as "1-3,7"; of many stretches the first, and the last line. */
function stretches(lines: readonly number[]): string {
  const all: { from: number; to: number }[] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = all.at(-1);
    if (last && line <= last.to + 1) last.to = line;
    else all.push({ from: line, to: line });
  }
  const told = all.slice(0, STRETCHES).map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  return all.length > STRETCHES ? `${told.join(",")},…,${all.at(-1)!.to}` : told.join(",");
}
