import { z } from "zod";

/** Weights of a linear model: one number a class for each feature. */
export const linearModelSchema = z.object({
  classes: z.array(z.string()),
  bias: z.array(z.number()),
  weights: z.record(z.string(), z.array(z.number())),
});

/** corpus/models/target-sentiment.json: negative, neutral, positive; probabilities after dividing by `temperature`. */
export const targetSentimentSchema = linearModelSchema.extend({ temperature: z.number().positive() });
export type TargetSentimentModel = z.infer<typeof targetSentimentSchema>;

/** Weights stand in the file as whole hundredths, which keeps it small. */
const inHundredths = linearModelSchema.transform((model) => ({
  ...model,
  weights: scaled(model.weights, (w) => w / 100),
}));

/** Weights as the file has them. */
export const hundredths = <M extends z.infer<typeof linearModelSchema>>(model: M): M => ({
  ...model,
  weights: scaled(model.weights, (w) => Math.round(w * 100)),
});

function scaled(weights: Record<string, number[]>, by: (w: number) => number): Record<string, number[]> {
  return Object.fromEntries(Object.entries(weights).map(([name, w]) => [name, w.map(by)]));
}

/** corpus/models/stance.json: how sentences and articles present an actor. */
export const stanceModelSchema = z.object({
  version: z.string(),
  /** Log-odds "minus" and "plus" of a sentence; "@group|name" counts for that group of actors only. */
  sentence: inHundredths,
  /** By group (russia, ukraine, west): log-odds of the questions in HEADS (lib/tag/stance/articleFeatures.ts). */
  heads: z.record(z.string(), inHundredths),
  /** By group: log-odds of signs and roles from those of all heads and actors, and the cut of each sign (joint.ts). */
  joint: z.record(z.string(), linearModelSchema.extend({ cuts: z.array(z.number()) })),
  /** States of the West apart: slope and bias of each sign's probability on the joint log-odds of the West (members.ts). */
  members: z.object({
    signs: z.array(z.object({ slope: z.number(), bias: z.number() })),
    commit: z.object({ own: z.number(), all: z.number(), neutral: z.object({ own: z.number(), all: z.number() }) }),
  }),
  /**
   * Frozen on training data: from this |score| on a label is given; from this probability on a role; up to this sum of
   * both signs "neutral" is said, 0 where it was never right often enough.
   */
  commit: z.object({
    own: z.number(),
    all: z.number(),
    role: z.number(),
    neutral: z.object({ own: z.number(), all: z.number() }),
  }),
});
export type StanceModel = z.infer<typeof stanceModelSchema>;
