import { z } from "zod";
import { blocSchema } from "./speaker.ts";

/** -2 clearly against … 2 clearly for, 0 discussed without leaning; null = not discussed, or too little to tell. */
const leaning = z.number().int().min(-2).max(2).nullable();
const entities = ["russia", "ukraine", "west", "france", "united_kingdom", "united_states", "coalition"] as const;
const share = z.number().min(0).max(1);

/**
 * What the author of a teaching article meant it to show: one coder's yardstick, never a tag.
 * Shares and `words` count words of the body; frame ids are those of corpus/codebook/frames.
 */
export const intendedSchema = z.strictObject({
  stance: z.record(z.enum(entities), z.strictObject({ own: leaning, all: leaning })),
  /** What the outlet itself argues; "both" reports the two sides, "none" does not address it. */
  propositions: z.record(z.enum(["p1", "p2", "p3", "p4"]), z.enum(["favour", "against", "both", "none"])),
  roles: z.partialRecord(z.enum(entities), z.enum(["protagonist", "antagonist", "innocent"])),
  /** Generic frames, strongest first. */
  frames: z.array(z.string()).min(1),
  primary_frame: z.string(),
  issue_frames: z.array(z.string()),
  /** Naming choices that must be found, as written in the title or text. */
  wording: z.array(z.string()).min(1),
  own_voice_share: share,
  voice_shares: z.record(z.enum([...blocSchema.options, "media"]), share),
  speakers: z.array(
    z.strictObject({ name: z.string(), bloc: blocSchema.nullable(), words: z.number().int().positive() }),
  ),
  /** Which difficulty the article was written for. */
  hard_case: z.string().nullable(),
});
export type Intended = z.infer<typeof intendedSchema>;
