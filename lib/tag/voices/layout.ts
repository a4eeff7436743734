import type { Field } from "#lib/tag/read/readArticle.ts";
import type { Quotation } from "./quotations.ts";

/** What stands in the gap before a word, as bits. */
export const GAP = {
  comma: 1,
  quote: 2,
  colon: 4,
  semicolon: 8,
  dash: 16,
  stop: 32,
  bracket: 64,
  possessive: 128,
} as const;
/** Gaps a noun phrase does not reach across. */
export const BREAK = GAP.comma | GAP.quote | GAP.colon | GAP.semicolon | GAP.dash | GAP.stop | GAP.bracket;

/** Punctuation before each word, and which quotation of more than a few words each word stands in (-1: none). */
export interface Layout {
  gap: Uint8Array;
  quoteOf: Int32Array;
  /** 1 for words in quotation marks, speech or label. */
  marked: Uint8Array;
  quotes: readonly Quotation[];
  /** Words of each quotation, and whether it is speech rather than a label. */
  quoteWords: readonly { from: number; to: number; speech: boolean }[];
}

/** A quotation this short without speech punctuation is a label inside the outlet's own sentence (methods 3.4). */
export const LABEL_WORDS = 4;

const ABBREVIATED = new Set(
  "mr mrs ms dr gen sen rep reps sens gov lt col sgt st jr sr maj capt prof rev hon adm cmdr no vs feb jan aug sept oct nov dec".split(
    " ",
  ),
);

/** Reads the gaps between words once. */
export function layoutOf(field: Field, quotes: readonly Quotation[]): Layout {
  const { start, end } = field.words;
  const gap = new Uint8Array(start.length);
  for (let i = 0; i < start.length; i++) {
    const from = i === 0 ? 0 : end[i - 1]!;
    const to = start[i]!;
    if (to - from !== 1 || field.text.charCodeAt(from) !== 32) gap[i] = gapBits(field, from, to, i);
  }
  const quoteOf = new Int32Array(start.length).fill(-1);
  const marked = new Uint8Array(start.length);
  let word = 0;
  const quoteWords = quotes.map((q, k) => {
    while (word < start.length && start[word]! < q.start) word++;
    const from = word;
    while (word < start.length && start[word]! < q.end) word++;
    const speech = isSpeech(field.text, q, word - from);
    marked.fill(1, from, word);
    if (speech) {
      quoteOf.fill(k, from, word);
      if (from < start.length) gap[from]! |= GAP.quote;
      if (word < start.length) gap[word]! |= GAP.quote;
    }
    return { from, to: word, speech };
  });
  return { gap, quoteOf, marked, quotes, quoteWords };
}

/** Longer than a label, or set off and ending as speech does; “…of the Willing,” inside a clause is a label. */
export const isSpeech = (text: string, q: Quotation, words: number): boolean =>
  words > LABEL_WORDS ||
  (words > 0 &&
    /[,!?….][”"’'»]{0,2}$/.test(text.slice(q.start, q.end)) &&
    /(?:^|[.,:;!?—–”"»])\s*$/.test(text.slice(Math.max(0, q.start - 3), q.start)));

function gapBits(field: Field, from: number, to: number, word: number): number {
  let bits = 0;
  const { text } = field;
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if ((c === "," || c === ".") && to - from === 1) {
      // "5,937", "SCTV.ru": no space, so no punctuation.
      if (c === "." && /\p{Ll}/u.test(text[to] ?? "")) continue;
      if (/\d/.test(text[to] ?? "") && /\d/.test(text[from - 1] ?? "")) continue;
    }
    if (c === ",") bits |= GAP.comma;
    else if (c === ":") bits |= GAP.colon;
    else if (c === ";") bits |= GAP.semicolon;
    else if (c === "—" || c === "–" || (c === "-" && (text[i - 1] === " " || text[i - 1] === "-"))) bits |= GAP.dash;
    else if (c === "(" || c === ")" || c === "[" || c === "]") bits |= GAP.bracket;
    else if (c === "!" || c === "?" || c === "…" || c === "\n") bits |= GAP.stop;
    else if (c === "." && !goesOn(text, i) && !(word > 0 && isAbbreviation(field, word - 1))) bits |= GAP.stop;
    else if ((c === "'" || c === "’") && i === from) bits |= GAP.possessive;
  }
  return bits;
}

/** "R-Fla., said", "(D-Calif.) said": the stop of an abbreviation. */
const goesOn = (text: string, stop: number): boolean =>
  text[stop + 1] === "," || (text[stop + 1] === ")" && /^ \p{Ll}/u.test(text.slice(stop + 2, stop + 4)));

function isAbbreviation(field: Field, word: number): boolean {
  const norm = field.norm[word]!;
  return norm.length === 1 || norm.includes(".") || ABBREVIATED.has(norm);
}
