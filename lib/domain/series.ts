import type { Side, SubGroup } from "./article.ts";
import type { Measure } from "./coding.ts";
import type { Trust } from "./trust.ts";

/** One estimate: value with a 95 % interval, or a refusal in words. n = articles, outlets = outlets behind it. */
export interface Estimate {
  value: number | null;
  interval: [number, number] | null;
  n: number;
  k: number;
  outlets: number;
  abstained: number;
  /** What this number may be used for, by the small-n ladder. */
  rung: "illustration" | "dots" | "share";
  /** Printed beside the number: what the interval includes and what not. */
  note: string;
}

export interface OutletPoint {
  outlet: string;
  label: string;
  /** Id of the group the outlet stands in. */
  group: string;
  value: number | null;
  n: number;
  k: number;
  /** Of scored articles, n - 1 below the line; 0 for shares. */
  variance: number;
}

/** How numbers are said: "share" k of n and per cent; "mean" a mean share in per cent; "score" a signed mean, -1..1. */
export type Saying = "share" | "mean" | "score";

/** One of the groups compared. `side` gives colour and shape; null for a group of mixed sides. */
export interface Group {
  id: string;
  label: string;
  /** Who belongs to it, printed. */
  rule: string;
  side: Side | null;
  subGroup: SubGroup | null;
  articles: number;
  outlets: number;
  /** The articles themselves where there are fewer than five. */
  listed?: { id: string; title: string }[];
}

/** Where the articles behind a mark are found; the page turns it into an address. */
export interface Behind {
  measure: Measure["measure"];
  target: string;
  voice: Measure["voice"];
}

export type Wording = "cannot tell" | "leans" | "clear" | "illustration";

/** What is said about one row over two groups, and how sure it is. */
export interface Comparison {
  /** a minus b. */
  difference: { value: number; interval: [number, number] } | null;
  wording: Wording;
  sentence: string;
  effect: { value: number; name: "Cohen's h" | "Hedges' g" } | null;
  /** Permutation over outlets, only where the smallest reachable p is .05 or less; q is adjusted over the chart's rows. */
  test: { p: number; q: number; smallest: number; exact: boolean } | null;
  /** From the lowest to the highest outlet within each side. */
  within: { a: [number, number] | null; b: [number, number] | null };
  /** The gap without any one outlet, and the outlets whose omission changes the wording. */
  leaveOneOut: { range: [number, number] | null; flips: string[] } | null;
  shuffle: { unit: "outlets" | "articles"; gaps: number[]; asFar: number } | null;
}

/** One article as a mark of its own, where a side has too few for a number. */
export interface ArticleDot {
  id: string;
  title: string;
  value: number;
}

export interface PairedRow extends Comparison {
  id: string;
  label: string;
  family: string;
  saying: Saying;
  behind: Behind;
  a: Estimate;
  b: Estimate;
  outlets: OutletPoint[];
  /** Each article's own value where a side stands on dots; null where there are enough, or too many to read. */
  dots?: { a: ArticleDot[] | null; b: ArticleDot[] | null };
  /** Shares corrected for the tag's measured errors; null where no error rates are stored. */
  adjusted: { a: AdjustedShare | null; b: AdjustedShare | null } | null;
  /** One more line about the row, e.g. quoted uses, which are not counted. */
  note: string;
}
export interface AdjustedShare {
  value: number;
  interval: [number, number];
}
/** Rows that share a heading and a unit. */
export interface Family {
  id: string;
  label: string;
  unit: string;
  /** Its rows need the heading to be understood alone: a name says nothing without "most quoted speakers". */
  headed?: boolean;
}

export interface Sources {
  outlets: string[];
  /** Articles of each group. */
  articles: number[];
  from: string | null;
  to: string | null;
  events: number;
  codebookVersion: string;
  taggerVersion: string;
  /** Original, translation, English service. */
  textUsed: string;
  text: string;
}

/** Articles per outlet and week: what was collected, where the holes are. */
export interface Coverage {
  weeks: string[];
  outlets: {
    outlet: string;
    label: string;
    side: string;
    articles: number;
    /** One number a week, in the order of `weeks`. */
    byWeek: number[];
    undated: number;
    machineTranslated: number;
    /** Another's report, and of that copies of a text counted with another article. */
    wire: number;
    copies: number;
    /** Kept without text, and earlier versions; neither is counted. */
    headlineOnly: number;
    earlierVersions: number;
    /** Days without an article from the choice's first day with one to its last, all outlets alike; null where not told. */
    daysWithout: number | null;
  }[];
  /** What was asked for, in one sentence. */
  asked: string;
  /** The holes in sentences; empty when there are none. */
  missing: string[];
}

/** No chart without these: they are printed, exported and drawn into its picture. */
export interface SeriesBase {
  slug: string;
  title: string;
  question: string;
  /** One line by the wording rule. */
  finding: string;
  unit: string;
  groups: readonly [Group, ...Group[]];
  doesNotShow: string;
  method: string;
  intervalMethod: string;
  warnings: string[];
  sources: Sources;
  coverage: Coverage;
  /** Null where nobody has measured these tags. */
  trust: Trust | null;
}

/** Two dots with intervals a row, every outlet a small dot behind. */
export interface PairedSeries extends SeriesBase {
  shape: "paired";
  families: Family[];
  rows: PairedRow[];
}

export interface DivergingBar {
  group: string;
  /** Articles per level, in the order of `levels`. */
  counts: number[];
  /** Discussed, but no clear stance: told apart, never in the middle. */
  unclear: number;
  /** The group's mean over the levels' articles. */
  mean: Estimate;
}
/** Shares from against to for, the neutral level centred, what cannot be told apart from it. */
export interface DivergingSeries extends SeriesBase {
  shape: "diverging";
  levels: { id: string; label: string; tone: -1 | 0 | 1 }[];
  unclearLabel: string;
  families: Family[];
  rows: (PairedRow & { bars: DivergingBar[]; behindLevel: Behind[]; behindAll: Behind })[];
}

export interface HeatCell {
  value: number | null;
  k: number;
  n: number;
  abstained: number;
}
/** One column an outlet, grouped by side, one row a frame or target; never averaged. */
export interface HeatmapSeries extends SeriesBase {
  shape: "heatmap";
  saying: Saying;
  /** Below this many articles a cell is hatched. */
  hatchBelow: number;
  columns: { outlet: string; label: string; group: string }[];
  rows: { id: string; label: string; family: string; behind: Behind; cells: HeatCell[] }[];
}

export interface TimePoint {
  week: string;
  value: number | null;
  n: number;
  k: number;
}
export interface EventMark {
  day: string;
  label: string;
  source: string;
}
/** Small multiples by week: one line a group, null where a week has too few articles. */
export interface TimelineSeries extends SeriesBase {
  shape: "timeline";
  saying: Saying;
  weeks: string[];
  panels: {
    id: string;
    label: string;
    behind: Behind;
    sentence: string;
    lines: { group: string; points: TimePoint[] }[];
  }[];
  events: EventMark[];
}

export interface WordUse {
  uses: number;
  articles: number;
  outlets: number;
  perMillion: number;
}
export interface WordRow {
  term: string;
  /** Log-odds against all other groups together. */
  value: number;
  interval: [number, number];
  z: number;
  /** One entry a group, in the order of `groups`. */
  uses: WordUse[];
}
/** The words that set each group apart from the others. */
export interface WordsSeries extends SeriesBase {
  shape: "words";
  columns: { group: string; rows: WordRow[] }[];
  /** Words looked at, after the rule of three articles. */
  considered: number;
}

export type Series = PairedSeries | DivergingSeries | HeatmapSeries | TimelineSeries | WordsSeries;
