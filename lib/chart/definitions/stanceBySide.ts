import type { PairedSeries } from "#lib/domain/series.ts";
import type { ChartDefinition, ChartInput } from "#lib/chart/input.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

const slug = "stance";
const title = "Stance by side";
const question = "How favourably does each side speak of whom and what?";

/** Mean stance per target, -1 against to +1 for; articles that do not discuss the target are not counted. */
function build(input: ChartInput): PairedSeries {
  const own = input.filter.voice === "own";
  return pairedSeries(input, {
    slug,
    title,
    question,
    unit: "score",
    saying: "score",
    scale: [-1, 1],
    rows: input.targets.map(({ id, label }) => ({ id, label, family: "Targets" })),
    doesNotShow:
      "This chart does not show an outlet's overall bias: a score speaks of one target, and a difference is not an error.",
    counted: own
      ? "Counted: the mean score of articles that discuss the target, from the outlet's own words, quotations set aside."
      : "Counted: the mean score of articles that discuss the target, from all their words, quotations included.",
  });
}

export const stanceBySide: ChartDefinition = { slug, title, question, measure: "stance", build };
