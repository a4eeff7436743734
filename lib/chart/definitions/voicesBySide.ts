import type { PairedSeries } from "#lib/domain/series.ts";
import type { ChartDefinition, ChartInput } from "#lib/chart/input.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

const slug = "voices";
const title = "Voices by side";
const question = "Who gets to speak in each side's articles?";
const ROWS: readonly { id: string; label: string }[] = [
  { id: "own", label: "The outlet itself" },
  { id: "russia", label: "Russian speakers" },
  { id: "ukraine", label: "Ukrainian speakers" },
  { id: "west", label: "Western speakers" },
  { id: "other", label: "Speakers of other countries" },
  { id: "media", label: "Other media" },
  { id: "ambiguous", label: "Cannot be told" },
];

/** Mean share of an article's words per voice; the shares of one article add to 1. */
function build(input: ChartInput): PairedSeries {
  return pairedSeries(input, {
    slug,
    title,
    question,
    unit: "share of words",
    saying: "words",
    scale: [0, 1],
    voice: "all",
    rows: ROWS.map((row) => ({ ...row, family: "Voices" })),
    doesNotShow: "This chart does not show what the speakers say, nor whether the outlet agrees with whom it quotes.",
    counted:
      "Counted: the mean share of an article's words that are the outlet's own or reported from each camp's speakers.",
  });
}

export const voicesBySide: ChartDefinition = { slug, title, question, measure: "voice_share", build };
