import type { PairedSeries } from "#lib/domain/series.ts";
import type { ChartDefinition, ChartInput } from "#lib/chart/input.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

const slug = "frames";
const title = "Frames by side";
const question = "Which frames does each side use to present the event?";
const FAMILIES = { generic: "Frames any news can have", issue: "Frames of this issue" } as const;

/** Share of articles with each frame, per side; generic and issue families. */
function build(input: ChartInput): PairedSeries {
  const own = input.filter.voice === "own";
  return pairedSeries(input, {
    slug,
    title,
    question,
    unit: "share of articles",
    saying: "share",
    scale: [0, 1],
    rows: input.frames.map(({ id, label, layer }) => ({ id, label, family: FAMILIES[layer] })),
    doesNotShow:
      "This chart does not show which side is right, nor what was left out: an article may have several frames or none.",
    counted: own
      ? "Counted: articles whose own words, quotations set aside, present the event in the frame."
      : "Counted: articles in which the frame is present, in the outlet's words or in those it quotes.",
  });
}

export const framesBySide: ChartDefinition = { slug, title, question, measure: "frame", build };
