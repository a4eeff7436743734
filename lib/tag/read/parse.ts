import { chunkOf, firstToken, firstWord, forgetChunks, isOdd, kept, LONGEST, TOKEN, WORD } from "./chunks.ts";
import { apart, codesOf } from "./codes.ts";
import { cut, pieces } from "./cut.ts";
import { words as numbering } from "./lexicon.ts";
import { matches } from "./machine.ts";
import { paragraphsOf, sentencesOf, type Range } from "./sentences.ts";
import { tokenKinds } from "./tokens.ts";
import { endMachine, speechEventOf, speechMachines, speechName } from "./wink.ts";
import { scanned, scanWords, type Words } from "./words.ts";

/** A text read into words with parts of speech, and its paragraphs into sentences, as wink reads them. */
export interface Parsed {
  words: Words;
  /** Universal part of speech of each word ("NOUN", "VERB" …): that of wink's token it begins in. */
  pos: string[];
  paragraphs: (Range & { sentences: Range[] })[];
}

/** Chunks of the paragraph in hand: number, and two times where it starts, plus 1 where a space stands before it. */
let chunks = new Int32Array(1024);
let places = new Int32Array(1024);
/** Its tokens: where they start and end, their kinds, and what the machines see of them. */
let starts = new Int32Array(1024);
let ends = new Int32Array(1024);
let kinds = new Int32Array(1024);
let endEvents = new Int32Array(1024);
let speechEvents = new Int32Array(1024);
let speech = new Int32Array(1024);
let count = 0;

/** Words are gathered here and cut out at their number: lists that grow leave as much again behind them. */
const gathered: Words & { token: number[]; pos: string[] } = {
  norm: [],
  id: [],
  start: [],
  end: [],
  capital: [],
  token: [],
  pos: [],
};
let words = 0;

/** LONGEST characters without a space, and more. */
const OVERLONG = /\S{200}(?=\S)/g;

/** Reads a text paragraph by paragraph: wink does not split at line breaks. */
export function parseText(text: string): Parsed {
  forgetChunks();
  words = 0;
  const codes = codesOf(text);
  const paragraphs: Parsed["paragraphs"] = [];
  for (const { start, end } of paragraphsOf(text)) {
    count = 0;
    const from = words;
    makeRoom(end - start);
    const found = cutIntoChunks(text, codes, start, end);
    if (found < 0) readWhole(text, codes, start, end);
    else {
      takeTokens(found);
      takeWords(found);
    }
    tagSpeech();
    for (let i = from; i < words; i++) gathered.pos[i] = speechName(speech[gathered.token[i]!]!);
    const sentences = sentencesOf(text, { start, end }, starts, ends, count, endMachine.find(endEvents, count));
    paragraphs.push({ start, end, sentences });
  }
  return {
    words: {
      norm: gathered.norm.slice(0, words),
      id: gathered.id.slice(0, words),
      start: gathered.start.slice(0, words),
      end: gathered.end.slice(0, words),
      capital: gathered.capital.slice(0, words),
    },
    pos: gathered.pos.slice(0, words),
    paragraphs,
  };
}

/** Room for the chunks and tokens of a paragraph: there are at most as many as it has characters. */
function makeRoom(length: number): void {
  if (length <= starts.length) return;
  const size = 2 * length;
  chunks = new Int32Array(size);
  places = new Int32Array(size);
  starts = new Int32Array(size);
  ends = new Int32Array(size);
  kinds = new Int32Array(size);
  endEvents = new Int32Array(size);
  speechEvents = new Int32Array(size);
  speech = new Int32Array(size);
}

/** Number of chunks of a paragraph; -1 where it holds a space of another kind or a chunk that only wink can read. */
function cutIntoChunks(text: string, codes: Uint16Array, start: number, end: number): number {
  let found = 0;
  let spaced = 0;
  for (let at = start; at < end;) {
    if (codes[at] === 32) {
      spaced = 1;
      at++;
      continue;
    }
    const from = at;
    let hash = 0;
    for (; at < end; at++) {
      const c = codes[at]!;
      if (c === 32 || (at - from >= LONGEST && !isLowSurrogate(c))) break;
      if (isOtherSpace(c)) return -1;
      hash = (Math.imul(hash, 31) + c) | 0;
    }
    const chunk = chunkOf(text, codes, from, at, hash);
    if (isOdd(chunk)) return -1;
    chunks[found] = chunk;
    places[found++] = 2 * from + spaced;
    spaced = 0;
  }
  return found;
}

const isLowSurrogate = (c: number): boolean => c >= 0xdc00 && c <= 0xdfff;

/** A space wink tells apart from the plain one. */
function isOtherSpace(c: number): boolean {
  if (c < 0x2002) return c === 9 || c === 10 || c === 13 || c === 0xa0;
  return c <= 0x2005 || c === 0x2009 || c === 0x200a || c === 0x202f || c === 0x205f;
}

/** Tokens of the first chunks. */
function takeTokens(found: number): void {
  const { tokens } = kept;
  const { bare, spaced, event, pos } = tokenKinds;
  let to = 0;
  for (let i = 0; i < found; i++) {
    const offset = places[i]! >> 1;
    let before = places[i]! & 1;
    const last = firstToken(chunks[i]! + 1) * TOKEN.size;
    for (let at = firstToken(chunks[i]!) * TOKEN.size; at < last; at += TOKEN.size) {
      const kind = tokens[at + TOKEN.kind]!;
      starts[to] = offset + tokens[at + TOKEN.start]!;
      ends[to] = offset + tokens[at + TOKEN.end]!;
      kinds[to] = kind;
      endEvents[to] = before === 1 ? spaced[kind]! : bare[kind]!;
      speechEvents[to] = event[kind]!;
      speech[to] = pos[kind]!;
      before = 0;
      to++;
    }
  }
  count = to;
}

/** Words of the first chunks. */
function takeWords(found: number): void {
  const { words: list } = kept;
  const { norm, id, start, end, capital, token } = gathered;
  let to = words;
  let tokens = 0;
  for (let i = 0; i < found; i++) {
    const chunk = chunks[i]!;
    const offset = places[i]! >> 1;
    const last = firstWord(chunk + 1) * WORD.size;
    for (let at = firstWord(chunk) * WORD.size; at < last; at += WORD.size) {
      const number = list[at + WORD.id]!;
      norm[to] = numbering.text(number);
      id[to] = number;
      start[to] = offset + list[at + WORD.start]!;
      end[to] = offset + list[at + WORD.end]!;
      capital[to] = list[at + WORD.capital] === 1;
      token[to] = tokens + list[at + WORD.token]!;
      to++;
    }
    tokens += firstToken(chunk + 1) - firstToken(chunk);
  }
  words = to;
}

/** Lets wink cut the paragraph as a whole, but for what is longer than any word. */
function readWhole(text: string, codes: Uint16Array, start: number, end: number): void {
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(OVERLONG)) {
    const to = start + index + LONGEST - (isLowSurrogate(codes[start + index + LONGEST]!) ? 1 : 0);
    readPiece(text, codes, from, to);
    from = to;
  }
  readPiece(text, codes, from, end);
}

function readPiece(text: string, codes: Uint16Array, start: number, end: number): void {
  const piece = text.slice(start, end);
  let token = count;
  cut(piece);
  const { tokens, spaced } = pieces;
  for (let i = 0; i < spaced.length; i++, count++) {
    const kind = tokens[i * TOKEN.size + TOKEN.kind]!;
    starts[count] = start + tokens[i * TOKEN.size + TOKEN.start]!;
    ends[count] = start + tokens[i * TOKEN.size + TOKEN.end]!;
    kinds[count] = kind;
    endEvents[count] = (spaced[i] === true ? tokenKinds.spaced : tokenKinds.bare)[kind]!;
    speechEvents[count] = tokenKinds.event[kind]!;
    speech[count] = tokenKinds.pos[kind]!;
  }
  const found = scanWords(piece, apart(codes, start, end), 0, end - start);
  for (let i = 0; i < found; i++) {
    const from = start + scanned.start[i]!;
    while (token + 1 < count && starts[token + 1]! <= from) token++;
    gathered.norm[words] = numbering.text(scanned.id[i]!);
    gathered.id[words] = scanned.id[i]!;
    gathered.start[words] = from;
    gathered.end[words] = start + scanned.end[i]!;
    gathered.capital[words] = scanned.capital[i] === 1;
    gathered.token[words] = token;
    words++;
  }
}

/** Parts of speech as wink's machines correct them one after the other. */
function tagSpeech(): void {
  const { hinted, fixed, members } = tokenKinds;
  for (const machine of speechMachines) {
    const found = machine.find(speechEvents, count);
    for (let k = 0; k < found; k++) {
      const token = matches.first[k]!;
      const target = matches.target[k]!;
      const pos = Math.abs(target);
      if (target > 0 && (members[kinds[token]!]! & (1 << pos)) === 0) continue;
      speech[token] = pos;
      if (hinted[kinds[token]!] === 0) speechEvents[token] = speechEventOf[pos]!;
    }
  }
  for (let i = 0; i < count; i++) if (fixed[kinds[i]!] !== 0) speech[i] = fixed[kinds[i]!]!;
}
