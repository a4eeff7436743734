import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { Counts } from "#lib/tag/read/counts.ts";
import type { ActorReading } from "./actorReading.ts";
import { namesWith, type Features } from "./features.ts";
import { maskedWords } from "./seen.ts";
import type { SentenceReading } from "./sentenceFeatures.ts";
import { COUNTS, stemIs } from "./stem.ts";

/** Questions put about an actor in an article; the order of the classes of StanceModel.heads. */
export const HEADS = ["own-", "own+", "all-", "all+", "protagonist", "antagonist", "innocent", "discussed"] as const;
/** Words around a mention that count as its window. */
const WINDOW = 10;
/** Lengths of the bags of words, so that one ridge strength suits words and counts; chosen in cross-validation. */
const LENGTH = { article: 8, window: 10 };
/** Log-odds of a sentence that is not there. */
const NO_SENTENCE = -4;

/** Which of the three trained groups an actor belongs to. */
export const groupOf = (bloc: string): "russia" | "ukraine" | "west" =>
  bloc === "russia" || bloc === "ukraine" ? bloc : "west";

/** Stems with their logarithmic counts, scaled to a fixed length, in order of first appearance. */
export interface Bag {
  /** Numbers of stems. */
  stems: Int32Array;
  values: Float64Array;
}

const counted = new Counts();

/** Stems of the whole article, names, numbers and give-aways masked; logarithmic counts of fixed length, by stem. */
export function bagOf(fields: readonly Field[]): Bag {
  counted.restart();
  for (const field of fields) {
    const masked = maskedWords(field);
    for (const { fromWord, toWord } of field.sentences) for (let i = fromWord; i < toWord; i++) count(masked[i]!);
  }
  return scaled(LENGTH.article);
}

const VOICES = ["own", "russia", "ukraine", "west", "other"].map((key) => [key, `v:${key}`] as const);

/** Shares of words by whose they are: own, each bloc, other. */
export function shareFeatures(voices: readonly VoiceSegment[]): Features {
  const words: Record<string, number> = { own: 0, russia: 0, ukraine: 0, west: 0, other: 0 };
  let total = 1;
  for (const segment of voices) {
    const { kind, speaker } = segment.voice;
    const key = kind === "own" ? "own" : (speaker?.bloc ?? "other");
    words[key]! += segment.words;
    total += segment.words;
  }
  return new Map(VOICES.map(([key, name]) => [name, (3 * words[key]!) / total]));
}

/** Counts, cues and sentiment of one actor over the article. */
export function denseFeatures(reading: ActorReading, sentences: readonly SentenceReading[]): Features {
  const dense: Features = new Map();
  const put = (name: string, value: number): void => void dense.set(name, (dense.get(name) ?? 0) + value);
  const n = sentences.length;
  for (const { item, relation } of sentences) {
    put(RELATION[relation], 1 / n);
    for (const { rule, slotTargets } of item.hits) {
      if (rule.layer === "stance") {
        if (slotTargets === null || !slotTargets.includes(reading.target)) continue;
        const sign = rule.cue.sign < 0 ? CUES.minus : CUES.plus;
        put(CUES.kind(rule.cue.kind), rule.cue.weight / 2);
        put(sign.any, rule.cue.weight / 2);
        put(relation === "own" ? sign.own : sign.quoted, rule.cue.weight / 2);
      } else if (rule.layer === "target" && rule.target.id === reading.target)
        put(CUES.target(String(rule.cue.sign)), rule.cue.weight / 2);
    }
  }
  for (const [name, value] of dense) if (name.startsWith("k:")) dense.set(name, Math.log1p(value));
  put("n:log", Math.log1p(n));
  put("n:share", n / Math.max(1, reading.total));
  put("n:four", n >= 4 ? 1 : 0);
  putSentiment(sentences, put);
  return dense;
}

/** Names built once: a name put together anew has to be hashed anew. */
const RELATION = { own: "rel:own", self: "rel:self", rival: "rel:rival", other: "rel:other" } as const;
const CUES = {
  kind: namesWith("k:"),
  target: namesWith("k:t"),
  minus: { any: "k:-", own: "k:-own", quoted: "k:-q" },
  plus: { any: "k:+", own: "k:+own", quoted: "k:+q" },
} as const;

/** Sentiment over all sentences, the outlet's own and the headline, and the two lowest and highest. */
function putSentiment(sentences: readonly SentenceReading[], put: (name: string, value: number) => void): void {
  let [all, own, title, owns, titles] = [0, 0, 0, 0, 0];
  const sorted = new Float64Array(sentences.length);
  for (let i = 0; i < sentences.length; i++) {
    const { item, relation, sentiment } = sentences[i]!;
    sorted[i] = sentiment;
    if (relation === "own") {
      owns++;
      own += sentiment;
    }
    if (item.sentence.place === "title") {
      titles++;
      title += sentiment;
    }
  }
  put("n:title", titles > 0 ? 1 : 0);
  const n = sentences.length;
  if (n === 0) return;
  sorted.sort();
  for (const each of sorted) all += each;
  put("s:mean", all / (n + 2));
  put("s:own", own / (owns + 2));
  put("s:title", title);
  put("s:min", (sorted[0]! + (sorted[1] ?? 0)) / 2);
  put("s:max", (sorted[n - 1]! + (sorted[n - 2] ?? 0)) / 2);
}

/** 1 for words of the sentence in hand that were counted. */
let near = new Uint8Array(128);

/** Stems within ten words of the actor's mentions, as bagOf. */
export function windowOf(sentences: readonly SentenceReading[]): Bag {
  counted.restart();
  for (const { item } of sentences) {
    const { fromWord, toWord } = item.sentence;
    const masked = maskedWords(item.field);
    if (toWord - fromWord > near.length) near = new Uint8Array(toWord - fromWord);
    near.fill(0, 0, toWord - fromWord);
    for (const m of item.mentions) {
      const end = Math.min(m.to + WINDOW, toWord);
      for (let i = Math.max(m.from - WINDOW, fromWord); i < end; i++) {
        if (near[i - fromWord] === 1) continue;
        near[i - fromWord] = 1;
        count(masked[i]!);
      }
    }
  }
  return scaled(LENGTH.window);
}

const POOLED = ["minus", "plus"].map((sign) => ({
  top: `P:${sign}`,
  own: `P:${sign}:own`,
  mean: `P:${sign}:mean`,
  head: `P:${sign}:title`,
}));

/** The two strongest sentences of each sign, over all and over the outlet's own words; `scores` are log-odds. */
export function poolFeatures(sentences: readonly SentenceReading[], scores: readonly (readonly number[])[]): Features {
  const pool: Features = new Map();
  const title = sentences.findIndex((s) => s.item.sentence.place === "title");
  for (let c = 0; c < POOLED.length; c++) {
    const { top, own, mean, head } = POOLED[c]!;
    let chances = 0;
    for (const score of scores) chances += 1 / (1 + Math.exp(-score[c]!));
    pool.set(top, topTwo(sentences, scores, c, false));
    pool.set(own, topTwo(sentences, scores, c, true));
    pool.set(mean, chances / (scores.length + 2));
    pool.set(head, title < 0 ? 0 : scores[title]![c]! + 2);
  }
  return pool;
}

/** What another actor's counts say; only questions about all voices use them. */
export function putOther(target: string, dense: Features, into: Features): void {
  let names = otherNames.get(target);
  if (!names) otherNames.set(target, (names = OTHER.map((name) => `o:${target}:${name}`)));
  for (let i = 0; i < OTHER.length; i++) into.set(names[i]!, dense.get(OTHER[i]!) ?? 0);
}

const OTHER = ["s:mean", "s:own", "n:share", "k:-", "k:+"];
const otherNames = new Map<string, string[]>();

/** Mean of the two highest scores of a class, over all sentences or the outlet's own. */
function topTwo(
  sentences: readonly SentenceReading[],
  scores: readonly (readonly number[])[],
  c: number,
  own: boolean,
): number {
  let [first, second] = [-Infinity, -Infinity];
  let count = 0;
  for (let i = 0; i < scores.length; i++) {
    if (own && sentences[i]!.relation !== "own") continue;
    const value = scores[i]![c]!;
    count++;
    if (value > first) [first, second] = [value, first];
    else if (value > second) second = value;
  }
  return ((count > 0 ? first : NO_SENTENCE) + (count > 1 ? second : NO_SENTENCE)) / 2;
}
/** Counts a content stem; others are left out. */
function count(stem: number): void {
  if (stemIs(stem, COUNTS)) counted.add(stem, 0);
}

/** What was counted last, with logarithmic counts of one length. */
function scaled(length: number): Bag {
  const values = new Float64Array(counted.size);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = Math.log1p(counted.counts[i]!);
    values[i] = value;
    squares += value * value;
  }
  const scale = length / Math.sqrt(squares || 1);
  for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return { stems: counted.numbers.slice(0, counted.size), values };
}
