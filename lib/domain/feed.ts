/** A feed that is followed. Times are ISO; `found` counts every entry ever seen, the others what became of them. */
export interface FeedRow {
  id: string;
  address: string;
  title: string | null;
  /** The outlet every article of it is placed under; by address where null. */
  outlet: string | null;
  addedAt: string;
  etag: string | null;
  lastModified: string | null;
  triedAt: string | null;
  succeededAt: string | null;
  /** Why the last attempt failed; null when it did not. */
  error: string | null;
  /** Failures in a row. */
  failures: number;
  /** Not asked again before this. */
  nextAt: string | null;
  found: number;
  stored: number;
  headlineOnly: number;
  refused: number;
  waiting: number;
}

/** What one attempt on a feed gave; kept together with the entries it brought, or not at all. */
export interface FeedAttempt {
  triedAt: string;
  succeededAt?: string;
  title?: string | null;
  etag?: string | null;
  lastModified?: string | null;
  error: string | null;
  failures: number;
  nextAt: string | null;
}

/** An article to be had: an address, with what a feed or list says about it. */
export interface Wanted {
  /** Unique: the address without tracking, or feed and entry id where an entry has no address. */
  key: string;
  /** Null where there is nothing to fetch. */
  url: string | null;
  title?: string;
  /** Plain text. */
  summary?: string;
  /** The whole text, where the feed brings it. */
  text?: string;
  author?: string;
  publishedAt?: string;
  language?: string;
  outlet?: string;
}

/** `headline`: kept without its text; `refused`: could not be had at all, with the reason. */
export type Outcome = "stored" | "headline" | "refused";

export interface QueueRow {
  wanted: Wanted;
  feedId: string | null;
  /** Attempts that failed for a passing reason. */
  attempts: number;
}

export type Settlement =
  | { key: string; outcome: Outcome; reason: string | null }
  | { key: string; outcome: "later"; reason: string; nextAt: string };
