import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

const nlp = winkNLP(model, ["sbd"]);

export interface Range {
  start: number;
  end: number;
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

/**
 * Sentences of one paragraph as offsets into the whole text.
 * wink does not split at a line break, so callers pass paragraphs; a stray closing mark joins the sentence before it.
 */
export function sentencesOf(text: string, paragraph: Range): Range[] {
  const piece = text.slice(paragraph.start, paragraph.end);
  const ranges: Range[] = [];
  let cursor = 0;
  for (const sentence of nlp.readDoc(piece).sentences().out() as string[]) {
    const found = piece.indexOf(sentence.trim(), cursor);
    if (found < 0) continue;
    const end = found + sentence.trim().length;
    cursor = end;
    const last = ranges.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(sentence)) last.end = paragraph.start + end;
    else ranges.push({ start: paragraph.start + found, end: paragraph.start + end });
  }
  if (ranges.length === 0) ranges.push({ start: paragraph.start, end: paragraph.end });
  return ranges;
}
