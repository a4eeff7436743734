import { z } from "zod";

/** A person's word on whose report an article is. `origin`: whose it copies; null where the person does not know. */
export const wireRulingSchema = z.object({
  is: z.enum(["own", "copy"]),
  origin: z.string().nullable(),
  reason: z.string().min(1),
  /** ISO time. */
  at: z.string(),
});
export type WireRuling = z.infer<typeof wireRulingSchema>;

/** A person's word on whether an article and `other`, of the same outlet, are versions of one report. */
export const versionRulingSchema = z.object({
  other: z.string(),
  same: z.boolean(),
  reason: z.string().min(1),
  /** ISO time; of two rulings on one pair the later holds. */
  at: z.string(),
});
export type VersionRuling = z.infer<typeof versionRulingSchema>;
