import type { Article } from "./article.ts";
import type { VersionRuling, WireRuling } from "./rulings.ts";

/** What of an article decides how it stands to others with the same words. */
export interface Piece {
  id: string;
  /** Order of storing. */
  seq: number;
  title: string;
  /** The registry's id, else the name as given; null where nobody knows. */
  outlet: string | null;
  outletName: string | null;
  day: string | null;
  headlineOnly: boolean;
  /** The agency its own credit line names. */
  credit: { agency: string; exact: string } | null;
  ruledWire?: WireRuling | null;
  ruledVersions?: readonly VersionRuling[];
}

/**
 * Two articles that share words, seen from one of them. `own`: share of its five-word runs that stand in the other;
 * `resemblance`: shared of all (Jaccard). Both 0..1. `sameAddress`: published under one address.
 */
export interface TextLink {
  id: string;
  other: string;
  own: number;
  resemblance: number;
  sameAddress: boolean;
}

/** How an article stands to others; the fields of Article of the same names. */
export type Relation = Pick<Article, "id"> & {
  versionOf: string | null;
  supersededBy: string | null;
  wire: NonNullable<Article["wire"]> | null;
};

/** An article with the same words, as a page lists it. */
export interface SameText {
  id: string;
  title: string;
  outletName: string | null;
  side: Article["side"];
  day: string | null;
  /** "version": the same outlet's earlier or later text. */
  as: "version" | "copy";
  /** Share of the asked article's five-word runs that stand in this one, and of this one's in the asked. 0..1. */
  share: number;
  back: number;
  headlineOnly: boolean;
  supersededBy: string | null;
}
