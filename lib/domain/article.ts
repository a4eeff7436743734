import { z } from "zod";
import { versionRulingSchema, wireRulingSchema } from "./rulings.ts";

/** Side ids are those of corpus/blocs.yml; "unknown" where no registry row or user said. */
export const sideSchema = z.enum([
  "western",
  "russian",
  "ukrainian",
  "other",
  "western_teaching",
  "russian_teaching",
  "unknown",
]);
export type Side = z.infer<typeof sideSchema>;

export const subGroupSchema = z.enum(["state", "public", "private", "regional", "exile", "foreign_facing"]);
export type SubGroup = z.infer<typeof subGroupSchema>;

/** A calendar day (ISO yyyy-mm-dd) and how it was found. `confidence` 0..1. */
export const articleDateSchema = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  confidence: z.number().min(0).max(1),
  from: z.enum(["given", "date line", "address", "text", "metadata"]),
});
export type ArticleDate = z.infer<typeof articleDateSchema>;

/** Something normalisation took out: what, why, and where it stood in the raw text. */
export const removalSchema = z.object({ exact: z.string(), reason: z.string(), rawStart: z.number().int() });
export type Removal = z.infer<typeof removalSchema>;

/**
 * One report as the outlet published it. `title` and `text` are NFC and never change after import, or spans break.
 * `offsetMap` lists [cleaned offset, raw offset] pairs, ascending; between two pairs both advance by one code unit.
 */
export const articleSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().min(1),
  raw: z.string(),
  offsetMap: z.array(z.tuple([z.number().int(), z.number().int()])),
  removed: z.array(removalSchema),
  outletId: z.string().nullable(),
  outletName: z.string().nullable(),
  side: sideSchema,
  sideReason: z.string(),
  subGroup: subGroupSchema.nullable(),
  date: articleDateSchema.nullable(),
  author: z.string().nullable(),
  event: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string(),
  machineTranslated: z.object({ flag: z.boolean(), reasons: z.array(z.string()) }),
  teaching: z.boolean(),
  /** Names of fields nobody stated and Parallax assumed or inferred, e.g. "date", "side". */
  assumed: z.array(z.string()),
  /** The author's intended codes of a teaching article; kept apart from the tags. */
  intended: z.record(z.string(), z.unknown()).nullable(),
  /** Only headline and summary could be had: `text` is the summary, nothing is counted of it in any chart. */
  headlineOnly: z.boolean().optional(),
  /** The id the article carried in the file it came from. */
  sourceId: z.string().optional(),
  /**
   * Not the outlet's own report: whose it likely is (null: shared with others, origin unknown), how that was told, and
   * the ids of articles of other outlets with the same text. `repeats`: one of them is counted for it where wire copy
   * is counted once.
   */
  wire: z
    .object({
      origin: z.string().nullable(),
      reason: z.string(),
      copies: z.array(z.string()),
      repeats: z.boolean().optional(),
    })
    .nullable()
    .optional(),
  /** Id of the oldest article of the same outlet whose text this revises. */
  versionOf: z.string().nullable().optional(),
  /** Id of the latest version of the same outlet, where this is an earlier one: no chart counts this. */
  supersededBy: z.string().nullable().optional(),
  /** What a person ruled on the fields above; null or absent where Parallax tells by itself. */
  ruledWire: wireRulingSchema.nullable().optional(),
  ruledVersions: z.array(versionRulingSchema).optional(),
});
export type Article = z.infer<typeof articleSchema>;
