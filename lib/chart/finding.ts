import { SHARES_FROM } from "#lib/compare/ladder.ts";
import type { Comparison, Group } from "#lib/domain/series.ts";

/** Rows named in one line; the table has them all. */
const NAMED = 4;

type Told = Comparison & { label: string };

function list(rows: readonly Told[], a: string, b: string): string {
  const named = rows.slice(0, NAMED).map((row) => `${row.label} (higher: ${(row.difference?.value ?? 0) > 0 ? a : b})`);
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : "";
  return named.join(", ") + more;
}

/** The one line over a chart: what is clear, what leans, or that nothing can be told, and why. */
export function findingOf(rows: readonly Told[], groups: readonly Group[]): string {
  const [a, b] = groups;
  if (!a || !b || rows.length === 0) return "No articles to compare yet.";
  const empty = [a, b].find((group) => group.articles === 0);
  if (empty) return `Nothing to compare: no articles of ${empty.label} in this choice.`;
  const compared = rows.filter((row) => row.difference !== null);
  if (compared.length === 0) {
    const fewest = a.articles < b.articles ? a : b;
    return `Cannot tell yet: it takes ${SHARES_FROM} articles a side, and ${fewest.label} has ${fewest.articles}. Open marks stand on too few articles for a rate.`;
  }
  const strength = (row: Told): number => Math.abs(row.difference?.value ?? 0);
  const of = (wording: string): Told[] =>
    compared.filter((row) => row.wording === wording).sort((left, right) => strength(right) - strength(left));
  const [clear, leans] = [of("clear"), of("leans")];
  const rest = `The other ${compared.length - clear.length - leans.length} of ${compared.length} rows cannot be told apart.`;
  if (clear.length + leans.length === 0) {
    return compared.length === 1
      ? "Whether the sides differ, these articles cannot tell."
      : `On none of ${compared.length} rows can these articles tell the sides apart.`;
  }
  const parts = [
    clear.length > 0 ? `Clear: ${list(clear, a.label, b.label)}.` : "",
    leans.length > 0 ? `Leans: ${list(leans, a.label, b.label)}.` : "",
    compared.length > clear.length + leans.length ? rest : "",
  ];
  return parts.filter(Boolean).join(" ");
}
