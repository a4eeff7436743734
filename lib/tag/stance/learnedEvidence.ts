import type { Evidence } from "#lib/domain/tags.ts";
import type { Bloc } from "#lib/domain/speaker.ts";
import { groupOf } from "./articleFeatures.ts";
import type { LearnedChannel, LearnedStance } from "./learned.ts";
import type { Weighted } from "./score.ts";
import { strongestWords } from "./strongestWords.ts";

/** Sentences shown a sign, strongest first, from this probability on. */
const SHOWN = 2;
const LEAST = 0.25;
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The words of the two strongest sentences of each sign, weighted by the sentence's probability. */
export function learnedEvidence(learned: LearnedStance, channel: LearnedChannel, bloc: Bloc): Evidence[] {
  const evidence: Evidence[] = [];
  const model = channel.ofGroup(groupOf(bloc));
  ([0, 1] as const).forEach((sign) => {
    const name = sign === 0 ? "minus" : "plus";
    learned.scores
      .map((s, i) => ({ p: sigmoid(s[sign]!), i }))
      .filter((s) => s.p >= LEAST)
      .toSorted((a, b) => b.p - a.p || a.i - b.i)
      .slice(0, SHOWN)
      .forEach(({ p, i }) => {
        const weight = Math.round((sign === 0 ? -p : p) * 100) / 100;
        const found = strongestWords(learned.sentences[i]!, model, sign, `model:${learned.target}:${name}`, weight);
        if (found) evidence.push(found);
      });
  });
  return evidence;
}

/** Every sentence as a unit: how far it leans; words of others weigh a quarter in the outlet's own stance. */
export function learnedUnits(learned: LearnedStance, voices: "own" | "all"): Weighted[] {
  return learned.sentences.map((s, i) => ({
    value: sigmoid(learned.scores[i]![1]!) - sigmoid(learned.scores[i]![0]!),
    weight: voices === "all" || s.relation === "own" ? 1 : 0.25,
    sentence: s.item.sentence.index,
  }));
}
