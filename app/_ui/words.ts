import type { Side } from "#lib/domain/article.ts";

/** Side names where no registry record is at hand. */
const SIDE_LABELS: Record<Side, string> = {
  western: "Western",
  russian: "Russian",
  ukrainian: "Ukrainian",
  other: "Other",
  western_teaching: "Western (teaching)",
  russian_teaching: "Russian (teaching)",
  unknown: "Side not known",
};

/** The reason of a side with the side's name where the record holds its id: "as Russian (teaching)". */
export function sideReasonLabel(reason: string): string {
  return reason.replace(/ as (\w+)(?=\.|$)/g, (_, side: string) => ` as ${sideLabel(side)}`);
}

export function sideLabel(side: string): string {
  return (SIDE_LABELS as Record<string, string>)[side] ?? side;
}

/** What an article is called: its title, or its first words, marked as such. */
export function titleOf(title: string, opening: string): string {
  return title || (opening ? `No title: “${opening} …”` : "No title");
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** Of how many sentences a frame's words stand in how many: never a bare share. */
export function sentencesWith(
  { salience }: { salience: number },
  { sentences }: { sentences: readonly unknown[] },
): string {
  const found = Math.round(salience * sentences.length);
  return found === 0 ? "learned words only" : `in ${found} of ${count(sentences.length, "sentence")}`;
}

/** "3 to 9 March 2022" kept simple: ISO days, one where both are the same. */
export function dayRange(from: string | null, to: string | null): string {
  if (!from && !to) return "undated";
  return from === to || !to ? (from ?? "undated") : `${from ?? "?"} to ${to}`;
}

/** Event ids as words: "north_sea_2022" reads "north sea 2022". */
export function eventLabel(event: string): string {
  return event.replaceAll(/[_-]+/g, " ");
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The address of a page as URLSearchParams; of repeated names the first counts. */
export async function readParams(given: SearchParams): Promise<URLSearchParams> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(await given)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined && first !== "") params.set(name, first);
  }
  return params;
}
