import type { Article } from "./article.ts";

/** What a format reader yields: an unchecked article, or a row it could not read. `line` is 1-based. */
export interface RawRecord {
  /** Where it was read: a path, a name, or "standard input". */
  file?: string;
  line: number;
  /** A whole article out of Parallax's own export, taken as it is. */
  article?: Article;
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
