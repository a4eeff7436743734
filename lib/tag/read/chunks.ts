import { apart } from "./codes.ts";
import { enlarged, generationOf } from "./lexicon.ts";
import { cutChunk, kindOfMark, pieces } from "./cut.ts";
import { scanned, scanWords } from "./words.ts";

/** Numbers of a token in a chunk: where it starts and ends, and its kind (tokens.ts). */
export const TOKEN = { start: 0, end: 1, kind: 2, size: 3 } as const;
/** Numbers of a word in a chunk: where it starts and ends, its number, 1 for a capital, the token it begins in. */
export const WORD = { start: 0, end: 1, id: 2, capital: 3, token: 4, size: 5 } as const;
/** Characters without a space that are read as one: the time of some of wink's rules and ours grows with their square. */
export const LONGEST = 200;
/** Chunks kept before all are forgotten, so that memory does not grow with the articles read. */
const MOST = 150_000;

/**
 * Chunks, what stands between spaces, are cut into wink's tokens and our words once and found again by their characters:
 * nothing of that depends on what stands around them.
 */
let table = new Int32Array(1 << 16);
/**
 * Four numbers a chunk, side by side as they are asked for together: its hash, and where its characters, tokens and words
 * begin in what follows; they end where those of the next chunk begin.
 */
let records = new Int32Array(1 << 16);
const RECORD = 4;
const CHARACTERS = 1;
const TOKENS = 2;
const WORDS = 3;
/** 1 where the tokens are not simply the chunk's text: only wink can read what it stands in. */
let odd = new Uint8Array(1 << 14);
let characters = new Uint16Array(1 << 16);
let chunks = 0;
let generation = 0;
/** Numbers of all tokens (TOKEN) and words (WORD) of chunks; offsets count from the chunk's start. */
export const kept = { tokens: new Int32Array(1 << 16), words: new Int32Array(1 << 16) };

export const firstToken = (chunk: number): number => records[RECORD * chunk + TOKENS]!;
export const firstWord = (chunk: number): number => records[RECORD * chunk + WORDS]!;
export const isOdd = (chunk: number): boolean => odd[chunk] === 1;

/** Forgets all chunks when there are many, or when words have other numbers. Chunks found before hold no more. */
export function forgetChunks(): void {
  if (chunks < MOST && generation === generationOf()) return;
  generation = generationOf();
  chunks = 0;
  table.fill(0);
}

/** Number of the chunk text[start, end), whose characters are `codes` there and hash to `hash`. */
export function chunkOf(text: string, codes: Uint16Array, start: number, end: number, hash: number): number {
  const mask = table.length - 1;
  for (let at = mixed(hash) & mask; ; at = (at + 1) & mask) {
    const chunk = table[at]! - 1;
    if (chunk < 0) return met(text, codes, start, end, hash, at);
    const record = RECORD * chunk;
    if (records[record] === hash && isSame(record, codes, start, end)) return chunk;
  }
}

const mixed = (hash: number): number => hash ^ (hash >>> 15);

function met(text: string, codes: Uint16Array, start: number, end: number, hash: number, at: number): number {
  const chunk = chunks++;
  const record = RECORD * chunk;
  records = withRoom(records, record + 2 * RECORD);
  if (chunk === odd.length) {
    const was = odd;
    odd = new Uint8Array(2 * chunk);
    odd.set(was);
  }
  table[at] = chunk + 1;
  records[record] = hash;
  keepCharacters(record, codes, start, end);
  if (markedWord(record, codes, start, end)) {
    odd[chunk] = 0;
    if (3 * chunks > table.length) spread();
    return chunk;
  }
  const piece = text.slice(start, end);
  cutChunk(piece);
  odd[chunk] = pieces.whole ? 0 : 1;
  keepTokens(record);
  // What is overlong is cut where no space stands.
  if (piece.length < LONGEST) keepWords(record, start, scanWords(text, codes, start, end));
  else keepWords(record, 0, scanWords(piece, apart(codes, start, end), 0, piece.length));
  if (3 * chunks > table.length) spread();
  return chunk;
}

/** Behind letters these are tokens of their own: wink knows no word that ends with them. */
const BEHIND = [..."’,;:?!”"].map((mark) => mark.charCodeAt(0));

/** "talks," where "talks" was met as one token: kept as that and its mark, so that nothing is cut out and looked up. */
function markedWord(record: number, codes: Uint16Array, start: number, end: number): boolean {
  const last = end - 1;
  if (last - start < 2 || !BEHIND.includes(codes[last]!)) return false;
  let hash = 0;
  for (let at = start; at < last; at++) {
    const c = codes[at]!;
    if ((c | 32) < 97 || (c | 32) > 122) return false;
    hash = (Math.imul(hash, 31) + c) | 0;
  }
  const mask = table.length - 1;
  for (let at = mixed(hash) & mask; table[at] !== 0; at = (at + 1) & mask) {
    const other = RECORD * (table[at]! - 1);
    if (records[other] !== hash || !isSame(other, codes, start, last)) continue;
    return keepMarked(record, other, codes[last]!, last - start);
  }
  return false;
}

/** Keeps tokens and words of another chunk with a mark behind them; false where that is not one token and one word. */
function keepMarked(record: number, other: number, mark: number, length: number): boolean {
  const token = records[other + TOKENS]!;
  const word = records[other + WORDS]!;
  const one = records[other + RECORD + TOKENS] === token + 1 && records[other + RECORD + WORDS] === word + 1;
  if (!one || odd[other / RECORD] === 1) return false;
  const to = records[record + TOKENS]! * TOKEN.size;
  kept.tokens = withRoom(kept.tokens, to + 2 * TOKEN.size);
  kept.tokens.copyWithin(to, token * TOKEN.size, (token + 1) * TOKEN.size);
  kept.tokens.set([length, length + 1, kindOfMark(mark)], to + TOKEN.size);
  records[record + RECORD + TOKENS] = records[record + TOKENS]! + 2;
  const words = records[record + WORDS]! * WORD.size;
  kept.words = withRoom(kept.words, words + WORD.size);
  kept.words.copyWithin(words, word * WORD.size, (word + 1) * WORD.size);
  records[record + RECORD + WORDS] = records[record + WORDS]! + 1;
  return true;
}

function isSame(record: number, codes: Uint16Array, start: number, end: number): boolean {
  const from = records[record + CHARACTERS]!;
  const length = end - start;
  if (records[record + RECORD + CHARACTERS]! - from !== length) return false;
  let i = 0;
  while (i < length && characters[from + i] === codes[start + i]) i++;
  return i === length;
}

function keepTokens(record: number): void {
  const { tokens } = pieces;
  const from = records[record + TOKENS]! * TOKEN.size;
  records[record + RECORD + TOKENS] = (from + tokens.length) / TOKEN.size;
  kept.tokens = withRoom(kept.tokens, from + tokens.length);
  for (let i = 0; i < tokens.length; i++) kept.tokens[from + i] = tokens[i]!;
}

/** Keeps the words scanned last, counted from the start of the chunk they stand in. */
function keepWords(record: number, start: number, found: number): void {
  const { tokens } = pieces;
  const from = records[record + WORDS]!;
  records[record + RECORD + WORDS] = from + found;
  kept.words = withRoom(kept.words, (from + found) * WORD.size);
  const { words } = kept;
  let token = 0;
  for (let i = 0; i < found; i++) {
    const first = scanned.start[i]! - start;
    while ((token + 1) * TOKEN.size < tokens.length && tokens[(token + 1) * TOKEN.size]! <= first) token++;
    const at = (from + i) * WORD.size;
    words[at + WORD.start] = first;
    words[at + WORD.end] = scanned.end[i]! - start;
    words[at + WORD.id] = scanned.id[i]!;
    words[at + WORD.capital] = scanned.capital[i]!;
    words[at + WORD.token] = token;
  }
}

function keepCharacters(record: number, codes: Uint16Array, start: number, end: number): void {
  const from = records[record + CHARACTERS]!;
  const to = from + end - start;
  if (to > characters.length) {
    const was = characters;
    characters = new Uint16Array(2 * to);
    characters.set(was);
  }
  for (let i = start; i < end; i++) characters[from + i - start] = codes[i]!;
  records[record + RECORD + CHARACTERS] = to;
}

const withRoom = (list: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> =>
  length > list.length ? enlarged(list, 2 * length) : list;

/** Twice the room to look chunks up. */
function spread(): void {
  table = new Int32Array(2 * table.length);
  const mask = table.length - 1;
  for (let chunk = 0; chunk < chunks; chunk++) {
    let at = mixed(records[RECORD * chunk]!) & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = chunk + 1;
  }
}
