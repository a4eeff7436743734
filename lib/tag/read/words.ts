import { codesOf } from "./codes.ts";
import { enlarged, formOf, isCapital, wordOf, words as numbering } from "./lexicon.ts";

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

/** What scanWords found: number, start and end of each word, 1 for a capital; parallel lists, written over by the next call. */
export const scanned = {
  id: new Int32Array(1024),
  start: new Int32Array(1024),
  end: new Int32Array(1024),
  capital: new Uint8Array(1024),
};
let codes: Uint16Array = new Uint16Array(0);
let count = 0;
/** Where the piece begins: what stands before it is not seen. */
let first = 0;

/** Splits text into words, as WORD does. */
export function splitWords(text: string): Words {
  const found = scanWords(text, codesOf(text), 0, text.length);
  const { id, start, end, capital } = scanned;
  const numbers = Array.from(id.subarray(0, found));
  return {
    norm: numbers.map((number) => numbering.text(number)),
    id: numbers,
    start: Array.from(start.subarray(0, found)),
    end: Array.from(end.subarray(0, found)),
    capital: Array.from(capital.subarray(0, found), (each) => each === 1),
  };
}

/**
 * Finds the words of a piece that ends where a text ends or a space follows; gives their number and leaves them in
 * `scanned`. Plain words are read letter by letter, which is several times as fast as the expression.
 */
export function scanWords(text: string, from: Uint16Array, start: number, end: number): number {
  codes = from;
  first = start;
  count = 0;
  for (let at = start; at < end;) {
    const kind = kindOf(codes[at]!);
    if (kind === OUTSIDE) {
      at++;
      continue;
    }
    const plain = kind === FOREIGN ? -1 : plainEnd(at);
    if (plain >= 0) {
      add(at, plain);
      at = plain;
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (!match || match.index >= end) break;
    at = match.index + match[0].length;
    add(match.index, at);
  }
  return count;
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
  if (end - start === 1 && codes[start] === 115 && start > first) {
    const before = codes[start - 1]!;
    if (before === STRAIGHT || before === CURLY) return;
  }
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + codes[i]!) | 0;
  const form = formOf(codes, start, end, hash, foldWord);
  if (count === scanned.id.length) grow();
  scanned.id[count] = wordOf(form);
  scanned.start[count] = start;
  scanned.end[count] = end;
  scanned.capital[count] = isCapital(form) ? 1 : 0;
  count++;
}

function grow(): void {
  const size = 2 * count;
  scanned.id = enlarged(scanned.id, size);
  scanned.start = enlarged(scanned.start, size);
  scanned.end = enlarged(scanned.end, size);
  const was = scanned.capital;
  scanned.capital = new Uint8Array(size);
  scanned.capital.set(was);
}

/** Lower-case, straight apostrophes, no accents: "Élysée" becomes "elysee". */
export const foldWord = (raw: string): string =>
  PLAIN.test(raw)
    ? raw.toLowerCase()
    : raw.toLowerCase().replaceAll("’", "'").normalize("NFD").replaceAll(/\p{M}/gu, "");
const PLAIN = /^[\w'.]*$/;
