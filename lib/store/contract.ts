import type { Article, Side } from "#lib/domain/article.ts";
import type {
  ArticleCount,
  Coding,
  Measure,
  Missed,
  RollUp,
  TermCount,
  UncountedCount,
  WeekSum,
} from "#lib/domain/coding.ts";
import type { FeedAttempt, FeedRow, QueueRow, Settlement, Wanted } from "#lib/domain/feed.ts";
import type { Edit } from "#lib/domain/import.ts";
import type { Piece, Relation, SameText, TextLink } from "#lib/domain/relations.ts";
import type { PackedCoding } from "./packCoding.ts";

/** What a text is found by among others, and the agency it names; see lib/ingest/deduplicate/textKeys. */
export interface Fingerprint {
  keys: readonly number[];
  credit: Piece["credit"];
}
/** An article with its coding and the numbers it contributes; written whole or not at all. */
export interface CodedArticle {
  article: Article;
  coding: Coding;
  measures: Measure[];
  /** Worked out when it is compared, where it is not given. */
  fingerprint?: Fingerprint;
  /** What people changed before; only of articles read back from an export. */
  edits?: EditRow[];
}
/** The same with its coding packed, as tagging threads hand it over. */
export interface PackedArticle extends Omit<CodedArticle, "coding"> {
  coding: PackedCoding;
}
export interface StoredArticle extends CodedArticle {
  importId: string;
}
export interface ArticleSummary {
  id: string;
  title: string;
  /** First words of the text where there is no title; "" otherwise. */
  opening: string;
  outletId: string | null;
  outletName: string | null;
  side: Side;
  day: string | null;
  event: string | null;
  words: number;
  teaching: boolean;
  machineTranslated: boolean;
  /** Kept without its text; no chart counts it. */
  headlineOnly: boolean;
  /** Another's report: whose, null where nobody knows; undefined for the outlet's own. */
  wire?: { origin: string | null; repeats: boolean };
  /** An earlier version; no chart counts it. */
  superseded?: boolean;
  importId: string;
}
export interface ArticleFilter {
  side?: Side;
  outlet?: string;
  /** Any of these outlets. */
  outlets?: readonly string[];
  subGroup?: string;
  event?: string;
  from?: string;
  to?: string;
  teaching?: boolean;
  /** Words looked for in title and text. */
  search?: string;
  /** Only articles where this is present (value > 0; for a stance: could be told), e.g. frame, economic, all. */
  withMeasure?: { measure: Measure["measure"]; target: string; voice: Measure["voice"] };
  machineTranslated?: boolean;
  language?: string;
  /** "once" leaves out copies of a text that is counted with another article; "only" keeps wire copy alone. */
  wire?: "once" | "only";
  /** Articles of one import. */
  importId?: string;
  /** Newest day first unless said otherwise; undated articles come last. With `search`, "relevance" is possible. */
  sort?: "newest" | "oldest" | "title" | "outlet" | "words" | "relevance";
  limit?: number;
  offset?: number;
}
/** `from` and `to` are days; a week counts when its Monday lies between, or with `from`, when it holds that day. */
export interface RollUpFilter {
  measure: Measure["measure"];
  sides?: readonly Side[];
  subGroup?: string;
  outlet?: string;
  /** Without it events are added up (`event` is null in the answer); without days or weeks too, totals are read. */
  event?: string;
  language?: string;
  teaching?: boolean;
  machineTranslated?: boolean;
  /** One voice, or any of several; all without it. */
  voice?: Measure["voice"] | readonly Measure["voice"][];
  /** Counts a text that several outlets printed once, with the article it comes from. */
  wireOnce?: boolean;
  /** One target, or those beginning with `targetPrefix`. */
  target?: string;
  targetPrefix?: string;
  /** Only the targets that most articles of some outlets have, of equal ones the first by name. */
  most?: { targets: number; of: readonly TermMember[] };
  from?: string;
  to?: string;
  /** Keep weeks apart. Without it `week` is null in the answer, unless one event was asked for. */
  byWeek?: boolean;
}
/** Whose words a group counts. */
export type TermMember = Pick<RollUp, "outlet" | "side" | "subGroup">;
/** `from` and `to` are days, taken as whole weeks like in `RollUpFilter`. */
export interface TermFilter extends Pick<
  RollUpFilter,
  "event" | "from" | "to" | "language" | "machineTranslated" | "wireOnce"
> {
  teaching: boolean;
  least: number;
}
/** One measure and voice by week; `target` narrows it to one. Articles without a date are in no week. */
export interface WeekFilter extends Pick<RollUpFilter, "measure" | "voice" | "target">, Omit<TermFilter, "least"> {
  /** Keep the outlets of a group apart. */
  byOutlet?: boolean;
}
export interface Terms {
  counts: TermCount[];
  /** Set where an event or days were asked for and only a sample of the articles was read. */
  sampled: { read: number; of: number } | null;
}
/** One article with what it counts for. */
export interface ArticleValues extends TermMember {
  id: string;
  title: string;
  values: Measure[];
}
/** How many articles of a choice each value has; `month` is yyyy-mm. Each count sees the whole filter. */
export interface Facets {
  sides: { value: Side; articles: number }[];
  outlets: { value: string; label: string; articles: number }[];
  events: { value: string; articles: number }[];
  months: { value: string; articles: number }[];
}
export interface CorpusSummary {
  articles: number;
  sides: { side: Side; articles: number; outlets: number; from: string | null; to: string | null }[];
  outlets: {
    outlet: string;
    label: string;
    side: Side;
    articles: number;
    from: string | null;
    to: string | null;
    undated: number;
    teaching: boolean;
  }[];
  events: {
    event: string;
    articles: number;
    bySide: Partial<Record<Side, number>>;
    from?: string | null;
    to?: string | null;
  }[];
  versions: { codebookVersion: string; taggerVersion: string; articles: number }[];
  undated: number;
}
export interface ImportRow {
  id: string;
  at: string;
  source: string;
  articles: number;
  undone: boolean;
}
export type EditRow = Edit;
/** An article not compared with the others yet. */
export interface Unrelated {
  id: string;
  seq: number;
  text: string;
  author: string | null;
  headlineOnly: boolean;
  /** Its fingerprint was kept with it. */
  keyed: boolean;
}
/** A stored text that may be the same as that of article `id`. */
export interface AlikeText {
  id: string;
  other: string;
  text: string;
  sameAddress: boolean;
  /** One of the two is a mere headline. */
  headlineOnly: boolean;
}
export type Editable = Partial<
  Pick<
    Article,
    "outletId" | "outletName" | "side" | "sideReason" | "subGroup" | "date" | "event" | "ruledWire" | "ruledVersions"
  >
>;

/**
 * The only door to SQL. Reads never fail on an empty database. Writes are transactions: whole articles only.
 * Errors: StoreBusyError (another process owns the folder and serves no socket), StoreUnavailableError (server away).
 */
export interface Store {
  startImport(source: string, at: string): Promise<string>;
  /** Stores what is new by article id and settles queue rows with it; one transaction a call. */
  addArticles(
    importId: string,
    batch: readonly (CodedArticle | PackedArticle)[],
    settled?: readonly Settlement[],
  ): Promise<{ added: string[]; alreadyStored: string[] }>;
  existingIds(ids: string[]): Promise<Set<string>>;
  /** Replaces codings and roll-ups of articles already stored; others are passed over. */
  recode(batch: readonly { coding: Coding | PackedCoding; measures: Measure[] }[]): Promise<void>;
  /** False when there is no such article. Each changed field is logged. */
  editArticle(id: string, change: Editable, reason: string, at: string): Promise<boolean>;
  removeArticle(id: string, at: string): Promise<boolean>;
  /** Takes back the newest import not undone yet; null when there is none. */
  undoImport(at: string): Promise<{ importId: string; removed: number } | null>;
  article(id: string): Promise<StoredArticle | null>;
  list(filter: ArticleFilter): Promise<{ total: number; rows: ArticleSummary[] }>;
  /** Every article in id order, `size` at a time; for export and retag. */
  pages(size: number): AsyncIterable<StoredArticle[]>;
  facets(filter: ArticleFilter): Promise<Facets>;
  rollUps(filter: RollUpFilter): Promise<RollUp[]>;
  /** Articles and days with any per outlet and week, under the same choices; events added up unless one is asked for. */
  counts(filter: Pick<RollUpFilter, "teaching" | "event" | "from" | "to" | "wireOnce">): Promise<ArticleCount[]>;
  /** What each group's outlets answered week by week. */
  weekly(groups: readonly (readonly TermMember[])[], filter: WeekFilter): Promise<WeekSum[]>;
  /** Words used in at least `least` articles of the groups together, and "*" for all words of a group. */
  terms(groups: readonly (readonly TermMember[])[], filter: TermFilter): Promise<Terms>;
  /** The first `most` articles of some outlets by id, each with its own values of some measures. */
  values(
    members: readonly TermMember[],
    filter: Omit<TermFilter, "least"> & { measures: readonly Measure["measure"][]; most: number },
  ): Promise<ArticleValues[]>;
  /** What no chart counts, and what could not be had: the gaps of a choice. */
  gaps(
    filter: Pick<RollUpFilter, "teaching" | "event" | "from" | "to">,
  ): Promise<{ uncounted: UncountedCount[]; missed: Missed }>;
  /** A number that grows with every change of articles or tags, whichever process made it. */
  revision(): Promise<number>;
  summary(): Promise<CorpusSummary>;
  imports(): Promise<ImportRow[]>;
  edits(articleId: string): Promise<EditRow[]>;
  /** Articles not compared with the others yet, of one import or of all, and those to be judged anew. */
  unrelated(most: number, importId?: string): Promise<Unrelated[]>;
  stale(most: number): Promise<string[]>;
  /** Keeps what texts are found by; `alikeTexts` finds them from then on. */
  keepTextKeys(texts: readonly ({ seq: number } & Fingerprint)[]): Promise<void>;
  /** Even keys in common have one vote, odd ones are enough by themselves. */
  alikeTexts(ids: readonly string[], leastVotes: number): Promise<AlikeText[]>;
  /** Notes what was compared, judges all that hangs together with it, and moves sums; one transaction. */
  settleRelations(
    compared: readonly string[],
    links: readonly Omit<TextLink, "sameAddress">[],
    judge: (pieces: readonly Piece[], links: readonly TextLink[]) => Relation[],
  ): Promise<void>;
  /** Articles with the words of one: its versions and copies of other outlets. */
  sameText(id: string): Promise<SameText[]>;
  feeds(): Promise<FeedRow[]>;
  /** False when it is followed already. */
  addFeed(feed: Pick<FeedRow, "id" | "address" | "title" | "outlet" | "addedAt">): Promise<boolean>;
  removeFeed(id: string): Promise<boolean>;
  /** Notes an attempt and queues what it brought, in one transaction. Returns how many entries were new. */
  noteFeed(id: string, attempt: FeedAttempt, wanted: readonly Wanted[]): Promise<number>;
  queueWanted(wanted: readonly Wanted[]): Promise<number>;
  /** Takes rows that are due at `now` for itself until `until`, hosts in turn. */
  claimQueue(most: number, now: string, until: string): Promise<QueueRow[]>;
  holdQueue(keys: readonly string[], until: string): Promise<void>;
  settleQueue(settlements: readonly Settlement[]): Promise<void>;
  queueState(): Promise<{ waiting: number; nextAt: string | null }>;
  close(): Promise<void>;
}
