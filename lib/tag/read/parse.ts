import { chunkOf, firstToken, firstWord, forgetChunks, isOdd, kept, WORD } from "./chunks.ts";
import { enlarged, words as numbering } from "./lexicon.ts";
import { matches } from "./machine.ts";
import { paragraphsOf, sentencesOf, type Range } from "./sentences.ts";
import { cut, endMachine, speechEventOf, speechMachines, speechName, TOKEN } from "./wink.ts";
import { splitWords, type Words } from "./words.ts";

/** A text read into words with parts of speech, and its paragraphs into sentences, as wink reads them. */
export interface Parsed {
  words: Words;
  /** Universal part of speech of each word ("NOUN", "VERB" …): that of wink's token it begins in. */
  pos: string[];
  paragraphs: (Range & { sentences: Range[] })[];
}

/** Tokens of the paragraph in hand. */
let starts = new Int32Array(1024);
let ends = new Int32Array(1024);
let endEvents = new Int32Array(1024);
let speechEvents = new Int32Array(1024);
let speech = new Int32Array(1024);
let fixed = new Int32Array(1024);
let members = new Int32Array(1024);
let hinted = new Uint8Array(1024);
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
let codes = new Uint16Array(1 << 12);

/** Characters without a space that are read as one: the time of some of wink's rules and ours grows with their square. */
const LONGEST = 200;
const OVERLONG = /\S{200}(?=\S)/g;

/** Reads a text paragraph by paragraph: wink does not split at line breaks. */
export function parseText(text: string): Parsed {
  forgetChunks();
  words = 0;
  const paragraphs = paragraphsOf(text).map((paragraph) => {
    count = 0;
    const from = words;
    if (!readChunks(text, paragraph)) {
      count = 0;
      words = from;
      readWhole(text, paragraph);
    }
    tagSpeech();
    for (let i = from; i < words; i++) gathered.pos[i] = speechName(speech[gathered.token[i]!]!);
    const sentences = sentencesOf(text, paragraph, starts, ends, count, endMachine.find(endEvents, count));
    return { ...paragraph, sentences };
  });
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

/** Reads a paragraph chunk by chunk; false where it holds a space of another kind or a chunk that only wink can read. */
function readChunks(text: string, { start, end }: Range): boolean {
  let spaced = false;
  for (let at = start; at < end;) {
    let c = text.charCodeAt(at);
    if (c === 32) {
      spaced = true;
      at++;
      continue;
    }
    const from = at;
    let hash = 0;
    let length = 0;
    do {
      if (isOtherSpace(c)) return false;
      if (length === codes.length) codes = new Uint16Array(2 * length);
      codes[length++] = c;
      hash = (Math.imul(hash, 31) + c) | 0;
      c = ++at < end ? text.charCodeAt(at) : 32;
    } while (c !== 32 && (length < LONGEST || isLowSurrogate(c)));
    const chunk = chunkOf(text, from, at, codes, hash);
    if (isOdd(chunk)) return false;
    add(chunk, from, spaced);
    spaced = false;
  }
  return true;
}

const isLowSurrogate = (c: number): boolean => c >= 0xdc00 && c <= 0xdfff;

/** A space wink tells apart from the plain one. */
function isOtherSpace(c: number): boolean {
  if (c < 0x2002) return c === 9 || c === 10 || c === 13 || c === 0xa0;
  return c <= 0x2005 || c === 0x2009 || c === 0x200a || c === 0x202f || c === 0x205f;
}

function add(chunk: number, offset: number, spaced: boolean): void {
  const tokensBefore = count;
  const { tokens, words: list } = kept;
  const last = firstToken(chunk + 1);
  for (let token = firstToken(chunk); token < last; token++)
    addToken(tokens, token * TOKEN.size, offset, spaced && count === tokensBefore);
  const lastWord = firstWord(chunk + 1);
  for (let word = firstWord(chunk); word < lastWord; word++) {
    const at = word * WORD.size;
    const id = list[at + WORD.id]!;
    addWord(
      id,
      numbering.text(id),
      offset + list[at + WORD.start]!,
      offset + list[at + WORD.end]!,
      list[at + WORD.capital] === 1,
      tokensBefore + list[at + WORD.token]!,
    );
  }
}

function addToken(from: ArrayLike<number>, at: number, offset: number, spaced: boolean): void {
  if (count === starts.length) grow();
  starts[count] = offset + from[at + TOKEN.start]!;
  ends[count] = offset + from[at + TOKEN.end]!;
  endEvents[count] = from[at + (spaced ? TOKEN.spaced : TOKEN.bare)]!;
  const hint = from[at + TOKEN.hint]!;
  const pos = from[at + TOKEN.pos]!;
  hinted[count] = hint < 0 ? 0 : 1;
  speechEvents[count] = hint < 0 ? speechEventOf[pos]! : hint;
  speech[count] = pos;
  fixed[count] = from[at + TOKEN.fixed]!;
  members[count] = from[at + TOKEN.members]!;
  count++;
}

function addWord(id: number, norm: string, start: number, end: number, capital: boolean, token: number): void {
  gathered.norm[words] = norm;
  gathered.id[words] = id;
  gathered.start[words] = start;
  gathered.end[words] = end;
  gathered.capital[words] = capital;
  gathered.token[words] = token;
  words++;
}

/** Twice the room for tokens. */
function grow(): void {
  const size = 2 * count;
  starts = enlarged(starts, size);
  ends = enlarged(ends, size);
  endEvents = enlarged(endEvents, size);
  speechEvents = enlarged(speechEvents, size);
  speech = enlarged(speech, size);
  fixed = enlarged(fixed, size);
  members = enlarged(members, size);
  const was = hinted;
  hinted = new Uint8Array(size);
  hinted.set(was);
}

/** Lets wink cut the paragraph as a whole, but for what is longer than any word. */
function readWhole(text: string, { start, end }: Range): void {
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(OVERLONG)) {
    const to = start + index + LONGEST - (isLowSurrogate(text.charCodeAt(start + index + LONGEST)) ? 1 : 0);
    readPiece(text, from, to);
    from = to;
  }
  readPiece(text, from, end);
}

function readPiece(text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  let token = count;
  const { tokens, spaced } = cut(piece);
  spaced.forEach((before, i) => addToken(tokens, i * TOKEN.size, start, before));
  const split = splitWords(piece);
  split.id.forEach((id, i) => {
    const from = start + split.start[i]!;
    while (token + 1 < count && starts[token + 1]! <= from) token++;
    addWord(id, split.norm[i]!, from, start + split.end[i]!, split.capital[i]!, token);
  });
}

/** Parts of speech as wink's machines correct them one after the other. */
function tagSpeech(): void {
  for (const machine of speechMachines) {
    const found = machine.find(speechEvents, count);
    for (let k = 0; k < found; k++) {
      const token = matches.first[k]!;
      const target = matches.target[k]!;
      const pos = Math.abs(target);
      if (target > 0 && (members[token]! & (1 << pos)) === 0) continue;
      speech[token] = pos;
      if (hinted[token] === 0) speechEvents[token] = speechEventOf[pos]!;
    }
  }
  for (let i = 0; i < count; i++) if (fixed[i] !== 0) speech[i] = fixed[i]!;
}
