import { z } from "zod";

const share = z.number().min(0).max(1).nullable();
/** 95 % bootstrap interval by document; null where it cannot be had. */
const interval = z.tuple([z.number(), z.number()]).nullable();

/** How well one tag was told apart, over all items (`side: "all"`) or those of one side. Null = nothing to divide. */
export const measurementRowSchema = z.object({
  /** Frame id, label, target or kind of speech: whatever the task tags. */
  tag: z.string(),
  side: z.string(),
  n: z.number().int().nonnegative(),
  positives: z.number().int().nonnegative(),
  /** F1 of saying the tag of every item. */
  trivialF1: share,
  precision: share,
  recall: share,
  f1: share,
  f1Interval: interval,
  auc: share,
  aucInterval: interval,
  /** Expected calibration error of the probability, 0..1, 10 bins. */
  ece: share,
});
export type MeasurementRow = z.infer<typeof measurementRowSchema>;

/** A number about the whole task: macro-F1, mean AUC, a difference between sides. */
export const measurementFigureSchema = z.object({
  name: z.string(),
  side: z.string(),
  n: z.number().int().nonnegative(),
  value: z.number().nullable(),
  interval,
  /** The same number for the trivial answer the note names; null where there is none. */
  trivial: z.number().nullable(),
  note: z.string().default(""),
});
export type MeasurementFigure = z.infer<typeof measurementFigureSchema>;

/** corpus/models/measurements/<name>.json: what pages may say about a task's quality, made by a command. */
export const measurementSchema = z.object({
  task: z.string(),
  /** How: "5-fold cross-validation", "scored once". */
  method: z.string(),
  data: z.object({ name: z.string(), items: z.number().int(), digest: z.string() }),
  /** Who coded the data, e.g. "language models". */
  coder: z.string(),
  /** ISO day the figures were made. */
  date: z.string(),
  codebookVersion: z.string(),
  rows: z.array(measurementRowSchema),
  figures: z.array(measurementFigureSchema),
});
export type Measurement = z.infer<typeof measurementSchema>;
