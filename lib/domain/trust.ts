/** What was measured of a tag or a kind of tags on one side; intervals are 95 %, null where none was stored. */
interface Measured {
  side: string;
  n: number;
  f1: number | null;
  f1Interval: readonly [number, number] | null;
  trivialF1: number | null;
  auc: number | null;
  aucInterval: readonly [number, number] | null;
}
/** What a stored measurement says of one kind of tag. */
export interface TaskTrust {
  /** What was measured, in words: "Frames", "Whose words". */
  label: string;
  text: string;
  /** Means over the tags; an interval is the measured one of that very mean. */
  sides: (Measured & { label: string })[];
  rows: (Measured & { tag: string; weak: boolean })[];
  /** Tags under the floor on at least one side; drawn grey. */
  weak: string[];
}
/** What is known of the quality of every kind of tag a chart uses. */
export interface Trust {
  tasks: TaskTrust[];
  /** Kinds of tags the chart uses that nobody has measured, in words. */
  unmeasured: string[];
}
