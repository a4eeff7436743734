import type { Quotation } from "./quotations.ts";

/** Longest single-quoted stretch without a stop before its closing mark, in code units. */
const SINGLE_REACH = 1500;
/** How many further paragraphs a speech is looked for in that opens each with a mark and closes only the last. */
const PARAGRAPHS = 6;

/** Quotations in single marks, told from apostrophes by what stands before and after. */
export function singleQuoted(text: string, marks: readonly number[]): Quotation[] {
  const found: Quotation[] = [];
  for (let k = 0; k < marks.length; k++) {
    const start = marks[k]!;
    if (!opensSingle(text, start)) continue;
    const end = closeOfSingle(text, marks, k);
    const again = end < 0 ? goesOn(text, marks, k) : -1;
    if (again >= 0) {
      found.push({ start, end: start + text.slice(start, marks[again]).trimEnd().length, closed: false, dash: false });
      k = again - 1;
    }
    if (end < 0) continue;
    found.push({ start, end: marks[end]! + 1, closed: true, dash: false });
    k = end;
  }
  return found;
}

/** "'It rained. 'It will rain again.'": the mark by which the same speech goes on in its next paragraph; -1 for none. */
function goesOn(text: string, marks: readonly number[], k: number, paragraphs = PARAGRAPHS): number {
  for (let i = k + 1; i < marks.length && marks[i]! - marks[k]! < SINGLE_REACH; i++) {
    if (!opensSingle(text, marks[i]!)) continue;
    if (!/[.!?…]\s+$/.test(text.slice(Math.max(0, marks[i]! - 3), marks[i]))) return -1;
    const closed = closeOfSingle(text, marks, i) >= 0;
    return closed || (paragraphs > 1 && goesOn(text, marks, i, paragraphs - 1) >= 0) ? i : -1;
  }
  return -1;
}

function opensSingle(text: string, at: number): boolean {
  // Most are apostrophes, behind a letter.
  if (at > 0 && text.charCodeAt(at - 1) > 58 && text.charCodeAt(at - 1) < 91) return false;
  if (at > 0 && text.charCodeAt(at - 1) > 96 && text.charCodeAt(at - 1) < 127) return false;
  if (text[at] === "'" && (text[at + 1] === "'" || text[at - 1] === "'")) return false;
  const before = text[at - 1] ?? " ";
  const after = text.slice(at + 1, at + 6);
  if (!/[\s([—–:]/.test(before) || !/^[\p{L}\p{N}$£€[.…]/u.test(after)) return false;
  return !/^(\d0s|em\b|til\b|cause|tis\b|twas\b|n\b)/i.test(after);
}

/** Index of the mark that closes the one at `k`, -1 where none does: then it is an apostrophe or was never closed. */
function closeOfSingle(text: string, marks: readonly number[], k: number): number {
  let fallback = -1;
  for (let i = k + 1; i < marks.length; i++) {
    const at = marks[i]!;
    if (at - marks[k]! > SINGLE_REACH || text.slice(marks[k], at).includes("\n")) break;
    if (opensSingle(text, at)) break;
    const after = text[at + 1] ?? " ";
    const before = text[at - 1] ?? "";
    if (/[\p{L}\p{N}]/u.test(after) || after === "'" || before === "'") continue;
    if (/[.,!?…]/.test(before)) return i;
    if (/[.!?]\s+["“‘]?\p{Lu}/u.test(text.slice(marks[k], at))) break;
    if (before !== "s") return fallback >= 0 && text.slice(marks[k], at).length > 60 ? fallback : i;
    if (fallback < 0) fallback = i;
  }
  return fallback;
}
