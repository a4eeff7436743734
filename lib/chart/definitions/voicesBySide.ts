import type { ChartDefinition, ChartInput } from "#lib/chart/input.ts";
import type { Prepared } from "#lib/chart/base.ts";
import type { RowSpec } from "#lib/chart/pairedRow.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

const CAMPS = [
  ["own", "The outlet itself"],
  ["russia", "Russian speakers"],
  ["ukraine", "Ukrainian speakers"],
  ["west", "Western speakers"],
  ["other", "Speakers of other countries"],
  ["media", "Other media"],
  ["ambiguous", "Cannot be told"],
] as const;
const KINDS = [
  ["official", "Officials"],
  ["institution", "Institutions"],
  ["military", "Military"],
  ["expert", "Experts"],
  ["citizen", "Citizens"],
  ["media", "Other media"],
  ["unnamed", "Unnamed sources"],
] as const;
/** Speakers shown: those quoted in most articles of both groups together. */
const SPEAKERS = 15;

function speakers(input: ChartInput, prepared: Prepared): RowSpec[] {
  const quoted = (target: string): number =>
    prepared.groups.reduce(
      (sum, _, at) =>
        sum + prepared.cells.rows({ measure: "speaker", target, voice: "all" }, at).reduce((n, each) => n + each.n, 0),
      0,
    );
  return prepared.cells
    .targets("speaker", "all")
    .map((target) => ({ target, n: quoted(target) }))
    .filter((each) => each.n >= 2)
    .sort((left, right) => right.n - left.n || (left.target < right.target ? -1 : 1))
    .slice(0, SPEAKERS)
    .map(({ target }) => ({
      id: `speaker:${target}`,
      label: input.actors.get(target) ?? target.replace(/^name:/, ""),
      family: "speaker",
      saying: "share",
      behind: { measure: "speaker", target, voice: "all" },
      sparse: true,
    }));
}

function specs(input: ChartInput, prepared: Prepared): RowSpec[] {
  const words = (family: "voice_share" | "kind_share", rows: readonly (readonly [string, string])[]): RowSpec[] =>
    rows.map(([id, label]) => ({
      id: family === "voice_share" ? id : `kind:${id}`,
      label,
      family,
      saying: "mean",
      behind: { measure: family, target: id, voice: "all" },
    }));
  const heard = CAMPS.filter(([id]) => id === "russia" || id === "ukraine" || id === "west").map(
    ([id, label]): RowSpec => ({
      id: `heard:${id}`,
      label: `${label} heard at all`,
      family: "heard",
      saying: "share",
      behind: { measure: "heard", target: id, voice: "all" },
      sparse: true,
    }),
  );
  return [...words("voice_share", CAMPS), ...heard, ...words("kind_share", KINDS), ...speakers(input, prepared)];
}

/** Share of words by camp and kind of speaker, who is heard at all, and the most quoted speakers. */
export const voicesBySide: ChartDefinition = {
  slug: "voices",
  title: "Who gets to speak",
  question: "Who gets to speak in each side’s articles?",
  summary: "The outlet itself, Russian, Ukrainian, Western speakers; officials, experts, citizens; the most quoted.",
  measures: ["voice_share", "kind_share", "heard", "speaker"],
  voices: [],
  fixedVoice: { voice_share: "all", kind_share: "all", heard: "all", speaker: "all" },
  most: { speaker: SPEAKERS },
  grain: "totals",
  build: (input) =>
    pairedSeries(input, {
      definition: voicesBySide,
      unit: "share of words; share of articles",
      families: [
        { id: "voice_share", label: "Whose words", unit: "mean share of an article’s words" },
        { id: "heard", label: "Is the other side heard", unit: "share of articles that report them" },
        { id: "kind_share", label: "What kind of speaker", unit: "mean share of an article’s words" },
        { id: "speaker", label: "Most quoted speakers", unit: "share of articles that report them", headed: true },
      ],
      rows: (prepared) => specs(input, prepared),
      doesNotShow: "This chart does not show what the speakers say, nor whether the outlet agrees with whom it quotes.",
      counted:
        "Counted: the mean share of an article's words that are the outlet's own or reported from a camp or kind of speaker, and the articles that report any words of them. A speaker's camp is office or nationality, never opinion.",
    }),
};
