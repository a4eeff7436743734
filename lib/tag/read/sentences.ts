import { matches } from "./machine.ts";

export interface Range {
  start: number;
  end: number;
}

/** Paragraphs of a text: runs between line breaks, blank ones left out. */
export function paragraphsOf(text: string): Range[] {
  const ranges: Range[] = [];
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    if (text.slice(start, end).trim() !== "") ranges.push({ start, end });
    start = end + 1;
  }
  return ranges;
}

/** "(D-N.Y.) said": wink ends a sentence between initials behind a hyphen. */
const insideInitials = (text: string, at: number): boolean =>
  /\p{Lu}\.$/u.test(text.slice(Math.max(0, at - 3), at)) && /^\p{Lu}\./u.test(text.slice(at, at + 3));

/** "(D-Calif.) said": behind a bracket a small letter begins no sentence. */
function goesOn(text: string, end: number, start: number): boolean {
  if (text.charCodeAt(end - 1) !== 41 || start === end) return false;
  const next = text.charCodeAt(start);
  return next >= 97 && next <= 122;
}

const NO_WORD = /^[^\p{L}\p{N}]*$/u;
const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/**
 * Sentences of a paragraph of `tokens` tokens, whose places are `starts` and `ends`; they end at the `found` matches. A
 * stray closing mark joins the sentence before it.
 */
export function sentencesOf(
  text: string,
  paragraph: Range,
  starts: Int32Array,
  ends: Int32Array,
  tokens: number,
  found: number,
): Range[] {
  const sentences: Range[] = [];
  const add = (from: number, to: number): void => {
    const start = starts[from]!;
    const end = ends[to]!;
    const last = sentences.at(-1);
    const joins =
      last !== undefined &&
      (goesOn(text, last.end, start) ||
        (!(isLetter(text.charCodeAt(start)) && last.end < start) &&
          (NO_WORD.test(text.slice(start, end)) || (last.end === start && insideInitials(text, start)))));
    if (joins) last.end = end;
    else sentences.push({ start, end });
  };
  let from = 0;
  for (let k = 0; k < found; k++) {
    const to = matches.first[k]!;
    if (from < tokens && to < tokens) add(from, to);
    from = to + 1;
  }
  if (from < tokens) add(from, tokens - 1);
  if (sentences.length === 0) sentences.push({ ...paragraph });
  return sentences;
}
