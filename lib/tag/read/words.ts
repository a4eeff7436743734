import { formOf, isCapital, wordOf, words as numbering } from "./lexicon.ts";

/** Words of one field with their positions; parallel arrays, one entry a word. */
export interface Words {
  /** Lower-case, accents folded, possessive 's dropped; hyphenated words are several words. */
  norm: string[];
  /** Numbers of the words (lexicon.ts). */
  id: number[];
  /** UTF-16 offsets of the word, without the possessive. */
  start: number[];
  end: number[];
  /** True where the word begins with a capital letter or digit. */
  capital: boolean[];
}

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’](?!s(?![\p{L}\p{N}]))\p{L}+)*/gu;
const LETTER = 1;
const DIGIT = 2;
/** Neither letter nor digit. */
const OUTSIDE = 0;
/** Only the regular expression can tell. */
const FOREIGN = 4;
const STOP = 46;
const CURLY = 0x2019;
const STRAIGHT = 39;

/** Kinds of the first 256 characters; above, general punctuation holds no letter, the rest is left to the expression. */
const KINDS = Uint8Array.from({ length: 256 }, (_, c) => {
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return LETTER;
  if (c >= 48 && c <= 57) return DIGIT;
  return c < 128 || [0xa0, 0xa3, 0xab, 0xb7, 0xbb].includes(c) ? OUTSIDE : FOREIGN;
});
const kindOf = (c: number): number => {
  if (c < 256) return KINDS[c]!;
  return c >= 0x2000 && c < 0x2070 ? OUTSIDE : FOREIGN;
};

let codes = new Uint16Array(1 << 15);
/** Words are gathered here and cut out at their number: lists that grow leave as much again behind them. */
const gathered: Words = { norm: [], id: [], start: [], end: [], capital: [] };
let count = 0;

/** Splits text into words, as WORD does; plain words are read letter by letter, which is several times as fast. */
export function splitWords(text: string): Words {
  count = 0;
  const { length } = text;
  // One more for the end, which must read as no letter.
  if (length >= codes.length) codes = new Uint16Array(2 * length);
  for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(i);
  codes[length] = 0;
  for (let at = 0; at < length;) {
    const kind = kindOf(codes[at]!);
    if (kind === OUTSIDE) {
      at++;
      continue;
    }
    const end = kind === FOREIGN ? -1 : plainEnd(at);
    if (end >= 0) {
      add(at, end);
      at = end;
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (!match) break;
    at = match.index + match[0].length;
    add(match.index, at);
  }
  return {
    norm: gathered.norm.slice(0, count),
    id: gathered.id.slice(0, count),
    start: gathered.start.slice(0, count),
    end: gathered.end.slice(0, count),
    capital: gathered.capital.slice(0, count),
  };
}

/** Where the word that begins at `at` ends, -1 where only the expression can tell. */
function plainEnd(at: number): number {
  let end = at + 1;
  for (; ; end++) {
    const c = codes[end]!;
    const kind = kindOf(c);
    if (kind === LETTER || kind === DIGIT) continue;
    if (kind === FOREIGN) return -1;
    // "U.S.", "can't": full stops after single letters and apostrophes.
    if (c === STOP && end === at + 1) return kindOf(codes[end + 1]!) === OUTSIDE ? end : -1;
    if (c === STRAIGHT || c === CURLY) return apostrophe(end);
    return end;
  }
}

/** A word's end at an apostrophe: in front of it, unless a letter follows that is no possessive s. */
function apostrophe(end: number): number {
  const next = codes[end + 1]!;
  const kind = kindOf(next);
  if (kind === OUTSIDE || kind === DIGIT) return end;
  if (next === 115 && kindOf(codes[end + 2]!) === OUTSIDE) return end;
  return -1;
}

function add(start: number, end: number): void {
  if (end - start === 1 && codes[start] === 115 && start > 0) {
    const before = codes[start - 1]!;
    if (before === STRAIGHT || before === CURLY) return;
  }
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + codes[i]!) | 0;
  const form = formOf(codes, start, end, hash, foldWord);
  const id = wordOf(form);
  gathered.norm[count] = numbering.text(id);
  gathered.id[count] = id;
  gathered.start[count] = start;
  gathered.end[count] = end;
  gathered.capital[count] = isCapital(form);
  count++;
}

/** Lower-case, straight apostrophes, no accents: "Élysée" becomes "elysee". */
export const foldWord = (raw: string): string =>
  raw.toLowerCase().replaceAll("’", "'").normalize("NFD").replaceAll(/\p{M}/gu, "");
