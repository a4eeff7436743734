import type { Codebook } from "#lib/domain/codebook.ts";
import {
  stanceModelSchema,
  targetSentimentSchema,
  type StanceModel,
  type TargetSentimentModel,
} from "#lib/domain/stanceModel.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { linearScores, type LinearModel } from "#lib/tag/model/linear.ts";
import type { ActorReading } from "./actorReading.ts";
import {
  bagOf,
  denseFeatures,
  groupOf,
  HEADS,
  otherFeatures,
  poolFeatures,
  shareFeatures,
  windowOf,
} from "./articleFeatures.ts";
import type { Features } from "./context.ts";
import { readSentence, type SentenceReading } from "./sentenceFeatures.ts";

/** What the learned channel says of one actor in one article. */
export interface LearnedStance {
  target: string;
  sentences: readonly SentenceReading[];
  /** Log-odds [minus, plus] of each sentence. */
  scores: readonly (readonly number[])[];
  /** Probability of each question of HEADS. */
  p: Readonly<Record<(typeof HEADS)[number], number>>;
}

/** Features of every actor that is named; `own` heads see neither voice shares nor other actors. */
export interface ActorFeatures {
  reading: ActorReading;
  sentences: SentenceReading[];
  /** Everything but what the sentence model adds. */
  features: Features;
}

/** Reads every named actor into features. */
export function actorFeatures(
  readings: readonly ActorReading[],
  fields: readonly Field[],
  voices: readonly VoiceSegment[],
  sentiment: TargetSentimentModel | null,
): ActorFeatures[] {
  const named = readings.filter((r) => r.sentences.length > 0);
  if (named.length === 0) return [];
  const read = named.map((reading) => {
    const sentences = reading.sentences.map((s) => readSentence(s, reading.target, reading.bloc, sentiment));
    return { reading, sentences, dense: denseFeatures(reading, sentences) };
  });
  const bag = bagOf(fields);
  const shares = shareFeatures(voices);
  const blocs = read.filter((r) => ["russia", "ukraine", "west"].includes(r.reading.target));
  return read.map(({ reading, sentences, dense }) => {
    const features: Features = new Map();
    for (const [name, value] of dense) features.set(`D:${name}`, value * 0.75);
    const group = groupOf(reading.bloc);
    const others = blocs.filter((o) => o.reading.target !== group);
    const rest = otherFeatures(others.map((o) => ({ target: o.reading.target, dense: o.dense })));
    for (const part of [windowOf(sentences), bag, shares, rest])
      for (const [name, value] of part) features.set(name, value);
    return { reading, sentences, features };
  });
}

/** The learned channel; null where corpus/models holds no stance model. */
export class LearnedChannel {
  readonly commit: StanceModel["commit"];
  readonly #sentiment: TargetSentimentModel | null;
  readonly #sentence: ReadonlyMap<string, LinearModel>;
  readonly #heads: StanceModel["heads"];

  private constructor(model: StanceModel, sentiment: TargetSentimentModel | null) {
    this.commit = model.commit;
    this.#sentiment = sentiment;
    this.#heads = model.heads;
    this.#sentence = new Map(["russia", "ukraine", "west"].map((g) => [g, forGroup(model.sentence, g)]));
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
    const answers = new Map<string, LearnedStance>();
    for (const { reading, sentences, features } of actorFeatures(readings, fields, voices, this.#sentiment)) {
      const group = groupOf(reading.bloc);
      const model = this.#sentence.get(group)!;
      const scores = sentences.map((s) => linearScores(model, s.features));
      for (const [name, value] of poolFeatures(sentences, scores)) features.set(name, value);
      const z = linearScores(this.#heads[group]!, features);
      const p = Object.fromEntries(HEADS.map((h, i) => [h, 1 / (1 + Math.exp(-z[i]!))])) as LearnedStance["p"];
      answers.set(reading.target, { target: reading.target, sentences, scores, p });
    }
    return answers;
  }

  /** Weight of a feature for a sign (0 minus, 1 plus) in sentences about an actor of a group. */
  weight(group: string, name: string, sign: 0 | 1): number {
    const weights = this.#sentence.get(group)?.weights;
    return weights && Object.hasOwn(weights, name) ? weights[name]![sign]! : 0;
  }
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
