import type { Bloc } from "#lib/domain/speaker.ts";
import type { TargetSentimentModel } from "#lib/domain/stanceModel.ts";
import type { Hit } from "#lib/tag/read/hits.ts";
import { linearScores, softmax } from "#lib/tag/model/linear.ts";
import { speakerRelation, type ActorSentence } from "./actorReading.ts";
import { contextFeatures, type Features } from "./context.ts";

/** Stems that give the outlet away rather than what it thinks (house names, photo credits, its name for the war). */
const GIVEAWAYS = new Set(
  "special operation military getty image photo file via afp sputnik tass ria novosti reuters courtesy pictur subscrib click newsletter republic contribut".split(
    " ",
  ),
);
const memo = new Map<string, boolean>();

/** Whether a feature holds a give-away of the outlet; such features never count. */
export function isGiveaway(name: string): boolean {
  const known = memo.get(name);
  if (known !== undefined) return known;
  if (memo.size > 400_000) memo.clear();
  const found = name
    .slice(name.indexOf(":") + 1)
    .split(/[! :]/)
    .some((word) => GIVEAWAYS.has(word));
  memo.set(name, found);
  return found;
}

/** What one sentence says of an actor, ready for the models. */
export interface SentenceReading {
  item: ActorSentence;
  features: Features;
  /** P(positive) - P(negative) of the target-sentiment model, -1..1; 0 without that model. */
  sentiment: number;
  relation: ReturnType<typeof speakerRelation>;
}

/** Reads the words around the actor's first mention in a sentence, without give-aways, and their sentiment. */
export function readSentence(
  item: ActorSentence,
  target: string,
  bloc: Bloc,
  model: TargetSentimentModel | null,
): SentenceReading {
  const isTarget = (hit: Hit): boolean => hit.slotTargets?.includes(target) ?? false;
  const place = { field: item.field, sentence: item.sentence, ...item.mentions[0]! };
  const features = contextFeatures(place, item.hits, isTarget);
  let sentiment = 0;
  if (model) {
    const p = softmax(linearScores(model, features), model.temperature);
    sentiment = p[2]! - p[0]!;
  }
  for (const name of features.keys()) if (isGiveaway(name)) features.delete(name);
  const relation = speakerRelation(item.segment, bloc);
  features.set("d:sentiment", sentiment);
  features.set("d:mentions", Math.log1p(item.mentions.length));
  features.set(`d:${relation}`, 1);
  features.set(`d:${relation}:sentiment`, sentiment);
  features.set(`d:${item.sentence.place}`, 1);
  if (item.segment.reportStance) features.set(`d:report:${item.segment.reportStance}`, 1);
  return { item, features, sentiment, relation };
}
