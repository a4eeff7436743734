import type { ArticleDot, Estimate, Saying } from "#lib/domain/series.ts";

/**
 * What stands in words where a side has too few articles for a mark: under five always, under thirty where a row needs
 * each article's own value and has none. A strip of open marks would say that no article has it. Null where marks do.
 */
export function standsFor(
  side: Pick<Estimate, "rung" | "n">,
  saying: Saying,
  dots: readonly ArticleDot[] | null,
): string | null {
  const counted = side.n === 1 ? "1 article" : `${side.n} articles`;
  if (side.rung === "illustration") return `${counted}, too few to draw`;
  if (side.rung === "dots" && dots === null && saying !== "share") return `${counted}, too few for a number`;
  return null;
}

/** Dots nearer than this would hide each other, px. */
const NEAR = 6;
/** What a number of articles beside a mark takes, px. */
const NUMBER = 34;

/** Dots in one place together, and whether there is room for their number to the right. `x` maps a value to px. */
export function heaps(
  dots: readonly ArticleDot[],
  x: (value: number) => number,
): { heap: [ArticleDot, ...ArticleDot[]]; room: boolean }[] {
  const found: [ArticleDot, ...ArticleDot[]][] = [];
  for (const dot of dots) {
    const last = found.at(-1);
    if (last && x(dot.value) - x(last[0].value) < NEAR) last.push(dot);
    else found.push([dot]);
  }
  return found.map((heap, at) => {
    const next = found[at + 1]?.[0];
    return { heap, room: next === undefined || x(next.value) - x(heap[0].value) >= NUMBER };
  });
}
