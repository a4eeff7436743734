import type { ChartDefinition } from "#lib/chart/input.ts";
import { divergingSeries } from "#lib/chart/divergingSeries.ts";

const WHOSE = {
  own: "from the outlet's own words, quotations set aside",
  all: "from all their words, quotations included",
  quoted: "from the words of quoted speakers alone",
} as const;

/** Against to for, per target and side; articles that discuss a target without a clear stance stand apart. */
export const stanceBySide: ChartDefinition = {
  slug: "stance",
  title: "Stance by side",
  question: "How favourably does each side speak of whom and what?",
  summary: "Against, neutral or for: actors and proposals, in the outlet’s own words or in its speakers’.",
  measures: ["stance", "stance_level"],
  voices: ["own", "all", "quoted"],
  grain: "totals",
  build: (input) => {
    const { voice } = input.filter;
    const level = (target: string, name: string) =>
      ({ measure: "stance_level", target: `${target}:${name}`, voice }) as const;
    return divergingSeries(input, {
      definition: stanceBySide,
      unit: "share of articles with a clear stance; mean score from −1 against to +1 for",
      levels: [
        { id: "against", label: "against", tone: -1 },
        { id: "neutral", label: "neutral or mixed", tone: 0 },
        { id: "for", label: "for", tone: 1 },
      ],
      unclearLabel: "no clear stance",
      families: [
        { id: "entity", label: "Actors", unit: "share of articles with a clear stance" },
        { id: "proposition", label: "Proposals", unit: "share of articles with a clear stance" },
      ],
      rows: () =>
        input.targets.map(({ id, label, kind }) => ({
          id,
          label,
          family: kind,
          saying: "score",
          behind: { measure: "stance", target: id, voice },
          levels: ["against", "neutral", "for"].map((name) => level(id, name)),
          all: level(id, "discussed"),
        })),
      doesNotShow:
        "This chart does not show an outlet's overall bias: a stance is towards one target, and a difference is not an error.",
      counted: `Counted: articles that discuss the target, ${WHOSE[voice]}. The mean score of those with a clear stance is compared.`,
    });
  },
};
