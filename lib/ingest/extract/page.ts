/** What a page gave. `text`: paragraphs separated by a blank line, no markup. Dates keep the publisher's own offset. */
export interface ExtractedPage {
  title: string | null;
  byline: string | null;
  /** ISO 8601, with time and offset where the page tells them. */
  publishedAt: string | null;
  language: string | null;
  text: string;
  /** The canonical address where the page names one. */
  url: string | null;
  /** The publication's name as the page gives it. */
  site: string | null;
  /** Set when this is no ordinary article, with what to do about it. */
  problem: PageProblem | null;
}

export interface PageProblem {
  kind:
    | "not an article"
    | "paywall"
    | "consent wall"
    | "robot check"
    | "scripts only"
    | "live blog"
    | "video"
    | "too large"
    | "too slow";
  sentence: string;
}
