/** What a feed says; HTML of summaries and contents is already plain text, paragraph by paragraph. */
export interface ReadFeed {
  title: string | null;
  /** Address of the site it belongs to. */
  site: string | null;
  language: string | null;
  entries: FeedEntry[];
}
export interface FeedEntry {
  id: string | null;
  url: string | null;
  title: string | null;
  /** As the publisher wrote it, offset included. */
  publishedAt: string | null;
  author: string | null;
  summary: string | null;
  content: string | null;
}

/** Why something is no feed; the sentence is for the reader. */
export class FeedProblem extends Error {}

/** More than any outlet publishes; what lies behind them is left out. */
export const MOST_ENTRIES = 1000;
