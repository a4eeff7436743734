import type { ChartDefinition } from "#lib/chart/input.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

const ROLES = [
  ["protagonist", "as protagonist (helps, protects, seeks peace)"],
  ["antagonist", "as antagonist (attacks, threatens, provokes)"],
  ["innocent", "as innocent (suffers, is attacked)"],
] as const;

/** The part each actor is given: protagonist, antagonist, innocent. */
export const roles: ChartDefinition = {
  slug: "roles",
  title: "Roles",
  question: "Who is the hero, who the villain, who the victim?",
  summary: "Protagonist, antagonist, innocent: the part each actor is given.",
  measures: ["role"],
  voices: ["own", "all", "quoted"],
  grain: "totals",
  build: (input) => {
    const targets = input.targets.filter((target) => target.kind === "entity");
    return pairedSeries(input, {
      definition: roles,
      unit: "share of articles that discuss the actor",
      families: targets.map(({ id, label }) => ({ id, label, unit: "share of articles that discuss the actor" })),
      rows: () =>
        targets.flatMap(({ id }) =>
          ROLES.map(([role, label]) => ({
            id: `${id}:${role}`,
            label,
            family: id,
            saying: "share" as const,
            behind: { measure: "role", target: `${id}:${role}`, voice: input.filter.voice },
          })),
        ),
      doesNotShow:
        "This chart does not show who deserves the part: roles are read from verbs, and telling of an attack is not taking sides.",
      counted: "Counted: of the articles that discuss the actor, those whose words give it the role at least once.",
    });
  },
};
