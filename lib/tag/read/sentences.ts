import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

/** What wink writes down of a document, four numbers a token (wink-nlp 2.4 src/wink-nlp.js; the version is pinned). */
interface WinkRecord {
  /** Number of the token's text; spaces before it in the low 16 bits; part of speech from bit 20 on; unused. */
  tokens: readonly number[];
  /** First and last token of each sentence. */
  sentences: readonly (readonly number[])[];
  nonBreakingSpaces: Readonly<Record<number, string>>;
  cache: { value(index: number): string; valueOf(feature: "pos", index: number): string };
}
type PosModel = () => { setter: (record: WinkRecord, ...rest: readonly unknown[]) => void };

let record: WinkRecord | null = null;
const winkPos = model.pos as PosModel;
/** The last stage hands us its record: reading it out token by token would cost a fifth of the reading again. */
const pos: PosModel = () => {
  const stage = winkPos();
  return {
    ...stage,
    setter: (read, ...rest) => {
      stage.setter(read, ...rest);
      record = read;
    },
  };
};
const nlp = winkNLP({ ...model, pos }, ["sbd", "pos"]);
const TOKEN = 4;
const SPACES = 0xffff;

export interface Range {
  start: number;
  end: number;
}

/** A paragraph read by wink: sentences and tokens with part of speech, as offsets into the whole text. */
export interface ParsedParagraph {
  sentences: Range[];
  /** Start of each token and its universal part of speech ("NOUN", "VERB" …). */
  tokenStart: number[];
  tokenPos: string[];
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

/** Parts of speech by wink's number, asked for once. */
const tagNames: string[] = [];

/** Tokens are gathered here and cut out at their number: lists that grow leave as much again behind them. */
const gathered: { start: number[]; end: number[]; pos: string[] } = { start: [], end: [], pos: [] };

/** "(D-N.Y.) said": wink ends a sentence between initials behind a hyphen. */
const insideInitials = (text: string, at: number): boolean =>
  /\p{Lu}\.$/u.test(text.slice(Math.max(0, at - 3), at)) && /^\p{Lu}\./u.test(text.slice(at, at + 3));

const NO_WORD = /^[^\p{L}\p{N}]*$/u;

/**
 * Sentences and parts of speech of one paragraph.
 * wink does not split at a line break, so callers pass paragraphs; a stray closing mark joins the sentence before it.
 */
export function parseParagraph(text: string, paragraph: Range): ParsedParagraph {
  const piece = text.slice(paragraph.start, paragraph.end);
  nlp.readDoc(piece);
  const { tokens, sentences: ranges, nonBreakingSpaces, cache } = record!;
  record = null;
  let count = 0;
  let at = 0;
  for (let i = 0; i < tokens.length; i += TOKEN) {
    const value = cache.value(tokens[i]!);
    const spaces = tokens[i + 1]! & SPACES;
    const guess = at + (spaces < SPACES ? spaces : nonBreakingSpaces[i / TOKEN]!.length);
    const start = piece.startsWith(value, guess) ? guess : Math.max(at, piece.indexOf(value, at));
    at = start + value.length;
    gathered.start[count] = paragraph.start + start;
    gathered.end[count] = paragraph.start + at;
    const tag = (tokens[i + 2]! >>> 20) & 63;
    gathered.pos[count++] = tagNames[tag] ??= cache.valueOf("pos", tag);
  }
  const tokenStart = gathered.start.slice(0, count);
  const tokenPos = gathered.pos.slice(0, count);
  const sentences: Range[] = [];
  for (const range of ranges) {
    const [from, to] = range as readonly [number, number];
    const start = tokenStart[from];
    if (start === undefined || to >= count) continue;
    const end = gathered.end[to]!;
    const last = sentences.at(-1);
    if (last && (NO_WORD.test(text.slice(start, end)) || (last.end === start && insideInitials(text, start))))
      last.end = end;
    else sentences.push({ start, end });
  }
  if (sentences.length === 0) sentences.push({ ...paragraph });
  return { sentences, tokenStart, tokenPos };
}
