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
import { groupOf, HEADS, poolFeatures } from "./articleFeatures.ts";
import { putContext } from "./context.ts";
import { jointFeatures, signValue } from "./joint.ts";
import { WORD } from "./features.ts";
import { isGiveaway } from "./giveaways.ts";
import { fillsSlot, placeOf, putReading, sentimentOf, type SentenceReading } from "./sentenceFeatures.ts";
import { speakerRelation, type ActorReading, type ActorSentence } from "./actorReading.ts";
import { ScoreSum, Vocabulary, beside, numbered, type NumberedWeights } from "./vocabulary.ts";

/** What the learned channel says of one actor in one article. */
export interface LearnedStance {
  target: string;
  sentences: readonly SentenceReading[];
  /** Log-odds [minus, plus] of each sentence. */
  scores: readonly (readonly number[])[];
  /** Probability of each question of HEADS; of the signs their value after the cut (joint.ts). */
  p: Readonly<Record<(typeof HEADS)[number], number>>;
}

/** Sums of the words around one place in a sentence. */
interface Heard {
  from: number;
  to: number;
  model: NumberedWeights;
  /** Which stance cues of the sentence are about the actor: their places among its hits. */
  cues: string;
  sums: Float64Array;
}

function cuesOf(hits: readonly Hit[], isTarget: (hit: Hit) => boolean): string {
  let cues = "";
  for (let i = 0; i < hits.length; i++) if (hits[i]!.rule.layer === "stance" && isTarget(hits[i]!)) cues += `${i},`;
  return cues;
}

/** The learned channel; null where corpus/models holds no stance model. */
export class LearnedChannel {
  readonly commit: StanceModel["commit"];
  readonly #vocabulary = new Vocabulary();
  readonly #sum: ScoreSum;
  readonly #dense = new Map<string, number>();
  readonly #temperature: number | null;
  /** By group: log-odds of the sentence, behind them the scores of the sentiment model where there is one. */
  readonly #sentence: ReadonlyMap<string, NumberedWeights>;
  readonly #heads: ReadonlyMap<string, NumberedWeights>;
  readonly #joint: StanceModel["joint"];

  private constructor(model: StanceModel, sentiment: TargetSentimentModel | null) {
    this.commit = model.commit;
    this.#joint = model.joint;
    const groups = ["russia", "ukraine", "west"].map((g) => [g, forGroup(model.sentence, g)] as const);
    const heads = Object.entries(model.heads);
    for (const [, each] of [...groups, ...heads]) this.#vocabulary.add(Object.keys(each.weights));
    if (sentiment) this.#vocabulary.add(Object.keys(sentiment.weights));
    this.#sum = new ScoreSum(this.#vocabulary);
    this.#temperature = sentiment?.temperature ?? null;
    const counts = (name: string): boolean => name.startsWith("d:") || !isGiveaway(name);
    const tone = sentiment && numbered(sentiment, this.#vocabulary);
    this.#sentence = new Map(
      groups.map(([g, each]) => {
        const own = numbered(each, this.#vocabulary, counts);
        return [g, tone ? beside(own, tone, this.#vocabulary) : own];
      }),
    );
    this.#heads = new Map(heads.map(([g, each]) => [g, numbered(each, this.#vocabulary)]));
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
    const heard = new Map<number, Heard[]>();
    const read = readings.filter((r) => r.sentences.length > 0).map((reading) => this.#sentences(reading, heard));
    const found: (Omit<LearnedStance, "p"> & { group: string; z: number[] })[] = [];
    const bags = new Map<string, Float64Array>();
    let numbers: number[] | null = null;
    withArticle(read, fields, voices).forEach(({ reading, sentences, dense, window, bag, rest }, i) => {
      const { scores } = read[i]!;
      const group = groupOf(reading.bloc);
      const heads = this.#heads.get(group)!;
      let article = bags.get(group);
      if (!article) {
        sum.start(heads, false);
        numbers ??= bag.stems.map((stem) => this.#vocabulary.word(WORD["A:"], stem));
        for (let k = 0; k < numbers.length; k++) if (numbers[k]! >= 0) sum.add(numbers[k]!, bag.values[k]!);
        bags.set(group, (article = sum.sums));
      }
      sum.start(heads);
      dense.forEach((value, name) => sum.add(this.#denseNumber(name), value * 0.75));
      for (let k = 0; k < window.stems.length; k++) sum.word(WORD["W:"], window.stems[k]!, window.values[k]!);
      rest.forEach((value, name) => sum.put(name, value));
      poolFeatures(sentences, scores).forEach((value, name) => sum.put(name, value));
      const z = HEADS.map((_, c) => sum.sums[c]! + article[c]!);
      found.push({ target: reading.target, group, sentences, scores, z });
    });
    return new Map(
      found.map(({ target, group, sentences, scores, z }) => {
        const others = new Map(
          found.flatMap((o) => (o.target === o.group && o.group !== group ? [[o.group, o.z]] : [])),
        );
        const signs = signValues(this.#joint[group]!, z, others);
        const p = Object.fromEntries(HEADS.map((h, i) => [h, signs[i] ?? logistic(z[i]!)])) as LearnedStance["p"];
        return [target, { target, sentences, scores, p }];
      }),
    );
  }

  #sentences(
    reading: ActorReading,
    heard: Map<number, Heard[]>,
  ): { reading: ActorReading; sentences: SentenceReading[]; scores: number[][] } {
    const sum = this.#sum;
    const model = this.#sentence.get(groupOf(reading.bloc))!;
    const isTarget = fillsSlot(reading.target);
    const sentences: SentenceReading[] = [];
    const scores: number[][] = [];
    for (const item of reading.sentences) {
      this.#context(item, model, isTarget, heard);
      const { sums } = sum;
      const sentiment = this.#temperature === null ? 0 : sentimentOf([sums[2]!, sums[3]!, sums[4]!], this.#temperature);
      const sentence = { item, sentiment, relation: speakerRelation(item.segment, reading.bloc) };
      putReading(sentence, sum);
      sentences.push(sentence);
      scores.push([sums[0]!, sums[1]!]);
    }
    return { reading, sentences, scores };
  }

  /** Begins #sum with the words around an actor; "France" is also "the West", and both stand among the same words. */
  #context(
    item: ActorSentence,
    model: NumberedWeights,
    isTarget: (hit: Hit) => boolean,
    heard: Map<number, Heard[]>,
  ): void {
    const { from, to } = item.mentions[0]!;
    const cues = cuesOf(item.hits, isTarget);
    const list = heard.get(item.sentence.index) ?? [];
    const same = list.find((h) => h.from === from && h.to === to && h.model === model && h.cues === cues);
    if (same) {
      this.#sum.resume(model, same.sums);
      return;
    }
    this.#sum.start(model);
    putContext(placeOf(item), item.hits, isTarget, this.#sum);
    list.push({ from, to, model, cues, sums: this.#sum.sums.slice() });
    heard.set(item.sentence.index, list);
  }

  /** Number of a count's feature; its name is built once. */
  #denseNumber(name: string): number {
    let number = this.#dense.get(name);
    if (number === undefined) this.#dense.set(name, (number = this.#vocabulary.number(`D:${name}`)));
    return number;
  }

  /** Weight of a word's feature for a sign (0 minus, 1 plus) in sentences about an actor of a group. */
  weight(group: string, kind: number, word: number, sign: 0 | 1): number {
    const id = this.#vocabulary.word(kind, word);
    const model = this.#sentence.get(group);
    return id < 0 || !model ? 0 : model.weights[id * model.classes + sign]!;
  }
}

/** Values 0..1 of the four signs of SIGNS; `others` are the log-odds of the article's other actors by group. */
export function signValues(
  joint: StanceModel["joint"][string],
  own: readonly number[],
  others: ReadonlyMap<string, readonly number[]>,
): number[] {
  return linearScores(joint, jointFeatures(own, others)).map((z, i) => signValue(z, joint.cuts[i]!));
}

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
