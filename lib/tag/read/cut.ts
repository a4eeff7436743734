import { kindOfPlain, kindOfToken, SPACES } from "./tokens.ts";
import { cache, preserve, recordOf } from "./wink.ts";

/** A piece of text as wink cuts it into tokens; written over by the next call. */
export const pieces: {
  /** Where each token starts and ends in its piece, and its kind (tokens.ts): three numbers a token. */
  tokens: number[];
  /** By token whether spaces stand before it. */
  spaced: boolean[];
  /** The tokens are the piece's text, one behind the other with the spaces between them. */
  whole: boolean;
} = { tokens: [], spaced: [], whole: true };

/** Lets wink cut any text without line breaks. */
export function cut(piece: string): void {
  const { tokens, nonBreakingSpaces } = recordOf(piece);
  begin();
  let at = 0;
  for (let i = 0; i < tokens.length; i += 4) {
    const value = cache.value(tokens[i]!);
    const spaces = tokens[i + 1]! & SPACES;
    const guess = at + (spaces < SPACES ? spaces : nonBreakingSpaces[i / 4]!.length);
    const fits = piece.startsWith(value, guess);
    if (!fits) pieces.whole = false;
    const start = fits ? guess : Math.max(at, piece.indexOf(value, at));
    at = start + value.length;
    pieces.tokens.push(start, at, kindOfToken(tokens[i]!, tokens[i + 1]!, tokens[i + 2]!));
    pieces.spaced.push(spaces > 0);
  }
  if (at !== piece.length) pieces.whole = false;
}

function begin(): void {
  pieces.tokens.length = 0;
  pieces.spaced.length = 0;
  pieces.whole = true;
}

/** wink's categories of tokens. */
const WORD = 1;
const NUMBER = 2;
const CURRENCY = 11;
const PUNCTUATION = 12;
const SYMBOL = 13;
const POSSESSIVE = 17;

const ALPHABETIC = /^[a-zÀ-ÖØ-öø-ÿ]+$/i;
const HYPHENATED = /^[a-zÀ-ÖØ-öø-ÿ]{2,}(?:[-–][a-zÀ-ÖØ-öø-ÿ]{2,})+$/i;
const DIGITS = /^\d+(?:[.,]\d+)*$/;
const OWNED = /^[a-zÀ-ÖØ-öø-ÿ]{2,}['’]s$/i;
/** Marks in front, and behind; of those behind, what wink takes off where a word, a mark or a mark in front stands before. */
const LEFT = '‘“"[({';
const RIGHT = "’'”\"])}….,!;?:/";
const BEHIND_WORD = '’”"])}….,!;?/:';
const BEHIND_ANY = "’'”\"….,!;?:";
const BEHIND_LEFT = "’'”\"])}…,!;?:";
/** Inside longer words wink takes these for money. */
const MONEY = /USD|AUD|INR|GBP/;

/**
 * Cuts a piece without any space. Most are a word, a number or joined words with a mark or two around them, which wink
 * cuts by few of its many rules (wink-nlp 2.4 src/tokenizer.js); those are followed here, all else is left to wink.
 */
export function cutChunk(piece: string): void {
  begin();
  const known = cache.lookup(piece);
  if (known !== null) {
    if (known.length !== 1 || !put(0, piece.length, known[0]!)) cut(piece);
  } else if (!cutMarked(piece)) {
    begin();
    if (!cutShaped(piece)) cut(piece);
  }
}

/** False where only wink can tell; some tokens may have been put by then. */
function cutMarked(piece: string): boolean {
  const { length } = piece;
  const start = LEFT.includes(piece[0]!) ? 1 : 0;
  let end = length;
  while (end > start && length - end < 2 && RIGHT.includes(piece[end - 1]!)) end--;
  const inside = piece.slice(start, end);
  // A single letter keeps its full stop.
  if (inside.length < 2) return start === 0 && cutLetter(piece, inside);
  if (start === 1) mark(piece, 0);
  const marks = length - end;
  if (ALPHABETIC.test(inside)) {
    if (!cutWord(piece, inside, start, end)) return false;
  } else if (marks < 2 && DIGITS.test(inside)) {
    if (marks === 1 && !(start === 0 ? BEHIND_ANY : BEHIND_LEFT).includes(piece[end]!)) return false;
    if (!asKnown(inside, start, NUMBER)) return false;
  } else if (marks < 2 && HYPHENATED.test(inside)) {
    if (piece[end] === "/" || isLongerWord(piece, inside, end) || !cutJoined(inside, start)) return false;
  } else if (marks === 0 && OWNED.test(inside) && !MONEY.test(inside)) {
    // Behind a mark "he's" is looked up as a whole.
    if (start === 1 && cache.lookup(inside) !== null) return false;
    if (!asKnown(inside.slice(0, -2), start, WORD) || !asKnown(inside.slice(-2), end - 2, POSSESSIVE)) return false;
  } else return false;
  for (let at = end; at < length; at++) mark(piece, at);
  return true;
}

/** A word in straight single quotes or with one behind it; a sum of money; a share; what digits and letters make up. */
const SINGLE_QUOTED = /^('?)([a-zÀ-ÖØ-öø-ÿ]{2,})((?:'[.,:;?!]?)|[,:;?!])?$/i;
const SUM = /^(\(?)([$£€])(\d+(?:[.,]\d+)*)([.,;:)”"]?)$/;
const SHARE = /^(\d+(?:[.,]\d+)*)%([.,;]?)$/;
const COUNTED = /^(\d+(?:[.,]\d+)*)([-–])([a-zÀ-ÖØ-öø-ÿ]{2,})$/i;
const TRAILING_OFF = /^([a-zÀ-ÖØ-öø-ÿ]{2,})(\.{2,})$/i;
const NUMBERED = /^[a-zÀ-ÖØ-öø-ÿ]{2,}-\d+$/i;

/** Further shapes that real articles are full of; false where only wink can tell. */
function cutShaped(piece: string): boolean {
  if (MONEY.test(piece)) return false;
  const { length } = piece;
  // What stands before the last mark may itself be known to wink, as "goin'" is.
  if (cache.lookup(piece.slice(0, -1)) !== null) return false;
  let shape = SINGLE_QUOTED.exec(piece);
  if (shape !== null) {
    const [, before, word, behind = ""] = shape;
    if (before === "" && behind === "") return false;
    if (before !== "") mark(piece, 0);
    if (!asKnown(word!, before!.length, WORD)) return false;
    for (let at = length - behind.length; at < length; at++) mark(piece, at);
    return true;
  }
  shape = SUM.exec(piece);
  if (shape !== null) {
    const [, before, sign, sum, behind] = shape;
    if (before !== "") mark(piece, 0);
    if (!asKnown(sign!, before!.length, CURRENCY) || !asKnown(sum!, before!.length + 1, NUMBER)) return false;
    return behind === "" || mark(piece, length - 1);
  }
  shape = SHARE.exec(piece);
  if (shape !== null) {
    const [, share, behind] = shape;
    if (!asKnown(share!, 0, NUMBER) || !asKnown("%", share!.length, SYMBOL)) return false;
    return behind === "" || mark(piece, length - 1);
  }
  shape = COUNTED.exec(piece);
  if (shape !== null) {
    const [, number, , word] = shape;
    return asKnown(number!, 0, NUMBER) && mark(piece, number!.length) && asKnown(word!, number!.length + 1, WORD);
  }
  shape = TRAILING_OFF.exec(piece);
  if (shape !== null) {
    const [, word, stops] = shape;
    return asKnown(word!, 0, WORD) && put(word!.length, length, cache.add(stops!, PUNCTUATION));
  }
  return NUMBERED.test(piece) && asKnown(piece, 0, WORD);
}

/** "a", "a." and "a,". */
function cutLetter(piece: string, letter: string): boolean {
  if (!ALPHABETIC.test(letter) || piece.length > 2) return false;
  if (piece.length === 1 || piece[1] === ".") return put(0, piece.length, cache.add(piece, WORD));
  return BEHIND_WORD.includes(piece[1]!) && put(0, 1, cache.add(letter, WORD)) && mark(piece, 1);
}

/** A word of letters among marks, which are not put here. */
function cutWord(piece: string, word: string, start: number, end: number): boolean {
  const marks = piece.length - end;
  const first = piece[end];
  if (marks === 2) {
    const last = piece[end + 1]!;
    if (!BEHIND_WORD.includes(first!) || !(start === 0 ? BEHIND_ANY : BEHIND_LEFT).includes(last)) return false;
    if ((first === "." && last === ".") || cache.lookup(word + first) !== null) return false;
    return put(start, end, cache.add(word, WORD));
  }
  if (start === 0 && (first === undefined || BEHIND_WORD.includes(first)))
    return put(start, end, cache.add(word, WORD));
  if (first === "/" || isLongerWord(piece, word, end)) return false;
  return asKnown(word, start, WORD);
}

/** Whether a word and the full stop behind it are an abbreviation, or the word may hold the name of a currency. */
const isLongerWord = (piece: string, word: string, end: number): boolean =>
  (piece[end] === "." && cache.lookup(`${word}.`) !== null) || MONEY.test(word);

/** Words joined by hyphens, kept together where wink knows them so or a part is one that stays joined. */
function cutJoined(text: string, start: number): boolean {
  if (cache.lookup(text) !== null) return asKnown(text, start, WORD);
  const parts = text.split(/[-–]/);
  if (preserve.prefix[parts[0]!] || preserve.suffix[parts.at(-1)!]) return asKnown(text, start, WORD);
  let at = start;
  for (const part of parts) {
    if (at > start) mark(text, at - 1 - start, at - 1);
    if (!asKnown(part, at, WORD)) return false;
    at += part.length + 1;
  }
  return true;
}

/** Puts a word wink knows, or makes it known; false for contractions. */
function asKnown(word: string, start: number, category: number): boolean {
  const known = cache.lookup(word);
  if (known !== null && known.length !== 1) return false;
  return put(start, start + word.length, known === null ? cache.add(word, category) : known[0]!);
}

const mark = (text: string, at: number, start = at): true => put(start, start + 1, cache.add(text[at]!, PUNCTUATION));

/** The kind of a mark by its character. */
export const kindOfMark = (code: number): number => kindOfPlain(cache.add(String.fromCharCode(code), PUNCTUATION));

function put(start: number, end: number, word: number): true {
  pieces.tokens.push(start, end, kindOfPlain(word));
  pieces.spaced.push(false);
  return true;
}
