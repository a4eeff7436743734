import { fold } from "#lib/ingest/normalize/fold.ts";

/** Marks that publishers put between a headline and their own name. */
const BETWEEN = /\s+(?:[|–—·•»«*ㅣ‹›/]|-{1,2}|::?)\s+|\s*[|ㅣ_]+\s*|--|:(?=\S)/gu;
/** A section between the two is short ("Politics", "World News"); "|" parts hardly anything else. Words. */
const MOST_SECTION_WORDS = { bar: 4, dash: 2 } as const;

/** "Headline - Section | Paper" to "Headline", "Paper: Headline" too; `names` are what the publication calls itself. */
export function withoutSite(title: string, names: readonly string[]): string {
  const known = names.map(squashed).filter((name) => name.length > 1);
  const cuts = [...title.matchAll(BETWEEN)];
  let end = cuts.length;
  let whole = title;
  // From the end: a part that names the site, and short parts (sections) once a named one is gone or "|" parts them.
  while (end > 0) {
    const cut = cuts[end - 1] as RegExpExecArray;
    const tail = whole.slice(cut.index + cut[0].length);
    const head = whole.slice(0, cut.index);
    if (fold(head) === "") break;
    const named = namesSite(tail, known);
    const bar = cut[0].includes("|");
    const section =
      (bar || (whole !== title && /\s/.test(cut[0]) && !cut[0].includes(":"))) &&
      fold(tail).split(" ").length <= (bar ? MOST_SECTION_WORDS.bar : MOST_SECTION_WORDS.dash) &&
      fold(head).split(" ").length >= 4;
    if (!named && !section) break;
    whole = head.trim();
    end -= 1;
  }
  const opening = /^(.{2,60}?)(?:\s+[|–—·•»-]\s+|:\s+)(?=\S)/u.exec(whole);
  return opening && namesSite(opening[1] as string, known) ? whole.slice(opening[0].length).trim() : whole;
}

/** Letters and digits alone: "Globalnews.ca" and "Global News" begin alike. */
const squashed = (text: string): string => fold(text).replaceAll(" ", "");

function namesSite(part: string, known: readonly string[]): boolean {
  const said = squashed(part);
  if (said.length < 2) return false;
  return known.some(
    (name) =>
      said === name ||
      (name.length >= 4 && said.startsWith(name) && said.length <= name.length + 12) ||
      (name.length >= 4 && said.endsWith(name) && said.length <= name.length + 12) ||
      (said.length >= 4 && name.startsWith(said)) ||
      (said.length >= 5 && name.endsWith(said)),
  );
}
