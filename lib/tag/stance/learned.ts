import type { Codebook } from "#lib/domain/codebook.ts";
import {
  stanceModelSchema,
  targetSentimentSchema,
  type StanceModel,
  type TargetSentimentModel,
} from "#lib/domain/stanceModel.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { linearScores, logistic, type LinearModel } from "#lib/tag/model/linear.ts";
import { withArticle } from "./actorFeatures.ts";
import { groupOf, HEADS, poolFeatures, type Bag } from "./articleFeatures.ts";
import { putContext } from "./context.ts";
import { jointFeatures, SIGNS, signValue } from "./joint.ts";
import { WORD } from "./features.ts";
import { memberSigns } from "./members.ts";
import { isGiveaway } from "./giveaways.ts";
import { fillsSlot, placeOf, putReading, sentimentOf, type SentenceReading } from "./sentenceFeatures.ts";
import { speakerRelation, type ActorReading, type ActorSentence } from "./actorReading.ts";
import { ScoreSum, beside, numbered, sentenceWeights, type NumberedWeights, type SentenceWeights } from "./scoreSum.ts";
import { seenSentence, type SeenSentence } from "./seen.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WordTable } from "./wordTable.ts";

/** What the learned channel says of one actor in one article. */
export interface LearnedStance {
  target: string;
  sentences: readonly SentenceReading[];
  /** Log-odds [minus, plus] of each sentence. */
  scores: readonly (readonly number[])[];
  /** Probability of each question of HEADS; of the signs their value after the cut (joint.ts). */
  p: Readonly<Record<(typeof HEADS)[number], number>>;
}

/** Weights of the questions about an article, those of its words laid side by side. */
interface HeadWeights extends NumberedWeights {
  bags: WordTable;
}
const BAGS = [WORD["A:"], WORD["W:"]];
/** Places in BAGS: words of the whole article, words near the actor. */
const ARTICLE = 0;
const NEAR = 1;
const IN_BAGS = BAGS.reduce((bits, kind) => bits | (1 << kind), 0);

/** A sentence as read so far: once for all actors, and once for each place and model asked for. */
interface Heard {
  seen: SeenSentence;
  places: { from: number; to: number; model: SentenceWeights; cues: string; sums: Float64Array }[];
}

/** Which stance cues of a sentence are about the actor: their places among its hits. */
function cuesOf(hits: readonly Hit[], target: string): string {
  let cues = "";
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    if (hit.rule.layer === "stance" && hit.slotTargets?.includes(target) === true) cues += `${i},`;
  }
  return cues;
}

/** The learned channel; null where corpus/models holds no stance model. */
export class LearnedChannel {
  readonly commit: StanceModel["commit"];
  readonly members: StanceModel["members"];
  readonly #vocabulary = new Vocabulary();
  readonly #sum: ScoreSum;
  readonly #dense = new Map<string, number>();
  readonly #temperature: number | null;
  /** By group: log-odds of the sentence, behind them the scores of the sentiment model where there is one. */
  readonly #sentence: ReadonlyMap<string, SentenceWeights>;
  readonly #heads: ReadonlyMap<string, HeadWeights>;
  readonly #joint: StanceModel["joint"];

  private constructor(model: StanceModel, sentiment: TargetSentimentModel | null) {
    this.commit = model.commit;
    this.members = model.members;
    this.#joint = model.joint;
    const groups = ["russia", "ukraine", "west"].map((g) => [g, forGroup(model.sentence, g)] as const);
    const heads = Object.entries(model.heads);
    const names = [...groups, ...heads].flatMap(([, each]) => Object.keys(each.weights));
    if (sentiment) names.push(...Object.keys(sentiment.weights));
    // Words that stand in tables first, what is asked for one by one behind them: what is used together lies together.
    this.#vocabulary.add(names.filter((name) => /^[wlr]:/.test(name)));
    this.#vocabulary.add(names.filter((name) => /^[AW]:/.test(name)));
    this.#vocabulary.add(names);
    this.#sum = new ScoreSum(this.#vocabulary);
    this.#temperature = sentiment?.temperature ?? null;
    const counts = (name: string): boolean => name.startsWith("d:") || !isGiveaway(name);
    const tone = sentiment && numbered(sentiment, this.#vocabulary);
    this.#sentence = new Map(
      groups.map(([g, each]) => {
        const own = numbered(each, this.#vocabulary, counts);
        return [g, sentenceWeights(tone ? beside(own, tone, this.#vocabulary) : own, this.#vocabulary)];
      }),
    );
    this.#heads = new Map(
      heads.map(([g, each]) => {
        const model = numbered(each, this.#vocabulary);
        return [g, { ...model, bags: new WordTable(this.#vocabulary, model, BAGS) }];
      }),
    );
  }

  /** @throws ZodError when the weights do not fit their schema. */
  static from(codebook: Codebook): LearnedChannel | null {
    const stance = codebook.models["stance"];
    if (stance === undefined) return null;
    return new LearnedChannel(stanceModelSchema.parse(stance), sentimentModel(codebook));
  }

  /** One answer for every actor the article names. */
  read(
    readings: readonly ActorReading[],
    fields: readonly Field[],
    voices: readonly VoiceSegment[],
  ): Map<string, LearnedStance> {
    const sum = this.#sum;
    const heard: Heard[] = [];
    const read = readings.filter((r) => r.sentences.length > 0).map((reading) => this.#sentences(reading, heard));
    const found: (Omit<LearnedStance, "p"> & { group: string; z: number[] })[] = [];
    const bags = new Map<string, Float64Array>();
    let rows: Int32Array | null = null;
    const actors = withArticle(read, fields, voices);
    for (let i = 0; i < actors.length; i++) {
      const { reading, sentences, dense, window, bag, rest } = actors[i]!;
      const { scores } = read[i]!;
      const group = groupOf(reading.bloc);
      const heads = this.#heads.get(group)!;
      let article = bags.get(group);
      if (!article) {
        sum.start(heads);
        rows ??= this.#rowsOf(bag);
        this.#addBag(heads, rows, bag, ARTICLE);
        bags.set(group, (article = sum.sums.slice()));
      }
      sum.start(heads, article);
      this.#addBag(heads, this.#rowsOf(window), window, NEAR);
      for (const [name, value] of dense) sum.add(this.#denseNumber(name), value * 0.75);
      for (const [name, value] of rest) sum.put(name, value);
      for (const [name, value] of poolFeatures(sentences, scores)) sum.put(name, value);
      found.push({ target: reading.target, group, sentences, scores, z: [...sum.sums] });
    }
    const answers = new Map<string, LearnedStance>();
    for (const { target, group, sentences, scores, z } of found) {
      const others = new Map<string, readonly number[]>();
      for (const o of found) if (o.target === o.group && o.group !== group) others.set(o.group, o.z);
      const odds = jointOdds(this.#joint[group]!, z, others);
      const values = valuesOf(this.#joint[group]!, odds);
      // A state of the West: asked by the questions of the West, answered by its own share of signs.
      if (group === "west" && target !== group)
        memberSigns(this.members.signs, odds).forEach((p, i) => (values[i] = p));
      const p = {} as Record<(typeof HEADS)[number], number>;
      for (let i = 0; i < HEADS.length; i++) p[HEADS[i]!] = values[i] ?? logistic(z[i]!);
      answers.set(target, { target, sentences, scores, p });
    }
    return answers;
  }

  /** Rows of a bag's words, 0 for those no question weighs. */
  #rowsOf({ stems }: Bag): Int32Array {
    const rows = new Int32Array(stems.length);
    for (let k = 0; k < stems.length; k++) {
      const row = this.#vocabulary.row(stems[k]!);
      if (this.#vocabulary.has(row, IN_BAGS)) rows[k] = row;
    }
    return rows;
  }

  #addBag({ bags }: HeadWeights, rows: Int32Array, { values }: Bag, place: number): void {
    const { sums } = this.#sum;
    for (let k = 0; k < rows.length; k++) if (rows[k] !== 0) bags.add(sums, rows[k]!, place, values[k]!);
  }

  #sentences(
    reading: ActorReading,
    heard: Heard[],
  ): { reading: ActorReading; sentences: SentenceReading[]; scores: number[][] } {
    const model = this.#sentence.get(groupOf(reading.bloc))!;
    const isTarget = fillsSlot(reading.target);
    const sentences: SentenceReading[] = [];
    const scores: number[][] = [];
    for (const item of reading.sentences) {
      const heardOf = (heard[item.sentence.index] ??= {
        seen: seenSentence(item.field, item.sentence, item.hits),
        places: [],
      });
      this.#context(item, reading.target, model, isTarget, heardOf);
      const { sums } = this.#sum;
      const sentiment = this.#temperature === null ? 0 : sentimentOf(sums[2]!, sums[3]!, sums[4]!, this.#temperature);
      const sentence = { item, sentiment, relation: speakerRelation(item.segment, reading.bloc) };
      putReading(sentence, this.#sum);
      sentences.push(sentence);
      scores.push([sums[0]!, sums[1]!]);
    }
    return { reading, sentences, scores };
  }

  /** Begins #sum with the words around an actor; "France" is also "the West", and both stand among the same words. */
  #context(
    item: ActorSentence,
    target: string,
    model: SentenceWeights,
    isTarget: (hit: Hit) => boolean,
    { seen, places }: Heard,
  ): void {
    const { from, to } = item.mentions[0]!;
    const cues = cuesOf(item.hits, target);
    for (const place of places) {
      if (place.from !== from || place.to !== to || place.model !== model || place.cues !== cues) continue;
      this.#sum.start(model, place.sums);
      return;
    }
    this.#sum.start(model);
    putContext(placeOf(item), seen, item.hits, isTarget, this.#sum);
    places.push({ from, to, model, cues, sums: this.#sum.sums.slice() });
  }

  /** Number of a count's feature; its name is built once. */
  #denseNumber(name: string): number {
    let number = this.#dense.get(name);
    if (number === undefined) this.#dense.set(name, (number = this.#vocabulary.number(`D:${name}`)));
    return number;
  }

  /** Weights of sentences about an actor of a group: classes 0 minus, 1 plus. */
  ofGroup(group: ReturnType<typeof groupOf>): SentenceWeights {
    return this.#sentence.get(group)!;
  }
}

/**
 * Values 0..1 of JOINT: of signs after their cut, of roles their probability; `others` are the log-odds of the article's
 * other actors by group.
 */
export const jointValues = (
  joint: StanceModel["joint"][string],
  own: readonly number[],
  others: ReadonlyMap<string, readonly number[]>,
): number[] => valuesOf(joint, jointOdds(joint, own, others));

/** Log-odds of JOINT. */
export const jointOdds = (
  joint: StanceModel["joint"][string],
  own: readonly number[],
  others: ReadonlyMap<string, readonly number[]>,
): number[] => linearScores(joint, jointFeatures(own, others));

const valuesOf = (joint: StanceModel["joint"][string], odds: readonly number[]): number[] =>
  odds.map((z, i) => (i < SIGNS.length ? signValue(z, joint.cuts[i]!) : logistic(z)));

/** The target-sentiment weights, checked; null where there are none. */
export function sentimentModel(codebook: Codebook): TargetSentimentModel | null {
  const model = codebook.models["target-sentiment"];
  return model === undefined ? null : targetSentimentSchema.parse(model);
}

/** Adds the weights that count for one group only to the shared ones. */
export function forGroup(model: LinearModel, group: string): LinearModel {
  const weights: Record<string, number[]> = {};
  const bias = [...model.bias];
  const prefix = `@${group}|`;
  for (const [name, w] of Object.entries(model.weights)) {
    if (name.startsWith("@") && !name.startsWith(prefix)) continue;
    const bare = name.startsWith("@") ? name.slice(prefix.length) : name;
    if (bare === "1") w.forEach((x, c) => (bias[c]! += x));
    else weights[bare] = weights[bare] ? weights[bare].map((x, c) => x + w[c]!) : [...w];
  }
  return { classes: model.classes, bias, weights };
}
