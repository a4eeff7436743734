import type { ChartDefinition } from "#lib/chart/input.ts";
import { timelineSeries } from "#lib/chart/timelineSeries.ts";

/** Frames or stances week by week; with one row opened, outlet by outlet. */
export const overTime: ChartDefinition = {
  slug: "over-time",
  title: "Over time",
  question: "How does the telling change from week to week?",
  summary: "Small multiples by week with n beneath; gaps stay gaps.",
  measures: ["frame", "stance"],
  voices: ["own", "all"],
  grain: "weeks",
  targets: (filter) => (filter.row === null ? null : [filter.row]),
  build: (input) => {
    const voice = input.filter.voice === "own" ? "own" : "all";
    const stance = input.filter.of === "stance";
    return timelineSeries(input, {
      definition: overTime,
      unit: stance
        ? "mean score a week, −1 against to +1 for; bars beneath: articles that week"
        : "share of the week’s articles; bars beneath: articles that week",
      saying: stance ? "score" : "share",
      rows: stance
        ? input.targets.map(({ id, label, kind }) => ({
            id,
            label,
            family: kind,
            behind: { measure: "stance", target: id, voice },
          }))
        : input.frames.map(({ id, label, layer }) => ({
            id,
            label,
            family: layer,
            behind: { measure: "frame", target: id, voice },
          })),
      doesNotShow:
        "This chart does not show why a line moves: what happened that week, which articles were collected and chance all move it.",
      counted:
        "Counted: each week's articles, Monday to Sunday. Weeks with fewer than five articles of a group have no point; hollow points stand on fewer than thirty articles: read them as k of n, not as a percentage. Lines join neighbouring weeks of thirty articles and more.",
    });
  },
};
