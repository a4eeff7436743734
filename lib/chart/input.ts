import type { Frame, SideRecord, StanceTarget } from "#lib/domain/codebook.ts";
import type { Measure, RollUp } from "#lib/domain/coding.ts";
import type { Series } from "#lib/domain/series.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import type { ChartFilter } from "./filters.ts";

/** Everything a chart is made from. `rollUps` are those of the definition's measure; the chart filters them itself. */
export interface ChartInput {
  rollUps: readonly RollUp[];
  summary: CorpusSummary;
  frames: readonly Pick<Frame, "id" | "label" | "layer">[];
  targets: readonly Pick<StanceTarget, "id" | "label">[];
  sides: readonly Pick<SideRecord, "id" | "label" | "definition">[];
  filter: ChartFilter;
}

/** One chart: what it asks, which measure it reads, and how its series comes about. */
export interface ChartDefinition {
  slug: string;
  title: string;
  question: string;
  measure: Measure["measure"];
  build(input: ChartInput): Series;
}
