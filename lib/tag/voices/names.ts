import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { WordRange } from "./nounPhrase.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Words that stand before or between names and are no names themselves. */
const TITLES = set(
  "president minister prime vice chancellor senator general colonel ambassador secretary spokesman spokeswoman spokesperson mr mrs ms miss dr professor governor mayor mep mp chief deputy foreign defence defense interior sir lord king queen rep sen gen lt col maj ret director head speaker leader representative premier commander captain first lady adviser advisor envoy state attorney press national security the former then acting new us uk eu un senior top mum dad police pope patriarch saint st",
);
const FEMALE = set(
  "she her spokeswoman woman mother wife daughter mrs ms miss lady queen bride chairwoman mum congresswoman sister girl",
);
const MALE = set("he his spokesman man father husband son mr sir king groom chairman dad congressman brother boy");

export const isTitle = (norm: string): boolean => TITLES.has(norm);

/** Where the head of a source ends: before its first comma, "of", "for", "at", "in", "to" or relative clause. */
export function headEnd(field: Field, range: WordRange): number {
  for (let i = range.from + 1; i < range.to; i++) {
    const gap = field.text.slice(field.words.end[i - 1], field.words.start[i]);
    if (/[,(]/.test(gap) || /^(of|for|at|in|to|who|from|with|on|which|that|by)$/.test(field.norm[i]!)) return i;
  }
  return range.to;
}

/** Mentions that tell where a source belongs: in its head, or behind "of", "for", "at", "in", "to", "from" or a comma. */
export function tellingMentions(field: Field, range: WordRange, inside: readonly Mention[]): Mention[] {
  const head = headEnd(field, range);
  const linked = head < range.to && !/^(on|with|by|who|which|that)$/.test(field.norm[head]!);
  return linked ? [...inside] : inside.filter((m) => m.fromWord < head);
}

/** "Russia's ministry": the name only owns what speaks. */
export const isPossessor = (field: Field, wordEnd: number, range: WordRange): boolean =>
  wordEnd < range.to && /^['’]/.test(field.text.slice(field.words.end[wordEnd - 1], field.words.end[wordEnd - 1]! + 1));

/** Runs of capitalised words that are neither titles nor mentions of known actors: people the gazetteer lacks. */
export function namesIn(field: Field, range: WordRange, inside: readonly Mention[]): WordRange[] {
  const names: WordRange[] = [];
  const taken = (i: number): boolean => inside.some((m) => i >= m.fromWord && i < m.endWord);
  const joins = (i: number): boolean =>
    /^[-\s.’']{1,2}$/.test(field.text.slice(field.words.end[i - 1], field.words.start[i]));
  for (let i = range.from; i < range.to; i++) {
    if (!isName(field, i) || taken(i)) continue;
    let to = i + 1;
    while (
      to < range.to &&
      joins(to) &&
      !taken(to) &&
      (isName(field, to) || isInitial(field, to) || isParticle(field, to, range))
    )
      to++;
    if (!modifies(field, to, range)) names.push({ from: i, to });
    i = to;
  }
  return names;
}

/** "the WNBA star": a name right before a common noun of the same phrase does not speak itself. */
function modifies(field: Field, to: number, range: WordRange): boolean {
  if (to >= range.to || field.pos[to] !== "NOUN" || field.words.capital[to]) return false;
  return /^\s$/.test(field.text.slice(field.words.end[to - 1], field.words.start[to]));
}

const isName = (field: Field, i: number): boolean =>
  field.words.capital[i] === true &&
  !TITLES.has(field.norm[i]!) &&
  !/^\d/.test(field.norm[i]!) &&
  field.norm[i]!.length > 1 &&
  !/^(DET|ADP|PRON|NUM|CCONJ)$/.test(field.pos[i]!);
const isInitial = (field: Field, i: number): boolean =>
  field.norm[i]!.length === 1 && field.words.capital[i] === true && field.text[field.words.end[i]!] === ".";
const isParticle = (field: Field, i: number, range: WordRange): boolean =>
  /^(von|van|de|der|den|bin|al|el|la|le|du|di)$/.test(field.norm[i]!) &&
  i + 1 < range.to &&
  field.words.capital[i + 1] === true;

/** Gender the words of a source give away, or null. */
export function genderOf(field: Field, range: WordRange): "f" | "m" | null {
  for (let i = range.from; i < range.to; i++) {
    if (FEMALE.has(field.norm[i]!)) return "f";
    if (MALE.has(field.norm[i]!)) return "m";
  }
  return null;
}

/** Roles by which somebody can be taken up again: "the diplomat" for a foreign minister, "the leader" for a president. */
export function rolesAlso(roles: readonly string[]): string[] {
  const also = new Set(roles);
  for (const role of roles) for (const other of ALSO[role] ?? []) also.add(other);
  return [...also];
}
const ALSO: Readonly<Record<string, readonly string[]>> = {
  minister: ["diplomat", "official", "politician"],
  ambassador: ["diplomat", "envoy", "official"],
  envoy: ["diplomat", "ambassador", "official"],
  spokeswoman: ["diplomat", "official", "spokesperson"],
  spokesman: ["diplomat", "official", "spokesperson"],
  secretary: ["diplomat", "official"],
  president: ["leader", "politician", "statesman", "head"],
  chancellor: ["leader", "politician"],
  premier: ["leader", "politician"],
  columnist: ["writer", "author", "journalist"],
  journalist: ["writer", "reporter"],
  senator: ["lawmaker", "politician"],
  representative: ["lawmaker", "politician"],
  mp: ["lawmaker", "politician"],
  mep: ["lawmaker", "politician"],
  general: ["officer", "commander"],
  expert: ["analyst", "scholar", "scientist"],
  professor: ["expert", "scholar"],
  state: ["country", "nation", "republic", "government"],
};
