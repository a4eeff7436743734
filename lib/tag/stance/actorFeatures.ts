import type { TargetSentimentModel } from "#lib/domain/stanceModel.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { ActorReading } from "./actorReading.ts";
import { bagOf, denseFeatures, groupOf, putOther, shareFeatures, windowOf, type Bag } from "./articleFeatures.ts";
import type { Features } from "./features.ts";
import { readSentence, type NamedSentence, type SentenceReading } from "./sentenceFeatures.ts";
import { stems } from "./stem.ts";

/** Features by name of an actor that is named. */
export interface ActorFeatures {
  reading: ActorReading;
  sentences: NamedSentence[];
  /** Everything but what the sentence model adds. */
  features: Features;
}

/** Reads every named actor into features, to train on. */
export function actorFeatures(
  readings: readonly ActorReading[],
  fields: readonly Field[],
  voices: readonly VoiceSegment[],
  sentiment: TargetSentimentModel | null,
): ActorFeatures[] {
  const read = readings
    .filter((r) => r.sentences.length > 0)
    .map((reading) => ({
      reading,
      sentences: reading.sentences.map((s) => readSentence(s, reading.target, reading.bloc, sentiment)),
    }));
  return withArticle(read, fields, voices).map(({ reading, sentences, dense, window, bag, rest }) => {
    const features: Features = new Map();
    for (const [name, value] of dense) features.set(`D:${name}`, value * 0.75);
    window.stems.forEach((stem, i) => features.set(`W:${stems.text(stem)}`, window.values[i]!));
    bag.stems.forEach((stem, i) => features.set(`A:${stems.text(stem)}`, bag.values[i]!));
    for (const [name, value] of rest) features.set(name, value);
    return { reading, sentences, features };
  });
}

/** What an article adds to the sentences of its actors; `own` heads see neither voice shares nor other actors. */
export function withArticle<S extends SentenceReading>(
  read: readonly { reading: ActorReading; sentences: S[] }[],
  fields: readonly Field[],
  voices: readonly VoiceSegment[],
): { reading: ActorReading; sentences: S[]; dense: Features; window: Bag; bag: Bag; rest: Features }[] {
  if (read.length === 0) return [];
  const bag = bagOf(fields);
  const shares = shareFeatures(voices);
  const all = read.map(({ reading, sentences }) => ({ reading, sentences, dense: denseFeatures(reading, sentences) }));
  const blocs = all.filter((r) => ["russia", "ukraine", "west"].includes(r.reading.target));
  const byGroup = new Map<string, Features>();
  return all.map(({ reading, sentences, dense }) => {
    const group = groupOf(reading.bloc);
    let rest = byGroup.get(group);
    if (!rest) {
      rest = new Map(shares);
      for (const other of blocs) if (other.reading.target !== group) putOther(other.reading.target, other.dense, rest);
      byGroup.set(group, rest);
    }
    return { reading, sentences, dense, window: windowOf(sentences), bag, rest };
  });
}
