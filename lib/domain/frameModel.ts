import { z } from "zod";

const perFrame = z.array(z.number());

/** What one frame's cue counts look like over the articles the model was scaled on. */
const countScale = z.object({ mean: z.array(z.number()), sd: z.array(z.number()) });

/**
 * corpus/models/frames.json and narrative-frames.json: a ridge logistic regression over stems beside the cue score.
 * score = (1 - cueShare) x z(stems) + cueShare x mean z of the six cue counts.
 */
export const frameModelSchema = z.object({
  version: z.string(),
  /** Order of every per-frame list. */
  frames: z.array(z.string()),
  /** stem: [idf, weight a frame ...], idf in hundredths, weights in `unit`s. */
  stems: z.record(z.string(), z.array(z.number().int())),
  unit: z.number(),
  bias: perFrame,
  /** Mean and sd of the stem score over the scaling articles. */
  stemScale: z.object({ mean: perFrame, sd: perFrame }),
  /** Six counts a frame, by frame id; issue frames, too. */
  cueScale: z.record(z.string(), countScale),
  /** Cue id: ln((N + 1) / (articles + 1)) over the scaling articles. */
  cueIdf: z.record(z.string(), z.number()),
  cueIdfFallback: z.number(),
  cueShare: z.number().min(0).max(1),
  /** Present from this score on; frozen on training data. */
  threshold: perFrame,
  /** probability = logistic(slope x score + intercept). */
  calibration: z.object({ slope: z.number(), intercept: perFrame }),
});
export type FrameModel = z.infer<typeof frameModelSchema>;
