import { z } from "zod";
import type { Article } from "./article.ts";
import type { Coding } from "./coding.ts";

/** One field of an article that a person changed, and why. */
export const editSchema = z.object({
  articleId: z.string(),
  at: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string(),
});
export type Edit = z.infer<typeof editSchema>;

/** What a format reader yields: an unchecked article, or a row it could not read. `line` is 1-based. */
export interface RawRecord {
  /** Where it was read: a path, a name, or "standard input". */
  file?: string;
  line: number;
  /** A whole article out of Parallax's own export, taken as it is. */
  article?: Article;
  /** Its tags and what people changed of it, where the export held them. */
  coding?: Coding;
  edits?: Edit[];
  title?: string;
  text?: string;
  html?: string;
  outlet?: string;
  side?: string;
  sideReason?: string;
  date?: string;
  author?: string;
  event?: string;
  url?: string;
  language?: string;
  teaching?: boolean;
  intended?: Record<string, unknown>;
  id?: string;
}
export interface Rejected {
  file: string;
  line: number;
  reason: string;
}
/** added + alreadyStored + rejected = rows read. One bad row never stops the rest. */
export interface ImportReport {
  importId: string;
  added: string[];
  alreadyStored: string[];
  rejected: Rejected[];
  warnings: Rejected[];
}
/** Values the user states for every article of an import; what a row says itself wins over these. */
export interface Given {
  outlet?: string;
  side?: string;
  sideReason?: string;
  date?: string;
  author?: string;
  event?: string;
  language?: string;
  teaching?: boolean;
}
