import type { Hit } from "#lib/tag/read/hits.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import { NAME, NamedFeatures, namesWith, nearness, PAIR, WORD, type FeatureSink, type Features } from "./features.ts";
import { seenSentence, type SeenSentence } from "./seen.ts";
import { BE, MASK, PLAIN, stemIs } from "./stem.ts";

export type { Features } from "./features.ts";

/** The target inside its sentence, as words [from, to) of the field. */
export interface Place {
  field: Field;
  sentence: Sentence;
  from: number;
  to: number;
}

const NEAR = 5;

/** Features of one target in one sentence by name; see putContext. `hits` are those of the sentence. */
export function contextFeatures(place: Place, hits: readonly Hit[], isTarget: (hit: Hit) => boolean): Features {
  const sink = new NamedFeatures();
  putContext(place, seenSentence(place.field, place.sentence, hits), hits, isTarget, sink);
  return sink.features;
}

/**
 * Features of one target in one sentence: masked words and pairs, words left and right by distance, neighbours, who
 * does what to whom, polarity sums, whether the target speaks, cue kinds. `hits` are those of the sentence.
 */
export function putContext(
  place: Place,
  seen: SeenSentence,
  hits: readonly Hit[],
  isTarget: (hit: Hit) => boolean,
  sink: FeatureSink,
): void {
  const { from: a, to: b } = place;
  const { from, to, masked } = seen;
  // The target's own words take no part: what stands beside them is the same whoever is asked for.
  sink.around(seen, a, b);
  putPolarity(seen, a, b, sink);
  sink.word(WORD["n-2:"], wordAt(seen, a - 2), 1);
  sink.word(WORD["n-1:"], wordAt(seen, a - 1), 1);
  sink.word(WORD["n1:"], wordAt(seen, b), 1);
  sink.word(WORD["n2:"], wordAt(seen, b + 1), 1);
  if (a - 2 >= from) sink.pair(PAIR["nb-:"], masked[a - 2]!, masked[a - 1]!, 1);
  if (b + 1 < to) sink.pair(PAIR["nb+:"], masked[b]!, masked[b + 1]!, 1);
  putVerbs(seen, a, b, sink);
  putPosition(place, seen, sink);
  putCues(place, hits, isTarget, sink);
}

const wordAt = ({ from, to, masked }: SeenSentence, i: number): number =>
  i >= from && i < to ? masked[i]! : MASK.edge;

/** Sums of the polarity around the target: by sign, near it, on either side, and by distance. */
function putPolarity({ from, negated, polar }: SeenSentence, a: number, b: number, sink: FeatureSink): void {
  let [pos, neg, near, left, right, wpos, wneg] = [0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < polar.length; k += 2) {
    const i = polar[k]!;
    if (i >= a && i < b) continue;
    const distance = i < a ? a - i : i - b + 1;
    const weight = nearness(distance);
    const value = polar[k + 1]! * (negated?.[i - from] === 1 ? -0.6 : 1);
    if (value > 0) pos += value;
    else neg -= value;
    if (value > 0) wpos += value * weight;
    else wneg -= value * weight;
    if (distance <= NEAR) near += value;
    if (i < a) left += value * weight;
    else right += value * weight;
  }
  if (pos !== 0) sink.fixed(NAME["s:pos"], pos / 4);
  if (neg !== 0) sink.fixed(NAME["s:neg"], neg / 4);
  if (near !== 0) sink.fixed(NAME["s:near"], near / 4);
  if (left !== 0) sink.fixed(NAME["s:left"], left / 4);
  if (right !== 0) sink.fixed(NAME["s:right"], right / 4);
  if (wpos !== 0) sink.fixed(NAME["s:wpos"], wpos / 4);
  if (wneg !== 0) sink.fixed(NAME["s:wneg"], wneg / 4);
  if (wpos > wneg) sink.fixed(NAME["s:+"], 1);
  if (wneg > wpos) sink.fixed(NAME["s:-"], 1);
}

const BEHIND = [WORD["r0:"], WORD["r1:"], WORD["r2:"]];
const BEFORE = [WORD["l0:"], WORD["l1:"], WORD["l2:"]];

/** Content words next to the target: what it does, what is done to it. */
function putVerbs({ from, to, masked }: SeenSentence, a: number, b: number, sink: FeatureSink): void {
  let passive = false;
  let seen = 0;
  for (let i = b; i < to && seen < 3 && i < b + 9; i++) {
    const word = masked[i]!;
    if (stemIs(word, BE)) passive = true;
    if (stemIs(word, PLAIN)) continue;
    sink.word(BEHIND[seen]!, word, 1);
    if (seen === 0) sink.word(passive ? WORD["rp:"] : WORD["ra:"], word, 1);
    seen++;
  }
  seen = 0;
  for (let i = a - 1; i >= from && seen < 3 && i > a - 9; i--) {
    const word = masked[i]!;
    if (stemIs(word, PLAIN)) continue;
    sink.word(BEFORE[seen]!, word, 1);
    if (seen === 0) sink.pair(PAIR["lp:"], masked[a - 1]!, word, 1);
    seen++;
  }
}

function putPosition({ field, sentence, from, to }: Place, seen: SeenSentence, sink: FeatureSink): void {
  const start = field.words.start[from]!;
  const words = sentence.toWord - sentence.fromWord;
  const { marks, question } = seen;
  let before = 0;
  while (before < marks.length && marks[before]! < start) before++;
  if (before % 2 === 1) sink.fixed(NAME["p:quoted"], 1);
  if (marks.length > 0) sink.fixed(NAME["p:quotes"], 1);
  putNext(field.text, field.words.end[to - 1]!, sink);
  if (from === sentence.fromWord) sink.fixed(NAME["p:first"], 1);
  sink.fixed(NAME["p:at"], (from - sentence.fromWord) / Math.max(8, words));
  sink.fixed(NAME["p:length"], Math.log1p(words) / 4);
  if (question) sink.fixed(NAME["p:question"], 1);
}

/** What stands right behind the target: most often a space and a word. */
function putNext(text: string, end: number, sink: FeatureSink): void {
  const second = text.charCodeAt(end + 1);
  if (text.charCodeAt(end) === 32 && second > 64 && second < 128) return;
  const next = text.slice(end, end + 3);
  if (/^['’]\w/.test(next)) sink.fixed(NAME["p:possessive"], 1);
  if (/^\s*[,(]/u.test(next)) sink.fixed(NAME["p:apposed"], 1);
}

const cueKind = namesWith("c:");
const AGENT = { any: NAME["v:agent"], good: NAME["v:agent:+"], bad: NAME["v:agent:-"], lemma: namesWith("v:a:") };
const THEME = { any: NAME["v:theme"], good: NAME["v:theme:+"], bad: NAME["v:theme:-"], lemma: namesWith("v:t:") };

function putCues({ from, to }: Place, hits: readonly Hit[], isTarget: (hit: Hit) => boolean, sink: FeatureSink): void {
  for (const hit of hits) {
    const { rule } = hit;
    if (rule.layer === "stance" && isTarget(hit)) {
      sink.put(cueKind(rule.cue.kind), rule.cue.weight / 2);
      sink.fixed(rule.cue.sign < 0 ? NAME["c:-"] : NAME["c:+"], rule.cue.weight / 2);
    } else if (rule.layer === "verb") {
      const gap = hit.from >= to ? hit.from - to : hit.to <= from ? from - hit.to : -1;
      if (gap < 0 || gap > 6) continue;
      const behind = hit.from >= to;
      const near = 1 / (1 + 0.3 * gap);
      const value = behind ? rule.verb.agent : rule.verb.theme;
      const names = behind ? AGENT : THEME;
      sink.fixed(names.any, value * near);
      sink.fixed(value > 0 ? names.good : names.bad, near);
      sink.put(names.lemma(rule.verb.lemma), near);
    } else if (rule.layer === "hypothetical") sink.fixed(NAME["p:if"], 1);
    else if (rule.layer === "negation" && hit.from >= to && hit.from - to <= 3) sink.fixed(NAME["p:negated"], 1);
    else if (rule.layer === "distancing" && Math.abs(hit.from - from) <= 4) sink.fixed(NAME["p:distanced"], 1);
  }
}
