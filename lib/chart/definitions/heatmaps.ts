import type { ChartDefinition } from "#lib/chart/input.ts";
import { heatmapSeries } from "#lib/chart/heatmapSeries.ts";

/** Share of each outlet's articles with each frame. */
export const outletsByFrames: ChartDefinition = {
  slug: "outlets-frames",
  title: "Outlets and frames",
  question: "Which outlet uses which frame how often?",
  summary: "One column an outlet, grouped by side, n in every cell.",
  measures: ["frame"],
  voices: ["own", "all"],
  grain: "totals",
  build: (input) => {
    const voice = input.filter.voice === "own" ? "own" : "all";
    return heatmapSeries(input, {
      definition: outletsByFrames,
      unit: "share of the outlet’s articles",
      saying: "share",
      rows: input.frames.map(({ id, label, layer }) => ({
        id,
        label,
        family: layer,
        behind: { measure: "frame", target: id, voice },
      })),
      doesNotShow:
        "This chart does not show how outlets rank: cells of few articles are hatched, and columns are not averages of a side.",
      counted: "Counted: each outlet's articles with the frame, of all of its articles that were asked.",
    });
  },
};

/** Mean stance of each outlet's articles to each target. */
export const outletsByTargets: ChartDefinition = {
  slug: "outlets-targets",
  title: "Outlets and targets",
  question: "How does each outlet speak of each target?",
  summary: "Mean stance per outlet and target, n in every cell.",
  measures: ["stance"],
  voices: ["own", "all", "quoted"],
  grain: "totals",
  build: (input) =>
    heatmapSeries(input, {
      definition: outletsByTargets,
      unit: "mean score, −1 against to +1 for",
      saying: "score",
      rows: input.targets.map(({ id, label, kind }) => ({
        id,
        label,
        family: kind,
        behind: { measure: "stance", target: id, voice: input.filter.voice },
      })),
      doesNotShow:
        "This chart does not show an outlet's overall bias: every cell is one target, and cells of few articles are hatched.",
      counted: "Counted: the mean score of each outlet's articles that discuss the target and take a clear stance.",
    }),
};
