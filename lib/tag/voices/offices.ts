import type { Field } from "#lib/tag/read/readArticle.ts";
import { splitWords } from "#lib/tag/read/words.ts";
import type { WordRange } from "./nounPhrase.ts";

/** "Ambassador to Paris Alexei Meshkov": a name no preposition or owner governs. */
export const standsAlone = (field: Field, word: number): boolean =>
  word > 0 &&
  field.pos[word - 1] !== "ADP" &&
  field.norm[word - 1] !== "to" &&
  !/^(president|minister|chancellor|premier|leader|mr|mrs|ms)$/.test(field.norm[word - 1]!) &&
  !/^['’]/.test(field.text.slice(field.words.end[word - 1], field.words.start[word]));

/** Offices, houses, parties and honours only Western states have by that name in English. */
export function westernOffice(field: Field, range: WordRange): "west" | null {
  const words = field.norm.slice(range.from, range.to).join(" ");
  return WESTERN.test(words) ? "west" : null;
}
const WESTERN =
  /\b(?:(?:foreign|home|defence|health|transport|business|culture|climate|education) secretary|secretary of state|attorney general|congress(?:man|woman)|meps?|sens?|reps?|shadow \w+(?: \w+){0,4} (?:minister|secretary)|(?:tory|tories|labour|conservative|lib dem|liberal democrat|snp|gop|republican|democrat|democratic) (?:mps?|peers?|leaders?|leadership|senators?|congress\w+|lawmakers?|strategists?|nominees?|candidates?|party|representatives?|backbenchers?)|tory|backbencher|sir|dame|baroness)\b/;

/** "a report from the Centre", "a statement of the ministry": the document speaks for its author. */
export const isDocument = (field: Field, head: number): boolean =>
  /^(report|statement|study|survey|poll|letter|document|readout|analysis|article|post)$/.test(field.norm[head - 1]!);

const offices = new Map<string, readonly string[]>();
/** Words of an actor's office, remembered: the same few actors recur. */
export function officeOf(role: string): readonly string[] {
  const known = offices.get(role);
  if (known) return known;
  const words = splitWords(role).norm;
  offices.set(role, words);
  return words;
}

export const firstWord = (name: string): string => splitWords(name).norm[0] ?? "";
export const lastWord = (name: string): string => splitWords(name).norm.at(-1) ?? "";

const lastNames = new Map<string, string>();
/** Last word of a name of the codebook, remembered. */
export function lastNameOf(name: string): string {
  let last = lastNames.get(name);
  if (last === undefined) lastNames.set(name, (last = lastWord(name)));
  return last;
}
