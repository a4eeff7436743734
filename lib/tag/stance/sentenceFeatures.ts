import type { Bloc } from "#lib/domain/speaker.ts";
import type { TargetSentimentModel } from "#lib/domain/stanceModel.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import { linearScores } from "#lib/tag/model/linear.ts";
import { speakerRelation, type ActorSentence } from "./actorReading.ts";
import { contextFeatures, type Place } from "./context.ts";
import { NAME, NamedFeatures, namesWith, type FeatureSink, type Features } from "./features.ts";
import { isGiveaway } from "./giveaways.ts";

/** What one sentence says of an actor. */
export interface SentenceReading {
  item: ActorSentence;
  /** P(positive) - P(negative) of the target-sentiment model, -1..1; 0 without that model. */
  sentiment: number;
  relation: ReturnType<typeof speakerRelation>;
}

/** A sentence with its features by name, to train on. */
export interface NamedSentence extends SentenceReading {
  features: Features;
}

/** Where the actor's first mention stands. */
export const placeOf = ({ field, sentence, mentions }: ActorSentence): Place => {
  const { from, to } = mentions[0]!;
  return { field, sentence, from, to };
};

/** Whether a cue's slot is filled by the target. */
export const fillsSlot =
  (target: string) =>
  (hit: Hit): boolean =>
    hit.slotTargets?.includes(target) ?? false;

/** P(positive) - P(negative) from the scores of all three. */
export function sentimentOf(negative: number, neutral: number, positive: number, temperature: number): number {
  const top = Math.max(negative, neutral, positive);
  const minus = Math.exp((negative - top) / temperature);
  const plus = Math.exp((positive - top) / temperature);
  return (plus - minus) / (minus + Math.exp((neutral - top) / temperature) + plus);
}

const RELATION = { own: NAME["d:own"], self: NAME["d:self"], rival: NAME["d:rival"], other: NAME["d:other"] } as const;
const RELATION_SENTIMENT = {
  own: NAME["d:own:sentiment"],
  self: NAME["d:self:sentiment"],
  rival: NAME["d:rival:sentiment"],
  other: NAME["d:other:sentiment"],
} as const;
const reportStance = namesWith("d:report:");
const PLACE = { title: NAME["d:title"], lead: NAME["d:lead"], body: NAME["d:body"] } as const;

/** What the sentence model sees beside the words: who speaks, where, how often the actor is named. */
export function putReading({ item, sentiment, relation }: SentenceReading, sink: FeatureSink): void {
  sink.fixed(NAME["d:sentiment"], sentiment);
  sink.fixed(NAME["d:mentions"], Math.log1p(item.mentions.length));
  sink.fixed(RELATION[relation], 1);
  sink.fixed(RELATION_SENTIMENT[relation], sentiment);
  sink.fixed(PLACE[item.sentence.place], 1);
  if (item.segment.reportStance) sink.put(reportStance(item.segment.reportStance), 1);
}

/** Reads the words around the actor's first mention in a sentence, without give-aways, and their sentiment. */
export function readSentence(
  item: ActorSentence,
  target: string,
  bloc: Bloc,
  model: TargetSentimentModel | null,
): NamedSentence {
  const words = contextFeatures(placeOf(item), item.hits, fillsSlot(target));
  const tone = model && linearScores(model, words);
  const sentiment = model && tone ? sentimentOf(tone[0]!, tone[1]!, tone[2]!, model.temperature) : 0;
  const reading = { item, sentiment, relation: speakerRelation(item.segment, bloc) };
  const sink = new NamedFeatures();
  for (const [name, value] of words) if (!isGiveaway(name)) sink.put(name, value);
  putReading(reading, sink);
  return { ...reading, features: sink.features };
}
