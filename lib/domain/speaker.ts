import { z } from "zod";

/** Whose office or nationality a speaker holds; never an opinion. */
export const blocSchema = z.enum(["russia", "ukraine", "west", "other"]);
export type Bloc = z.infer<typeof blocSchema>;

export const speakerKindSchema = z.enum([
  "official",
  "institution",
  "expert",
  "media",
  "citizen",
  "military",
  "unnamed",
]);
export type SpeakerKind = z.infer<typeof speakerKindSchema>;

/** Somebody whose words an article reports. `bloc` is null where neither office nor nationality is known. */
export const speakerSchema = z.object({
  name: z.string(),
  actorId: z.string().nullable(),
  bloc: blocSchema.nullable(),
  country: z.string().nullable(),
  kind: speakerKindSchema,
});
export type Speaker = z.infer<typeof speakerSchema>;

/** How a reporting verb treats what it reports. */
export const reportStanceSchema = z.enum(["endorsing", "neutral", "distancing", "conflict", "cognitive"]);
export type ReportStance = z.infer<typeof reportStanceSchema>;

/** Whose words a stretch of text is. `ambiguous`: the text does not tell. */
export const voiceSchema = z.object({
  kind: z.enum(["own", "direct", "mixed", "indirect", "ambiguous"]),
  speaker: speakerSchema.nullable(),
});
export type Voice = z.infer<typeof voiceSchema>;
