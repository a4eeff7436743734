import type { ChartDefinition } from "#lib/chart/input.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

const FAMILIES = [
  { id: "generic", label: "Frames any news can have", unit: "share of articles" },
  { id: "issue", label: "Frames of this issue", unit: "share of articles" },
];

/** Share of articles with each frame, per side; generic and issue families. */
export const framesBySide: ChartDefinition = {
  slug: "frames",
  title: "Frames by side",
  question: "Which frames does each side use to present the event?",
  summary: "Security, economy, law, suffering: the share of articles told in each frame.",
  measures: ["frame"],
  voices: ["own", "all"],
  grain: "totals",
  build: (input) => {
    const voice = input.filter.voice === "own" ? "own" : "all";
    return pairedSeries(input, {
      definition: framesBySide,
      unit: "share of articles",
      families: FAMILIES,
      rows: () =>
        input.frames.map(({ id, label, layer }) => ({
          id,
          label,
          family: layer,
          saying: "share",
          behind: { measure: "frame", target: id, voice },
        })),
      doesNotShow:
        "This chart does not show which side is right, nor what was left out: an article may have several frames or none.",
      counted:
        voice === "own"
          ? "Counted: articles whose own words, quotations set aside, present the event in the frame."
          : "Counted: articles in which the frame is present, in the outlet's words or in those it quotes.",
    });
  },
};
