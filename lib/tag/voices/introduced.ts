import type { Bloc, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { partyAndState } from "./again.ts";
import type { RoleWords } from "./cues.ts";
import { isOrganisation, isTaken, isTitle } from "./names.ts";
import { isTopic } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";
import { westernOffice } from "./offices.ts";

/** How an article introduces somebody. */
export interface Introduced {
  bloc: Bloc | null;
  country: string | null;
  kind: SpeakerKind | null;
  /** The name with given names, where the field writes it so; else null. */
  full: WordRange | null;
}

/** Words before a name that may describe it, and words of an apposition behind it. */
const REACH = 9;
const APPOSITION = 14;

/** What was found of names by their number: a field asks for the same few again and again. */
const told = new WeakMap<Field, Map<number, Introduced | null>>();

/**
 * Where else the field names a person, and with what office or nationality: "the Chilean envoy Ana Rojas arrived",
 * "talks with Ana Rojas, a deputy of the Chilean parliament", "the Chilean Rights Office (CRO)". What no mention of the
 * name tells is null; null where none tells anything.
 */
export function introducedAs(field: Field, last: number, roles: RoleWords): Introduced | null {
  let known = told.get(field);
  if (!known) told.set(field, (known = new Map()));
  const name = field.words.id[last]!;
  let found = known.get(name);
  if (found === undefined) known.set(name, (found = introductionOf(field, last, roles)));
  return found;
}

function introductionOf(field: Field, last: number, roles: RoleWords): Introduced | null {
  const { id, capital } = field.words;
  const wanted = id[last]!;
  if (isTitle(field.norm[last]!)) return null;
  let full: WordRange | null = null;
  let kind: SpeakerKind | null = null;
  for (let i = 0; i < id.length; i++) {
    if (id[i] !== wanted || capital[i] !== true) continue;
    const from = nameStart(field, i, roles);
    const given = givenFrom(field, from, i, roles);
    if (given < i && (full === null || i + 1 - given > full.to - full.from)) full = { from: given, to: i + 1 };
    const found = introducedAt(field, from, i + 1, roles);
    if (found && found.bloc !== null) return { bloc: found.bloc, country: found.country, kind: found.kind, full };
    kind ??= found?.kind ?? null;
  }
  return full || kind ? { bloc: null, country: null, kind, full } : null;
}

/** Where the capitals that end with a family name at word `last` begin. */
function nameStart(field: Field, last: number, roles: RoleWords): number {
  const { capital } = field.words;
  let from = last;
  while (from > 0 && capital[from - 1] === true && joins(field, from) && !isTitle(field.norm[from - 1]!)) {
    // "former U.S. Marine Paul Hale": the capital makes no name of the role.
    if (roles.kindOf(field, from - 1) !== null) break;
    if (/^(?:ADP|SCONJ|CCONJ|DET|PRON|ADV|VERB)$/.test(field.pos[from - 1]!)) break;
    if (isTaken(field.mentions, from - 1)) break;
    from--;
  }
  return from;
}

/** What stands around a name [from, to) tells: the first that has a bloc, else the first kind. */
function introducedAt(field: Field, from: number, to: number, roles: RoleWords): Introduced | null {
  const body = bracketed(field, from) ?? ofParty(field, to) ?? ofBody(field, to);
  if (body && body.bloc !== null) return body;
  const ahead = described(field, before(field, from, roles), roles);
  if (ahead && ahead.bloc !== null) return ahead;
  const apposed = described(field, behind(field, to), roles);
  if (apposed && apposed.bloc !== null) return apposed;
  return [body, ahead, apposed].find((each) => each !== null && each.kind !== null) ?? null;
}

/** Where up to three given names and initials before a family name begin; at the name itself where none stand there. */
function givenFrom(field: Field, from: number, last: number, roles: RoleWords): number {
  let at = last;
  while (at > from && last - at < 3) {
    const initial = field.norm[at - 1]!.replace(".", "").length === 1;
    if (field.pos[at - 1] !== "PROPN" || /\d/.test(field.norm[at - 1]!) || roles.kindOf(field, at - 1) !== null) break;
    if (!initial && /^\p{Lu}{2,}$/u.test(field.text.slice(field.words.start[at - 1], field.words.end[at - 1]))) break;
    if (!initial && !/^[\s’'-]{1,2}$/.test(gapBefore(field, at))) break;
    at--;
  }
  return at;
}

/** "former Chilean envoy to the UN, ": nouns, adjectives and what links them right before word `to`. */
function before(field: Field, to: number, roles: RoleWords): WordRange | null {
  const low = Math.max(0, to - REACH);
  const sentence = field.sentences.findLast((s) => s.fromWord <= Math.max(0, to - 1));
  let from = to;
  while (from > low && sentence && from > sentence.fromWord) {
    const gap = gapBefore(field, from);
    const shortened = gap === ". " && isTitle(field.norm[from - 1]!);
    if (gap.trim() !== "" && !shortened && !(from === to && gap === ", ") && !/^[’']s? ?$/.test(gap)) break;
    if (!/^(?:NOUN|ADJ|PROPN|DET|PART|ADP|NUM|CCONJ)$/.test(field.pos[from - 1]!)) break;
    from--;
  }
  if (from === to) return null;
  if (gapBefore(field, to) !== ", ") return { from, to };
  // "with 300 workers in Chile, Rojas said", "an article of the Chilean group on Monday, Rojas said": no office of hers.
  if (roles.kindOf(field, to - 1) !== null && !field.norm[to - 1]!.endsWith("s")) return { from, to };
  const office = from + (field.pos[from] === "DET" ? 1 : 0);
  if (field.pos[from] === "ADP" || field.pos[from] === "NUM") return null;
  for (let i = office; i < to && field.pos[i] !== "ADP"; i++)
    if (roles.kindOf(field, i) !== null && !field.norm[i]!.endsWith("s")) return { from, to };
  return null;
}

/** "the Chilean Rights Office (": the name in full before its letters. */
function bracketed(field: Field, at: number): Introduced | null {
  if (at === 0 || gapBefore(field, at) !== " (") return null;
  let from = at;
  while (
    from > 0 &&
    at - from < REACH &&
    (from === at || /^(?:[’']s)? $/.test(gapBefore(field, from))) &&
    /^(?:NOUN|ADJ|PROPN|ADP)$/.test(field.pos[from - 1]!)
  )
    from--;
  if (!isOrganisation(field, from, at)) return null;
  const first = field.mentions.find((m) => m.fromWord >= from && m.endWord <= at);
  return first ? { bloc: first.bloc, country: first.country, kind: "institution", full: null } : null;
}

/** "Ana Rojas (R-Ohio)": state and party behind the name. */
const ofParty = (field: Field, from: number): Introduced | null =>
  partyAndState(field, from, from) >= 0 && /^,? ?\(?$/.test(gapBefore(field, from))
    ? { bloc: "west", country: null, kind: "official", full: null }
    : null;

/** "Ana Rojas of the Chilean Space Agency": a body right behind the name. */
function ofBody({ norm, mentions, text, words }: Field, from: number): Introduced | null {
  if (norm[from] !== "of" || text.charCodeAt(words.end[from - 1]!) !== SPACE) return null;
  const at = norm[from + 1] === "the" ? from + 2 : from + 1;
  const body = mentions.find((m) => m.fromWord === at && m.actor?.type === "institution" && m.kind !== "media");
  return body ? { bloc: body.bloc, country: body.country, kind: null, full: null } : null;
}
const SPACE = 32;

/** ", a deputy of the Chilean parliament,": the apposition that begins at word `from`. */
function behind(field: Field, from: number): WordRange | null {
  if (from + 1 >= field.norm.length) return null;
  const gap = gapBefore(field, from);
  // "Rojas is the head of the Chilean parliament".
  const is = gap === " " && field.norm[from] === "is";
  const what = is && field.pos[from + 1] === "ADV" ? from + 2 : from + 1;
  if (is && field.pos[what] === "DET") return apposition(field, what);
  if (gap !== ", " || !/^(?:DET|NOUN|ADJ|PROPN)$/.test(field.pos[from]!)) return null;
  return apposition(field, from);
}

function apposition(field: Field, from: number): WordRange {
  const sentence = field.sentences.findLast((s) => s.fromWord <= from);
  const limit = Math.min(sentence?.toWord ?? from, from + APPOSITION);
  let to = from + 1;
  while (
    to < limit &&
    !/[,;:.!?“”"()—–]/.test(gapBefore(field, to)) &&
    !/^(?:VERB|AUX|PRON)$/.test(field.pos[to]!) &&
    !/^(?:who|whose|which|that)$/.test(field.norm[to]!)
  )
    to++;
  return { from, to };
}

/** A role with the mention that places it: the nearest before the role word ("French envoy to Moscow"), else behind it. */
function described(field: Field, range: WordRange | null, roles: RoleWords): Introduced | null {
  if (!range) return null;
  let role = -1;
  let kind: SpeakerKind | null = null;
  for (let i = range.from; i < range.to; i++) {
    const here = roles.kindOf(field, i);
    const body = BODY.test(field.norm[i]!);
    if (here === null && !body && !DESCRIBES.test(field.norm[i]!)) continue;
    role = i;
    kind = here ?? (body ? "institution" : null);
    break;
  }
  if (role < 0) return null;
  const inside = field.mentions.filter((m) => m.endWord > range.from && m.fromWord < range.to && !isTopic(field, m));
  const telling = inside.findLast((m) => m.fromWord <= role) ?? inside.find((m: Mention) => m.fromWord > role) ?? null;
  if (telling) return { bloc: telling.bloc, country: telling.country, kind, full: null };
  const bloc = westernOffice(field, range) ?? townBefore(field, range, role);
  return bloc || kind ? { bloc, country: null, kind, full: null } : null;
}
/** "In Lima, the city's police chief", "in Lima, the mayor": of the town the same sentence or the one before names last. */
function townBefore(field: Field, { from }: WordRange, role: number): Bloc | null {
  const { norm, sentences, mentions } = field;
  if (norm[from] !== "the") return null;
  const towns =
    /^(?:city|town|village|region|province)$/.test(norm[from + 1] ?? "") && gapBefore(field, from + 2) !== " ";
  if (!towns && !(role === from + 1 && /^(?:mayor|governor)$/.test(norm[role]!))) return null;
  const sentence = sentences.findLastIndex((s) => s.fromWord <= from);
  const since = sentences[Math.max(0, sentence - 1)]?.fromWord ?? 0;
  const town = mentions.findLast(
    (m) => m.endWord <= from && m.fromWord >= since && m.actor?.type === "place" && !m.adjective,
  );
  return town?.bloc ?? null;
}
const DESCRIBES =
  /^(?:chief|leader|leaders|ceo|member|activist|resident|native|businessman|citizen|oligarch|tycoon|singer|actor|author|historian|director|founder|executive|prince|princess|duke|duchess)$/;
/** Companies and other bodies by what they do. */
const BODY =
  /^(?:refiner|company|firm|operator|producer|maker|manufacturer|giant|carrier|airline|utility|retailer|supplier|importer|exporter|brewer|startup|charity|group|bank|insurer|shipbuilder|shipper|refinery|think-?tank)$/;

const gapBefore = ({ text, words }: Field, i: number): string => text.slice(words.end[i - 1] ?? 0, words.start[i]);
const joins = (field: Field, i: number): boolean => /^[\s.’'-]{1,2}$/.test(gapBefore(field, i));
