import type { Frame, SideRecord, StanceTarget, WordingRow } from "#lib/domain/codebook.ts";
import type { ArticleCount, Measure, RollUp, TermCount, WeekSum } from "#lib/domain/coding.ts";
import type { EventMark, Series } from "#lib/domain/series.ts";
import type { Measurement } from "#lib/domain/measurements.ts";
import type { ArticleValues, CorpusSummary } from "#lib/store/contract.ts";
import type { Gaps } from "./coverage.ts";
import type { ChartFilter } from "./filters.ts";

/**
 * Everything a chart is made from. `rollUps` (of the definition's measures), `counts` and `terms` were read under the
 * filter's event and days; groups, language, translation and teaching are chosen here.
 */
export interface ChartInput {
  rollUps: readonly RollUp[];
  counts: readonly ArticleCount[];
  /** The same by week for the chosen groups, of charts that keep weeks apart; outlet by outlet where a row is open. */
  weekly?: readonly WeekSum[];
  terms?: readonly TermCount[];
  /** Set where the words stand on a sample of the articles. */
  termsSampled?: { read: number; of: number } | null;
  /** The articles of groups with fewer than thirty, so that each can be a mark of its own. */
  few?: readonly ArticleValues[];
  /** What the choice of event and days leaves out and lacks. */
  gaps?: Gaps;
  summary: CorpusSummary;
  frames: readonly Pick<Frame, "id" | "label" | "layer">[];
  targets: readonly Pick<StanceTarget, "id" | "label" | "kind">[];
  wording: readonly Pick<WordingRow, "id" | "concept" | "choices" | "strength">[];
  /** Names of speakers by actor id. */
  actors: ReadonlyMap<string, string>;
  sides: readonly Pick<SideRecord, "id" | "label" | "definition">[];
  /** Stored measurements of tags, for the trust strip and error-adjusted shares. */
  measurements: readonly Measurement[];
  /** Sourced marks for timelines. */
  events: readonly EventMark[];
  filter: ChartFilter;
}

/** One chart: what it asks, which measures it reads, and how its series comes about. */
export interface ChartDefinition {
  slug: string;
  title: string;
  question: string;
  /** What a menu says about it. */
  summary: string;
  measures: readonly Measure["measure"][];
  /** Voices a reader can choose between; none where the chart has its own. */
  voices: readonly Measure["voice"][];
  /** The voices read of a measure, where the reader has no choice. */
  fixedVoice?: Partial<Record<Measure["measure"], Measure["voice"] | readonly Measure["voice"][]>>;
  /** Of a measure with very many targets those are read that most articles of the groups have, so many. */
  most?: Partial<Record<Measure["measure"], number>>;
  /** "weeks" reads sums by week, "terms" word counts beside the totals. */
  grain: "totals" | "weeks" | "terms";
  /** Narrows what is read for one filter, e.g. one target of a timeline. */
  targets?: (filter: ChartFilter) => readonly string[] | null;
  build(input: ChartInput): Series;
}
