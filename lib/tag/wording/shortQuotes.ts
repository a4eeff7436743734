import type { Field } from "#lib/tag/read/readArticle.ts";

/** A quotation of one to four words: the words inside, marks and trailing comma left out. */
export interface ShortQuote {
  start: number;
  end: number;
  /** Word range [from, to) of the field. */
  from: number;
  to: number;
}

const MOST_WORDS = 4;
/** An opening mark after a space or bracket, up to 60 characters without a mark, a closing mark no letter follows. */
const QUOTED =
  /(?<![\p{L}\p{N}])(?:[“«„]\s?|(?<![.,!?…])["'‘](?=\S))([^“”"«»„‘\n]{1,60}?)(?:[”»"]|(?<=\S)['’](?![\p{L}\p{N}]))/gu;
const APOSTROPHES = /[\p{L}]['’](?![\p{L}])/gu;

/** Quotations short enough to be a label, single marks included, in reading order. */
export function shortQuotes(field: Field): ShortQuote[] {
  const found: ShortQuote[] = [];
  QUOTED.lastIndex = 0;
  let word = 0;
  for (let match = QUOTED.exec(field.text); match; match = QUOTED.exec(field.text)) {
    const inside = match[1]!;
    const start = match.index + match[0].indexOf(inside);
    const single = /^['‘]/.test(match[0]);
    if (single && inside.search(APOSTROPHES) >= 0) continue;
    while (word < field.norm.length && field.words.start[word]! < start) word++;
    let to = word;
    while (to < field.norm.length && field.words.end[to]! <= start + inside.length) to++;
    const size = to - word;
    if (size === 0) continue;
    const last = field.words.end[to - 1]!;
    const sentenceLike = /[.!?…;:]/.test(inside.slice(0, last - start).replaceAll(/\b\p{Lu}\./gu, ""));
    const stopped = /[.!?…]$/.test(inside.trimEnd()) && !endsSentence(field.text, match.index, inside);
    if (size > MOST_WORDS || sentenceLike || stopped) continue;
    found.push({ start: field.words.start[word]!, end: last, from: word, to });
  }
  return found;
}

/** “… called the ban “absurd.””: a stop before the closing mark ends the sentence around a word written small. */
const endsSentence = (text: string, at: number, inside: string): boolean =>
  /\p{Ll}\.$/u.test(inside.trimEnd()) &&
  /^\p{Ll}/u.test(inside) &&
  /[\p{L},]\s$/u.test(text.slice(Math.max(0, at - 2), at));
