import type { SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { splitWords } from "#lib/tag/read/words.ts";
import { NAMES_KEPT } from "./givenNames.ts";
import type { WordRange } from "./view.ts";

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
  /\b(?:(?:foreign|home|defence|health|transport|business|culture|climate|education) secretary|under ?secretary|secretary of (?:state|defense|the (?:army|navy|air force|treasury|interior)|homeland)|attorney general|special counsel|(?:senior|biden|trump|former|an?|one|two|some|another|top) administration officials?|(?:senior|former|top|another) (?:u\.?s\.? )?defense officials?|(?:house|senate) (?:minority|majority|republican|democratic|speaker|armed|intelligence|foreign)|chief whip|(?:congress|assembly|council)(?:man|woman)|meps?|sens?|reps?|shadow \w+(?: \w+){0,4} (?:minister|secretary)|(?:tory|tories|labour|conservative|lib dem|liberal democrat|snp|gop|republican|democrat|democratic|progressive) (?:mps?|peers?|leaders?|leadership|senators?|congress\w+|lawmakers?|strategists?|nominees?|candidates?|party|representatives?|backbenchers?|caucus|members of congress)|tory|backbencher|sir|dame|baroness)\b/;

/** "the occupation administration", "separatist officials", "a pro-Russian mayor in" a place (`placed`): offices held under Russia. */
export function underRussia({ norm, text, words }: Field, range: WordRange, placed: boolean): boolean {
  for (let i = range.from; i < range.to; i++) {
    if (OCCUPIERS.test(norm[i]!)) return true;
    if (
      placed &&
      /^(?:russian|moscow|kremlin)$/.test(norm[i]!) &&
      /pro-$/i.test(text.slice(words.start[i]! - 4, words.start[i]))
    )
      return true;
  }
  return false;
}
const OCCUPIERS = /^(?:occupation|separatists?|breakaway|proclaimed)$/;

/** "officials in Donetsk" where the article speaks of a republic by that name: the republic's. */
export const ofRepublic = ({ mentions }: Field, place: Mention): boolean =>
  mentions.some((m) => m.bloc !== place.bloc && m.actor?.type === "institution" && m.name.startsWith(`${place.name} `));

/** "a report from the Centre", "a statement of the ministry": the document speaks for its author. */
export const isDocument = (field: Field, head: number): boolean =>
  /^(report|statement|study|survey|poll|letter|document|readout|analysis|article|post)$/.test(field.norm[head - 1]!);

/** "the RIA Novosti agency": an agency that is named as a paper or news service is one. */
export const isPress = (noun: string, inside: readonly Mention[]): boolean =>
  noun === "agency" && inside.some((m) => m.kind === "media" && !m.adjective);

/** Kinds that hold an office of the place where the events are. */
export const holdsOffice = (kind: SpeakerKind): boolean =>
  kind === "official" || kind === "institution" || kind === "military";

const offices = new Map<string, readonly string[]>();
/** Words of an actor's office, remembered: the same few actors recur. */
export function officeOf(role: string): readonly string[] {
  const known = offices.get(role);
  if (known) return known;
  const words = splitWords(role).norm;
  offices.set(role, words);
  return words;
}

/** First and last word of a name, remembered for as many names as there is room for. */
export function endsOf(name: string): { first: string; last: string } {
  let known = nameEnds.get(name);
  if (known) return known;
  if (nameEnds.size >= NAMES_KEPT) nameEnds.clear();
  const { norm } = splitWords(name);
  known = { first: norm[0] ?? "", last: norm.at(-1) ?? "" };
  nameEnds.set(name, known);
  return known;
}
const nameEnds = new Map<string, { first: string; last: string }>();
