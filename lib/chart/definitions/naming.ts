import type { ChartDefinition, ChartInput } from "#lib/chart/input.ts";
import type { Prepared } from "#lib/chart/base.ts";
import type { RowSpec } from "#lib/chart/pairedRow.ts";
import { pairedSeries } from "#lib/chart/pairedSeries.ts";

type NamingRow = ChartInput["wording"][number];

/** The choice a row is read by: what Russian outlets tend to write, else the first. A statement about usage, not truth. */
function leading(row: NamingRow): NamingRow["choices"][number] | undefined {
  return row.choices.find((each) => each.choice === "russian") ?? row.choices[0];
}

function quotedNote(prepared: Prepared, row: NamingRow, choice: string): string {
  const used = prepared.groups.slice(0, 2).map((group, at) => {
    const quoted = prepared.cells.rows({ measure: "wording", target: `${row.id}:${choice}`, voice: "quoted" }, at);
    return `${group.label} ${quoted.reduce((sum, each) => sum + each.n, 0)}`;
  });
  return `Quoted from others, not counted here: ${used.join(", ")} articles.`;
}

function specs(input: ChartInput, prepared: Prepared): RowSpec[] {
  return input.wording.flatMap((row): RowSpec[] => {
    const choice = leading(row);
    if (!choice) return [];
    const rivals = row.choices.filter((each) => each !== choice).map((each) => each.label);
    const target = `${row.id}:${choice.choice}`;
    const note = quotedNote(prepared, row, choice.choice);
    return rivals.length > 0
      ? [
          {
            id: row.id,
            label: `${choice.label}, not ${rivals.join(" or ")}`,
            family: "choice",
            saying: "mean",
            behind: { measure: "choice", target, voice: "own" },
            note,
          },
        ]
      : [
          {
            id: row.id,
            label: choice.label,
            family: "presence",
            saying: "share",
            behind: { measure: "wording", target, voice: "own" },
            sparse: true,
            note,
          },
        ];
  });
}

/** How often each side writes one name rather than another, in its own voice; quoted uses are told beside. */
export const naming: ChartDefinition = {
  slug: "naming",
  title: "Naming choices",
  question: "What does each side call the same thing?",
  summary: "Kiev or Kyiv, operation or invasion: how often each name is chosen, quotations apart.",
  measures: ["choice", "wording"],
  voices: [],
  fixedVoice: { choice: "own", wording: ["own", "quoted"] },
  grain: "totals",
  build: (input) =>
    pairedSeries(input, {
      definition: naming,
      unit: "how often the first name is chosen where an article uses any of the row’s names",
      families: [
        { id: "choice", label: "One name rather than another", unit: "mean share of an article’s uses" },
        { id: "presence", label: "Words with no counterpart", unit: "share of articles that use it" },
      ],
      rows: (prepared) => specs(input, prepared),
      doesNotShow:
        "This chart does not show which name is correct, nor why it was chosen: house style, translation and subject all play a part.",
      counted:
        "Counted: only the outlet's own words. For each article that names the thing at all, the share of the first name among its uses; for words with no counterpart, articles that use the word.",
    }),
};
