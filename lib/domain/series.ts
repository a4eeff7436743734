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
  side: string;
  value: number | null;
  n: number;
  k: number;
}

export interface PairedRow {
  id: string;
  label: string;
  family: string;
  a: Estimate;
  b: Estimate;
  /** a minus b. */
  difference: { value: number; interval: [number, number] } | null;
  wording: "cannot tell" | "leans" | "clear" | "illustration";
  sentence: string;
  outlets: OutletPoint[];
}

/** What a paired-dots chart draws, its table shows and its CSV contains. */
export interface PairedSeries {
  shape: "paired";
  slug: string;
  title: string;
  question: string;
  unit: string;
  groupA: { id: string; label: string; rule: string };
  groupB: { id: string; label: string; rule: string };
  rows: PairedRow[];
  doesNotShow: string;
  method: string;
  warnings: string[];
  sources: {
    outlets: string[];
    articlesA: number;
    articlesB: number;
    from: string | null;
    to: string | null;
    codebookVersion: string;
    taggerVersion: string;
    text: string;
  };
}
export type Series = PairedSeries;
