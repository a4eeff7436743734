import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { spokenName } from "./sentences.ts";
import type { Comparison, Group, PairedRow } from "#lib/domain/series.ts";
import type { Trust } from "#lib/domain/trust.ts";
import { isUnderFloor } from "./trust.ts";

/** Rows named for each side in one line; the table has them all. */
const NAMED = 3;

type Told = Comparison & Pick<PairedRow, "label" | "saying" | "behind">;

/** "RT", "13 Western outlets": a group as a finding names it. One outlet bears its own name. */
function numbered(group: Group): string {
  const spoken = spokenName(group);
  return spoken === group.label ? spoken : `${group.outlets} ${spoken}`;
}

function named(rows: readonly Told[]): string {
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : "";
  return rows
    .slice(0, NAMED)
    .map((row) => row.label.replaceAll(/ \([^)]*\)/g, ""))
    .join("; ")
    .concat(more);
}

/** "More in RT: a; b; in Western outlets: c." A score is more or less favourable, a share more or less. */
function directions(rows: readonly Told[], a: Group, b: Group): string {
  const sentences = ([false, true] as const).flatMap((score) => {
    const parts = [a, b].flatMap((group, at) => {
      const those = rows.filter(
        (row) => (row.saying === "score") === score && (row.difference?.value ?? 0) > 0 === (at === 0),
      );
      return those.length > 0 ? [`in ${spokenName(group)}: ${named(those)}`] : [];
    });
    return parts.length > 0 ? [`${score ? "More favourable" : "More"} ${parts.join("; ")}.`] : [];
  });
  return sentences.join(" ");
}

/** Rows whose tags are too weak never make a finding; they are named as what they are. */
function weakRows(rows: readonly Told[]): string {
  if (rows.length === 0) return "";
  return `Seen as well, on tags too weak to rely on: ${named(rows)}.`;
}

function untold(rows: readonly Told[], told: number): string {
  const left = rows.length - told;
  if (left === 0) return "";
  return left === 1 ? "The one other row cannot be told apart." : `The other ${left} rows cannot be told apart.`;
}

/** The one line over a chart: what is clear, what leans, or that nothing can be told, and why. */
export function findingOf(rows: readonly Told[], groups: readonly Group[], trust: Trust | null): string {
  const [a, b] = groups;
  if (!a || !b || rows.length === 0) return "No articles to compare yet.";
  const empty = [a, b].find((group) => group.articles === 0);
  if (empty) return `Nothing to compare: no articles of ${empty.label} in this choice.`;
  const compared = rows.filter((row) => row.difference !== null);
  if (compared.length === 0) {
    const few = [a, b].filter((group) => group.articles < SHARES_FROM);
    const have = few.map((group) => `${group.label} has ${group.articles}`).join(" and ");
    return few.length > 0
      ? `Too few articles to compare: it takes ${SHARES_FROM} a side, and ${have}. Each mark here is one article.`
      : `Too few articles on every row to compare: it takes ${SHARES_FROM} a side.`;
  }
  const strength = (row: Told): number => Math.abs(row.difference?.value ?? 0);
  const isWeak = (row: Told): boolean => isUnderFloor(trust, row.behind.target, row.behind.voice);
  const apart = compared
    .filter((row) => row.wording === "clear" || row.wording === "leans")
    .sort((left, right) => strength(right) - strength(left));
  const weak = apart.filter(isWeak);
  const [clear, leans] = ["clear", "leans"].map((word) => apart.filter((row) => row.wording === word && !isWeak(row)));
  const both = `${numbered(a)} and ${numbered(b)}`;
  if (!clear || !leans || clear.length + leans.length === 0) {
    const sound = compared.filter((row) => !isWeak(row)).length;
    const reliable = sound < compared.length ? " whose tags one can rely on" : "";
    const rowsSaid = `${sound === 1 ? "the one row" : `none of ${sound} rows`}${reliable}`;
    const none =
      sound === 0
        ? `${both}: every tag here is too weak to rely on.`
        : `${both}: ${rowsSaid} shows ${sound === 1 ? "no" : "a"} difference beyond chance and beyond how outlets differ anyway.`;
    return [none, weakRows(weak)].filter(Boolean).join(" ");
  }
  const parts = [
    clear.length > 0 ? `${both} clearly differ. ${directions(clear, a, b)}` : "",
    leans.length > 0
      ? `${clear.length > 0 ? "Leaning, less sure." : `${both} lean apart, not surely.`} ${directions(leans, a, b)}`
      : "",
    weakRows(weak),
    untold(compared, apart.length),
  ];
  return parts.filter(Boolean).join(" ");
}
