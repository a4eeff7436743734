import "server-only";
import { remembered } from "#app/_charts/remembered.ts";
import { store } from "#app/_database.ts";
import type { Side } from "#lib/domain/article.ts";
import type { Measure } from "#lib/domain/coding.ts";

/** Articles asked and articles with it, per side. */
export type Firing = Map<Side, { n: number; k: number }>;

/** How often each target of a measure fires in the stored articles, by side; counts of articles, not shares. */
export function firing(measure: "frame" | "stance_level", voice: Measure["voice"]): Promise<Map<string, Firing>> {
  return remembered(`firing ${measure} ${voice}`, async () => {
    const found = new Map<string, Firing>();
    for (const row of await (await store()).rollUps({ measure, voice })) {
      const sides: Firing = found.get(row.target) ?? new Map<Side, { n: number; k: number }>();
      const side = row.side as Side;
      const known = sides.get(side) ?? { n: 0, k: 0 };
      sides.set(side, { n: known.n + row.n, k: known.k + row.sum });
      found.set(row.target, sides);
    }
    return found;
  });
}
