import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { eventNumbers, Machine } from "./machine.ts";

/** What wink knows of words by their numbers (wink-nlp 2.4 src/cache.js; the version is pinned). */
interface WinkWords {
  value(word: number): string;
  valueOf(feature: "pos", number: number): string;
  /** The number of a text, or four numbers for each word of a contraction; null for a text not met so far. */
  lookup(text: string): readonly number[] | null;
  add(text: string, category: number): number;
  normal(word: number): number;
  /** The normal of a contraction's word. */
  nox(bits: number): number;
  posOf(word: number): number;
  mappedSpelling(word: number): number;
  isMemberPOS(word: number, pos: number): boolean;
}
/** What wink writes down of a document, four numbers a token (wink-nlp 2.4 src/wink-nlp.js). */
interface WinkRecord {
  /** Word; spaces before it in the low 16 bits, of contractions their normal above; lemma and part of speech; unused. */
  tokens: readonly number[];
  nonBreakingSpaces: Readonly<Record<number, string>>;
  cache: WinkWords;
}
type Transformer = (event: number, cache: WinkWords, tokens: readonly number[], at: number) => number;
interface Stage {
  machines: readonly string[];
  transformers: readonly Transformer[];
}
type Setter = (record: WinkRecord) => void;

const ends = (model.sbd as unknown as () => Stage)();
const speech = (model.pos as unknown as () => Stage)();
let record: WinkRecord | null = null;
/** wink only cuts texts into tokens here; it hands us its record where it would write parts of speech into it. */
const pos = (): Stage & { setter: Setter } => ({
  ...speech,
  machines: [],
  setter: (read) => {
    record = read;
  },
});
const nlp = winkNLP({ ...model, pos } as unknown as typeof model, ["pos"]);
const recordOf = (text: string): WinkRecord => {
  nlp.readDoc(text);
  return record!;
};
const { cache } = recordOf("");

const endEvents = eventNumbers(ends.machines);
const speechEvents = eventNumbers(speech.machines);
/** Sentence ends, and what parts of speech become among others. */
export const endMachine = new Machine(ends.machines[0]!, endEvents);
export const speechMachines = speech.machines.map((json) => new Machine(json, speechEvents));
/** Event of a part of speech in `speechMachines`. */
export const speechEventOf = Int32Array.from({ length: 64 }, (_, number) => speechEvents.get(number) ?? 0);
/** Names of parts of speech by wink's number. */
const names: string[] = [];
export const speechName = (number: number): string => (names[number] ??= cache.valueOf("pos", number));

/** Numbers of a token: where it starts and ends in its piece, and what the machines see of it. */
export const TOKEN = {
  start: 0,
  end: 1,
  /** Event for `endMachine`, where no space and where spaces stand before it. */
  bare: 2,
  spaced: 3,
  /** Event for `speechMachines` whatever the part of speech is, -1 where that counts. */
  hint: 4,
  /** Likeliest part of speech, and the one it keeps whatever stands around it (0: none). */
  pos: 5,
  fixed: 6,
  /** Parts of speech the word can be, as bits. */
  members: 7,
  size: 8,
} as const;
const SPACES = 0xffff;
const FROM_LEMMA = 20;
const NO_HINT = -1;
const WORD = 1;
const PUNCTUATION = 12;
const ALPHABETIC = /^[a-zÀ-ÖØ-öø-ÿ]+$/i;
const ALPHABETIC_MARK = /^[a-zÀ-ÖØ-öø-ÿ]+[’”"\])}…,.!;?/:]$/i;

/** A piece of text as wink cuts it into tokens: TOKEN.size numbers a token. */
export interface Pieces {
  tokens: number[];
  /** The tokens are the piece's text, one behind the other with the spaces between them. */
  whole: boolean;
  /** By token whether spaces stand before it. */
  spaced: boolean[];
}

/** Cuts any text without line breaks. */
export function cut(piece: string): Pieces {
  const { tokens, nonBreakingSpaces } = recordOf(piece);
  const found: Pieces = { tokens: [], whole: true, spaced: [] };
  let at = 0;
  for (let i = 0; i < tokens.length; i += 4) {
    const value = cache.value(tokens[i]!);
    const spaces = tokens[i + 1]! & SPACES;
    const guess = at + (spaces < SPACES ? spaces : nonBreakingSpaces[i / 4]!.length);
    const fits = piece.startsWith(value, guess);
    if (!fits) found.whole = false;
    const start = fits ? guess : Math.max(at, piece.indexOf(value, at));
    at = start + value.length;
    found.spaced.push(spaces > 0);
    push(found.tokens, start, at, tokens[i]!, tokens[i + 1]!, tokens[i + 2]!);
  }
  if (at !== piece.length) found.whole = false;
  return found;
}

/** Cuts a piece without any space: most are a word, or a word with a mark behind it, and need not go through wink's rules. */
export function cutChunk(piece: string): Pieces {
  const known = cache.lookup(piece);
  if (known !== null) return known.length === 1 ? words(piece, known[0]!) : cut(piece);
  if (ALPHABETIC.test(piece)) return words(piece, cache.add(piece, WORD));
  if (!ALPHABETIC_MARK.test(piece)) return cut(piece);
  // A single letter keeps its full stop.
  if (piece.length === 2 && piece.endsWith(".")) return words(piece, cache.add(piece, WORD));
  const word = cache.add(piece.slice(0, -1), WORD);
  return words(piece, word, cache.add(piece.slice(-1), PUNCTUATION));
}

/** One word, or a word and the mark that is the last character. */
function words(text: string, word: number, mark = -1): Pieces {
  const end = mark < 0 ? text.length : text.length - 1;
  const found: Pieces = { tokens: [], whole: true, spaced: [false] };
  push(found.tokens, 0, end, word, 0, 0);
  if (mark >= 0) {
    found.spaced.push(false);
    push(found.tokens, end, end + 1, mark, 0, 0);
  }
  return found;
}

/** Adds one token's numbers. */
function push(into: number[], start: number, end: number, word: number, spaces: number, kept: number): void {
  const contracted = spaces > SPACES;
  const normal = contracted ? cache.nox(spaces) : cache.normal(word);
  const endEvent = (before: number): number =>
    endEvents.get(ends.transformers[0]!(normal, cache, [word, before, 0, 0], 0)) ?? 0;
  const hint = speech.transformers[0]!(NO_HINT, cache, [word, 0, 0, 0], 0);
  const likeliest = kept === 0 ? cache.posOf(cache.mappedSpelling(word)) || 8 : (kept >>> FROM_LEMMA) & 63;
  let members = 0;
  for (let number = 1; number < 32; number++) if (cache.isMemberPOS(normal, number)) members |= 1 << number;
  into.push(
    start,
    end,
    endEvent(0),
    endEvent(1),
    hint === NO_HINT ? hint : (speechEvents.get(hint) ?? 0),
    likeliest,
    kept === 0 ? 0 : likeliest,
    members,
  );
}
