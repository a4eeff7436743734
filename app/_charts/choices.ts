import "server-only";
import { codebook, store } from "#app/_database.ts";
import type { ChartFilter } from "#lib/chart/filters.ts";
import { remembered } from "./remembered.ts";

/** What the form may offer: kinds of outlets and languages that occur, and the rows a timeline can open. */
export async function chartChoices(filter: ChartFilter) {
  const counts = await remembered(`choices ${filter.teaching}`, async () =>
    (await store()).counts({ teaching: filter.teaching }),
  );
  const kinds = new Set(counts.flatMap((each) => (each.subGroup ? [`${each.side}|${each.subGroup}`] : [])));
  const { frames, targets } = codebook();
  return {
    subGroups: [...kinds].sort().map((kind) => {
      const [side = "", subGroup = ""] = kind.split("|");
      return { side, subGroup };
    }),
    languages: [...new Set(counts.map((each) => each.language))].sort(),
    rows: (filter.of === "stance" ? targets : frames).map(({ id, label }) => ({ id, label })),
  };
}
