import { eventLabel } from "#app/_ui/words.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import type { Outlet } from "#lib/domain/codebook.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { store } from "#app/_database.ts";

/** Months between the first and the last article that have none. */
function emptyMonths(months: readonly string[]): string[] {
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return [];
  const known = new Set(months);
  const missing: string[] = [];
  for (let at = first; at < last;) {
    const [year = 0, month = 0] = at.split("-").map(Number);
    at = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
    if (at < last && !known.has(at)) missing.push(at);
  }
  return missing;
}

/** What is missing of this outlet, in sentences: events others tell, months without articles, too few to compare. */
export async function Gaps({ outlet, summary }: { outlet: Outlet; summary: CorpusSummary }) {
  const facets = await (await store()).facets({ outlet: outlet.id });
  const articles = summary.outlets
    .filter((each) => each.outlet === outlet.id)
    .reduce((sum, each) => sum + each.articles, 0);
  const undated = summary.outlets
    .filter((each) => each.outlet === outlet.id)
    .reduce((sum, each) => sum + each.undated, 0);
  const told = new Set(facets.events.map(({ value }) => value));
  const fellows = summary.events.filter(({ bySide }) =>
    Object.keys(bySide).some((side) => side.endsWith("_teaching") === outlet.teaching),
  );
  const untold = fellows.filter(({ event }) => !told.has(event));
  const holes = emptyMonths(facets.months.map(({ value }) => value));
  const gaps: string[] = [];
  if (articles === 0) gaps.push("No article of it has been imported.");
  else if (articles < SHARES_FROM) {
    gaps.push(`${articles} articles: a share or an interval takes ${SHARES_FROM}.`);
  }
  if (articles > 0 && untold.length > 0) {
    gaps.push(
      `Of ${fellows.length} events told here by others, ${untold.length} have no article of it: ${untold
        .slice(0, 6)
        .map(({ event }) => eventLabel(event))
        .join(", ")}${untold.length > 6 ? " …" : ""}. Not collected is not the same as not reported.`,
    );
  }
  if (holes.length > 0 && holes.length <= 6) gaps.push(`No article from ${holes.join(", ")}.`);
  if (holes.length > 6) {
    gaps.push(`Between its first and last article, ${holes.length} months have none.`);
  }
  if (undated > 0) gaps.push(`${undated} without a date, so not in any chart over time.`);
  if (!outlet.languages.includes("en")) gaps.push("It has no English text on record; only translations can be read.");
  if (gaps.length === 0) return null;
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">What is missing</h2>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </section>
  );
}
