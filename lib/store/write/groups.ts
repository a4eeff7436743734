import type { Article } from "#lib/domain/article.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";

/** What of an article decides which sums it belongs to. '' stands for "none". */
export interface Group {
  outlet: string;
  outlet_label: string;
  side: string;
  sub_group: string;
  teaching: boolean;
  machine_translated: boolean;
  event: string;
  language: string;
  week: string;
  codebook_version: string;
  tagger_version: string;
  /** "wire": another's report, "copy": whose text is counted with another article already. */
  wire: "" | "wire" | "copy";
}

/** What is added to one group: articles, and how many of them on each day of its week, Monday first. */
export interface Counted {
  group: Group;
  articles: number;
  days: number[];
}

/** One article's part in the sums, or why it has none. */
export interface Share {
  group: Group;
  measures: readonly Measure[];
  uncounted: "headline" | "version" | null;
  /** ISO; null where undated. */
  day: string | null;
}

type Placed = Pick<
  Article,
  | "outletId"
  | "outletName"
  | "side"
  | "subGroup"
  | "teaching"
  | "machineTranslated"
  | "event"
  | "language"
  | "date"
  | "wire"
>;

/** A stored article without its raw text and its tags. */
export interface CountedArticle {
  article: Omit<Article, "raw" | "offsetMap" | "removed">;
  coding: Pick<Coding, "codebookVersion" | "taggerVersion">;
  measures: readonly Measure[];
}

/** What a stored article adds to the sums: nothing as a mere headline or an earlier version. */
export function shareOf({ article, coding, measures }: CountedArticle): Share {
  const uncounted = article.headlineOnly ? "headline" : article.supersededBy ? "version" : null;
  return {
    group: groupOf(article, coding),
    measures: uncounted === null ? measures : [],
    uncounted,
    day: article.date?.day ?? null,
  };
}

function groupOf(article: Placed, coding: Pick<Coding, "codebookVersion" | "taggerVersion">): Group {
  return {
    outlet: outletKey(article),
    outlet_label: article.outletName ?? article.outletId ?? "Outlet not known",
    side: article.side,
    sub_group: article.subGroup ?? "",
    teaching: article.teaching,
    machine_translated: article.machineTranslated.flag,
    event: article.event ?? "",
    language: article.language,
    week: article.date === null ? "" : mondayOf(article.date.day),
    codebook_version: coding.codebookVersion,
    tagger_version: coding.taggerVersion,
    wire: article.wire ? (article.wire.repeats ? "copy" : "wire") : "",
  };
}

/** The key charts group by: the registry's id, else the name as given. */
export function outletKey(article: Pick<Article, "outletId" | "outletName">): string {
  return article.outletId ?? article.outletName ?? "unknown";
}

/** 0 for a Monday to 6 for a Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** ISO Monday of a day's week. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - weekdayOf(day));
  return date.toISOString().slice(0, 10);
}
