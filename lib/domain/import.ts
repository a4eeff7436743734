import { z } from "zod";
import type { Article, Removal, Side } from "./article.ts";
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
  /** The date a feed or list gives; used where the page itself has none. */
  publishedAt?: string;
  /** The text is a headline or summary, because the article could not be had. */
  headlineOnly?: boolean;
}
export interface Rejected {
  file: string;
  line: number;
  reason: string;
  /** Set where what was refused matters beyond the sentence; "about": a file that speaks of its folder, no article refused. */
  cause?: "language" | "about";
}
/** added + alreadyStored + rejected = rows read. One bad row never stops the rest. */
export interface ImportReport {
  importId: string;
  added: string[];
  alreadyStored: string[];
  rejected: Rejected[];
  warnings: Rejected[];
  /** Of the added ones those of no known side, which no chart counts, by the outlet they name; most first. */
  withoutSide: { outlet: string | null; articles: number }[];
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

/** One article as an import would store it, cut to what a person checks. */
export interface PreviewedArticle {
  id: string;
  /** "stored": in the collection already; "repeated": twice in what was given. */
  copy: "new" | "stored" | "repeated";
  title: string;
  outlet: string | null;
  side: Side;
  sideReason: string;
  date: Article["date"];
  language: string;
  event: string | null;
  author: string | null;
  words: number;
  firstLines: string;
  assumed: string[];
  machineTranslated: boolean;
  removed: Pick<Removal, "exact" | "reason">[];
}
/** What an import would do; fresh + alreadyStored + repeated + rejectedCount = read. */
export interface ImportPreview {
  read: number;
  fresh: number;
  alreadyStored: number;
  repeated: number;
  undated: number;
  outlets: { outlet: string | null; side: Side; sideReason: string; articles: number }[];
  /** The first of them. */
  articles: PreviewedArticle[];
  rejected: Rejected[];
  rejectedCount: number;
  warnings: Rejected[];
  warningCount: number;
}
