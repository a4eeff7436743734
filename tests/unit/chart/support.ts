import type { Side } from "#lib/domain/article.ts";
import type { RollUp } from "#lib/domain/coding.ts";
import type { ChartInput } from "#lib/chart/input.ts";
import { filterFromParams } from "#lib/chart/filters.ts";

/** A roll-up of frame presence: k of n articles of one outlet. */
export function rollUp(
  outlet: string,
  side: Side,
  target: string,
  k: number,
  n: number,
  more: Partial<RollUp> = {},
): RollUp {
  return {
    outlet,
    side,
    subGroup: null,
    teaching: side.endsWith("_teaching"),
    machineTranslated: false,
    event: "e1",
    week: "2026-01-05",
    measure: "frame",
    target,
    voice: "own",
    n,
    abstained: 0,
    sum: k,
    sumSquares: k,
    ...more,
  };
}

/** A chart input whose summary follows from the roll-ups of its first target. */
export function chartInput(rollUps: RollUp[], query = ""): ChartInput {
  const first = rollUps.filter((each) => each.target === rollUps[0]?.target && each.voice === rollUps[0]?.voice);
  const sides = [...new Set(first.map((each) => each.side as Side))];
  const total = (side: Side): number =>
    first.filter((each) => each.side === side).reduce((sum, each) => sum + each.n, 0);
  return {
    rollUps,
    summary: {
      articles: first.reduce((sum, each) => sum + each.n, 0),
      sides: sides.map((side) => ({ side, articles: total(side), outlets: 1, from: "2026-01-05", to: "2026-01-09" })),
      outlets: [...new Set(first.map((each) => each.outlet))].map((outlet) => ({
        outlet,
        label: outlet.toUpperCase(),
        side: "western",
        articles: 1,
        from: null,
        to: null,
        undated: 0,
        teaching: false,
      })),
      events: [{ event: "e1", articles: 1, bySide: Object.fromEntries(sides.map((side) => [side, total(side)])) }],
      versions: [{ codebookVersion: "1.0", taggerVersion: "0.1", articles: 1 }],
      undated: 0,
    },
    frames: [
      { id: "economic", label: "Economic", layer: "generic" },
      { id: "security", label: "Security", layer: "generic" },
      { id: "just_war", label: "A just war", layer: "issue" },
    ],
    targets: [{ id: "russia", label: "Russia" }],
    sides: [
      { id: "western", label: "Western", definition: "W." },
      { id: "russian", label: "Russian", definition: "R." },
      { id: "western_teaching", label: "Western (teaching)", definition: "WT." },
      { id: "russian_teaching", label: "Russian (teaching)", definition: "RT." },
    ],
    filter: filterFromParams(new URLSearchParams(query)),
  };
}
