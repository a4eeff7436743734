import { z } from "zod";
import { spanSchema } from "./span.ts";
import { reportStanceSchema, speakerSchema, voiceSchema } from "./speaker.ts";

/** Why a tag was given: the words, the rule that fired (a codebook id), its weight, and whose words they are. */
export const evidenceSchema = z.object({
  span: spanSchema,
  exact: z.string().min(1),
  rule: z.string(),
  weight: z.number(),
  voice: voiceSchema,
  /** Index of the sentence in the article, title first (0 when there is a title). */
  sentence: z.number().int().nonnegative(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const evidenceList = z.array(evidenceSchema).min(1);

export const frameTagSchema = z.object({
  kind: z.literal("frame"),
  frame: z.string(),
  layer: z.enum(["generic", "issue"]),
  /** 0..1, calibrated only where corpus/models says so. */
  probability: z.number().min(0).max(1),
  present: z.boolean(),
  /** Frame met in the outlet's own words alone. */
  presentOwn: z.boolean(),
  /** Share of the article's sentences with a cue, 0..1. */
  salience: z.number().min(0).max(1),
  /** How far the density of cues lies above the frozen baseline's mean, in standard deviations. */
  relative: z.number().optional(),
  evidence: evidenceList,
});

export const stanceLabelSchema = z.enum(["favourable", "unfavourable", "mixed", "neutral", "unclear"]);
/** score -1..1, interval 80 %, n = evidence units. */
export const stanceScoreSchema = z.object({
  label: stanceLabelSchema,
  score: z.number().min(-1).max(1),
  interval: z.tuple([z.number(), z.number()]),
  n: z.number().int().nonnegative(),
});
export type StanceScore = z.infer<typeof stanceScoreSchema>;

export const stanceTagSchema = z.object({
  kind: z.literal("stance"),
  target: z.string(),
  discussed: z.boolean(),
  own: stanceScoreSchema,
  all: stanceScoreSchema,
  /** Every named speaker's own stance to the target; a quote counts 1 for its speaker. */
  speakers: z.array(z.object({ name: z.string(), score: stanceScoreSchema })),
  evidence: evidenceList,
});

export const wordingTagSchema = z.object({
  kind: z.literal("wording"),
  row: z.string(),
  /** Which side tends to use it in its own voice; a statement about usage, not truth. */
  choice: z.string(),
  label: z.string(),
  evidence: evidenceList,
});

/**
 * A name or term in quotation marks (methods 3.4). proper_label: a name, or quoted at first and plain later; attributed:
 * whose term it is stands beside it; distancing: so-called, or quoted in at least 3 and 60 % of its mentions; unclaimed:
 * nobody is said to use it and the outlet does not either. `label` lower case.
 */
export const labelQuoteTagSchema = z.object({
  kind: z.literal("label_quote"),
  use: z.enum(["proper_label", "attributed", "distancing", "unclaimed"]),
  label: z.string(),
  /** Mentions of the label in the article, quoted or plain, and those in quotation marks. */
  mentions: z.number().int().positive(),
  quoted: z.number().int().nonnegative(),
  evidence: evidenceList,
});

export const loadedCategorySchema = z.enum([
  "one_sided",
  "evaluative_adverb",
  "booster",
  "hedge",
  "factive",
  "implicative",
  "report_verb",
  "metaphor",
  "scare_quote",
  "agentless_violence",
]);
export type LoadedCategory = z.infer<typeof loadedCategorySchema>;

/** Loaded or distancing words of one category; evidence.rule is the entry's id, weight how loaded it is, 0..3. */
export const loadedTagSchema = z.object({
  kind: z.literal("loaded"),
  category: loadedCategorySchema,
  evidence: evidenceList,
});

export const roleTagSchema = z.object({
  kind: z.literal("role"),
  target: z.string(),
  role: z.enum(["protagonist", "antagonist", "innocent"]),
  evidence: evidenceList,
});

export const tagSchema = z.discriminatedUnion("kind", [
  frameTagSchema,
  stanceTagSchema,
  wordingTagSchema,
  labelQuoteTagSchema,
  loadedTagSchema,
  roleTagSchema,
]);
export type Tag = z.infer<typeof tagSchema>;
export type FrameTag = z.infer<typeof frameTagSchema>;
export type StanceTag = z.infer<typeof stanceTagSchema>;
export type WordingTag = z.infer<typeof wordingTagSchema>;
export type LabelQuoteTag = z.infer<typeof labelQuoteTagSchema>;
export type LoadedTag = z.infer<typeof loadedTagSchema>;
export type RoleTag = z.infer<typeof roleTagSchema>;

/** A stretch of text with one voice; segments tile title and text. `cue` is the words that gave the speaker away. */
export const voiceSegmentSchema = z.object({
  span: spanSchema,
  voice: voiceSchema,
  words: z.number().int().nonnegative(),
  cue: spanSchema.nullable(),
  cueRule: z.string().nullable(),
  reportStance: reportStanceSchema.nullable(),
  source: spanSchema.nullable(),
  certainty: z.number().min(0).max(1),
  /** The outlet's own words that introduce somebody ("Macron said that"): whom. They count for that speaker in shares. */
  introduces: speakerSchema.nullable().optional(),
});
export type VoiceSegment = z.infer<typeof voiceSegmentSchema>;

/**
 * One attribution: who (source), by which words (cue), says what (content), as spans without the introducing "that" and
 * with their quotation marks. `source` is empty where the text names nobody. kind: all, part or none of it is quoted.
 */
export const attributionSchema = z.object({
  source: z.array(spanSchema),
  cue: z.array(spanSchema),
  content: z.array(spanSchema).min(1),
  kind: z.enum(["direct", "mixed", "indirect"]),
  speaker: speakerSchema.nullable(),
  rule: z.string(),
  reportStance: reportStanceSchema,
  certainty: z.number().min(0).max(1),
});
export type Attribution = z.infer<typeof attributionSchema>;
