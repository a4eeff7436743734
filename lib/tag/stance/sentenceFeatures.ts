import type { Bloc } from "#lib/domain/speaker.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import { linearScores, softmax, type LinearModel } from "#lib/tag/model/linear.ts";
import { speakerRelation, type ActorSentence } from "./actorReading.ts";
import { contextFeatures, type Features } from "./context.ts";

/** Words that give the outlet away rather than what it thinks; they never count. */
const GIVEAWAY =
  /(?:^|[:! ])(?:special|operation|military|getty|image|photo|file|via|afp|sputnik|tass|ria|novosti|reuters|courtesy|pictur|subscrib|click|newsletter|republic|contribut)(?:$| )/;

/** What one sentence says of an actor, ready for the models: word context without give-aways, and target sentiment. */
export interface SentenceReading {
  features: Features;
  /** P(positive) - P(negative) of the target-sentiment model, -1..1; 0 without that model. */
  sentiment: number;
}

/** Reads the actor's first mention of a sentence (and the last, when there are several). */
export function readSentence(
  item: ActorSentence,
  target: string,
  bloc: Bloc,
  sentimentModel: LinearModel | null,
): SentenceReading {
  const isTarget = (hit: Hit): boolean => hit.slotTargets?.includes(target) ?? false;
  const first = item.mentions[0]!;
  const place = { field: item.field, sentence: item.sentence, ...first };
  const context = contextFeatures(place, item.hits, isTarget);
  let sentiment = 0;
  if (sentimentModel) {
    const p = softmax(linearScores(sentimentModel, context));
    sentiment = p[2]! - p[0]!;
  }
  const features: Features = new Map();
  for (const [name, value] of context) if (!GIVEAWAY.test(name)) features.set(name, value);
  features.set("d:sentiment", sentiment);
  features.set("d:mentions", Math.log1p(item.mentions.length));
  const relation = speakerRelation(item.segment, bloc);
  features.set(`d:${relation}`, 1);
  features.set(`d:${relation}:sentiment`, sentiment);
  features.set(`d:${item.sentence.place}`, 1);
  if (item.segment.reportStance) features.set(`d:report:${item.segment.reportStance}`, 1);
  return { features, sentiment };
}
