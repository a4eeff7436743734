import { enlarged, generationOf } from "./lexicon.ts";
import { splitWords } from "./words.ts";
import { cutChunk, TOKEN } from "./wink.ts";

/** Numbers of a word in a chunk: where it starts and ends, its number, 1 for a capital, the token it begins in. */
export const WORD = { start: 0, end: 1, id: 2, capital: 3, token: 4, size: 5 } as const;
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

/** Number of the chunk text[start, end), whose characters are codes[0, end - start) and hash to `hash`. */
export function chunkOf(text: string, start: number, end: number, codes: Uint16Array, hash: number): number {
  const length = end - start;
  const mask = table.length - 1;
  for (let at = mixed(hash) & mask; ; at = (at + 1) & mask) {
    const chunk = table[at]! - 1;
    if (chunk < 0) return met(text.slice(start, end), codes, hash, at);
    const record = RECORD * chunk;
    if (records[record] !== hash) continue;
    const from = records[record + CHARACTERS]!;
    if (records[record + RECORD + CHARACTERS]! - from !== length) continue;
    let i = 0;
    while (i < length && characters[from + i] === codes[i]) i++;
    if (i === length) return chunk;
  }
}

const mixed = (hash: number): number => hash ^ (hash >>> 15);

function met(text: string, codes: Uint16Array, hash: number, at: number): number {
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
  keepCharacters(record, codes, text.length);
  const { tokens, whole } = cutChunk(text);
  odd[chunk] = whole ? 0 : 1;
  const { id, start, end, capital } = splitWords(text);
  let token = 0;
  const found: number[] = [];
  for (let i = 0; i < id.length; i++) {
    while ((token + 1) * TOKEN.size < tokens.length && tokens[(token + 1) * TOKEN.size]! <= start[i]!) token++;
    found.push(start[i]!, end[i]!, id[i]!, capital[i] ? 1 : 0, token);
  }
  const tokensFrom = records[record + TOKENS]!;
  const tokensTo = tokensFrom + tokens.length / TOKEN.size;
  records[record + RECORD + TOKENS] = tokensTo;
  kept.tokens = withRoom(kept.tokens, tokensTo * TOKEN.size);
  kept.tokens.set(tokens, tokensFrom * TOKEN.size);
  const wordsFrom = records[record + WORDS]!;
  const wordsTo = wordsFrom + id.length;
  records[record + RECORD + WORDS] = wordsTo;
  kept.words = withRoom(kept.words, wordsTo * WORD.size);
  kept.words.set(found, wordsFrom * WORD.size);
  if (3 * chunks > table.length) spread();
  return chunk;
}

function keepCharacters(record: number, codes: Uint16Array, length: number): void {
  const from = records[record + CHARACTERS]!;
  if (from + length > characters.length) {
    const was = characters;
    characters = new Uint16Array(2 * characters.length + length);
    characters.set(was);
  }
  characters.set(codes.subarray(0, length), from);
  records[record + RECORD + CHARACTERS] = from + length;
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
