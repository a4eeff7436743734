import type { Behind, DivergingBar, DivergingSeries, Family } from "#lib/domain/series.ts";
import { prepare, type Plan, type Prepared } from "./base.ts";
import { findingOf } from "./finding.ts";
import type { ChartInput } from "./input.ts";
import { estimateOf, type RowSpec } from "./pairedRow.ts";
import { pairedRows, sidesOf } from "./pairedSeries.ts";

export interface DivergingPlan extends Plan {
  levels: DivergingSeries["levels"];
  unclearLabel: string;
  families: readonly Family[];
  /** The mean that is compared, and the presences its levels are counted by. */
  rows: (prepared: Prepared) => readonly (RowSpec & { levels: readonly Behind[]; all: Behind })[];
}

/** Articles per level from against to for; those that discuss the target without a clear stance stand apart. */
export function divergingSeries(input: ChartInput, plan: DivergingPlan): DivergingSeries {
  const prepared = prepare(input, plan);
  const specs = plan.rows(prepared);
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const compared = pairedRows(input, prepared, specs);
  const rows = compared.flatMap((row) => {
    const spec = byId.get(row.id);
    if (!spec) return [];
    const bars = prepared.groups.slice(0, 2).map((group, at): DivergingBar => {
      const found = (behind: Behind): number =>
        prepared.cells.rows(behind, at).reduce((sum, each) => sum + each.n - each.abstained, 0);
      const counts = spec.levels.map(found);
      const side = sidesOf(prepared, spec)[at === 0 ? 0 : 1];
      const told = counts.reduce((sum, each) => sum + each, 0);
      return {
        group: group.id,
        counts,
        unclear: Math.max(0, found(spec.all) - told),
        mean: estimateOf(side, row.saying, {
          rows: 1,
          weighting: input.filter.weighting,
          outletLabel: prepared.outletLabel,
          errors: () => null,
        }),
      };
    });
    return [{ ...row, bars, behindLevel: [...spec.levels], behindAll: spec.all }];
  });
  const families = plan.families.filter((family) => rows.some((row) => row.family === family.id));
  const place = new Map(families.map((family, at) => [family.id, at]));
  rows.sort((left, right) => (place.get(left.family) ?? 0) - (place.get(right.family) ?? 0));
  return {
    ...prepared.base,
    shape: "diverging",
    finding: findingOf(rows, prepared.groups, prepared.base.trust),
    levels: plan.levels,
    unclearLabel: plan.unclearLabel,
    families,
    rows,
  };
}
