import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

const nlp = winkNLP(model, ["sbd", "pos"]);
const its = nlp.its;

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

const NO_WORD = /^[^\p{L}\p{N}]*$/u;

/**
 * Sentences and parts of speech of one paragraph.
 * wink does not split at a line break, so callers pass paragraphs; a stray closing mark joins the sentence before it.
 */
export function parseParagraph(text: string, paragraph: Range): ParsedParagraph {
  const piece = text.slice(paragraph.start, paragraph.end);
  const doc = nlp.readDoc(piece);
  const values = doc.tokens().out() as string[];
  const spaces = doc.tokens().out(its.precedingSpaces) as string[];
  const tokenPos = doc.tokens().out(its.pos) as string[];
  const tokenStart: number[] = [];
  const tokenEnd: number[] = [];
  let at = 0;
  values.forEach((value, i) => {
    const guess = at + spaces[i]!.length;
    const start = piece.startsWith(value, guess) ? guess : Math.max(at, piece.indexOf(value, at));
    tokenStart.push(paragraph.start + start);
    at = start + value.length;
    tokenEnd.push(paragraph.start + at);
  });
  const sentences: Range[] = [];
  for (const [from, to] of doc.sentences().out(its.span) as unknown as [number, number][]) {
    const start = tokenStart[from];
    const end = tokenEnd[to];
    if (start === undefined || end === undefined) continue;
    const last = sentences.at(-1);
    if (last && NO_WORD.test(text.slice(start, end))) last.end = end;
    else sentences.push({ start, end });
  }
  if (sentences.length === 0) sentences.push({ ...paragraph });
  return { sentences, tokenStart, tokenPos };
}
