import type { ChartDefinition } from "#lib/chart/input.ts";
import type { RowSpec } from "#lib/chart/pairedRow.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

const CAMPS = [
  ["russia", "Russian speakers"],
  ["ukraine", "Ukrainian speakers"],
  ["west", "Western speakers"],
] as const;
const VERBS = [
  ["endorsing", "endorsed (confirmed, pointed out)"],
  ["neutral", "neutral (said, told)"],
  ["distancing", "at a distance (claimed, alleged)"],
  ["conflict", "as a fight (accused, slammed)"],
] as const;
const DEVICES = [
  ["scare_quote", "Scare quotes, so-called"],
  ["distancing_label", "A label kept in quotation marks"],
  ["hedge", "Hedges (reportedly, perhaps)"],
  ["booster", "Boosters (clearly, utterly)"],
  ["one_sided", "One-sided words (sham, regime)"],
  ["evaluative_adverb", "Judging adverbs (sadly, brazenly)"],
  ["metaphor", "Metaphors that judge (gambit, firestorm)"],
  ["agentless_violence", "Violence without an agent (were killed)"],
] as const;

/** Which verbs introduce each camp's words, and how often outlets hold words at arm's length. */
export const reporting: ChartDefinition = {
  slug: "reporting",
  title: "How speech is reported",
  question: "With which verbs does each side report whose words?",
  summary: "Said, claimed or confirmed: endorsing, neutral and distancing verbs towards each camp.",
  measures: ["report", "device"],
  voices: [],
  fixedVoice: { report: "own", device: "own" },
  grain: "totals",
  build: (input) =>
    pairedSeries(input, {
      definition: reporting,
      unit: "mean share of an article’s reported statements",
      families: [
        ...CAMPS.map(([id, label]) => ({
          id,
          label: `${label}, their words are reported`,
          unit: "mean share of an article’s reported statements",
        })),
        { id: "device", label: "Words that hold at arm’s length or press", unit: "share of articles, own voice" },
      ],
      rows: () => [
        ...CAMPS.flatMap(([camp]) =>
          VERBS.map(([verb, label]): RowSpec => ({
            id: `${camp}:${verb}`,
            label,
            family: camp,
            saying: "mean",
            behind: { measure: "report", target: `${camp}:${verb}`, voice: "own" },
          })),
        ),
        ...DEVICES.map(([id, label]): RowSpec => ({
          id,
          label,
          family: "device",
          saying: "share",
          behind: { measure: "device", target: id, voice: "own" },
          sparse: true,
        })),
      ],
      doesNotShow:
        "This chart does not show whether a verb was deserved: “claimed” can be fair, and “said” can be too kind.",
      counted:
        "Counted: of an article's statements reported from a camp with a verb of known stance, the share under each kind of verb; articles that report the camp in no such way are left out.",
    }),
};
