import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { WordRange } from "./view.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Words that stand before or between names and are no names themselves. */
const TITLES = set(
  "president minister prime vice prof marshal retired chancellor senator general colonel ambassador secretary spokesman spokeswoman spokesperson mr mrs ms miss dr professor governor mayor mep mp chief deputy foreign defence defense interior sir lord king queen rep sen gen lt col maj ret capt sgt sergeant corporal consul prosecutor dame baroness rabbi imam sheikh special assistant agent correspondent commissioner director justice head speaker leader representative premier commander captain first lady adviser advisor envoy state attorney press national security the former then acting new us uk eu un senior top mum dad police pope patriarch saint st gov brigadier admiral executive ceo chairman chairwoman chair treasurer judge inspector founder congressman congresswoman assemblyman assemblywoman assemblymember councilman councilwoman councillor corp pm supt superintendent archbishop bishop",
);

export const isTitle = (norm: string): boolean => TITLES.has(norm);

/** What a word can be, as bits: title, noun of an organisation. */
const TITLE = 1;
const OFFICE = 2;
/** "Foreign Policy", "New Scientist", "National Review": capitals that open a name, though a small one describes an office. */
const OPENS = 4;
const kinds = new Remembered(
  numbering,
  (norm) =>
    (TITLES.has(norm) ? TITLE : 0) +
    (ORGANISATION.test(norm) ? OFFICE : 0) +
    (/^(?:foreign|new|national)$/.test(norm) ? OPENS : 0),
);
const is = (field: Field, i: number, kind: number): boolean => (kinds.get(field.words.id[i]!) & kind) !== 0;

/** Whether some mention holds word `i`. */
export function isTaken(inside: readonly Mention[], i: number): boolean {
  for (const m of inside) if (i >= m.fromWord && i < m.endWord) return true;
  return false;
}
/** One or two of space, hyphen, stop and apostrophe before a word. */
export function joins({ text, words }: Field, i: number): boolean {
  const from = words.end[i - 1]!;
  const to = words.start[i]!;
  if (to - from === 1 && text.charCodeAt(from) === 32) return true;
  return to - from <= 2 && /^[-\s.’']{1,2}$/.test(text.slice(from, to));
}

/** Runs of capitalised words that are neither titles nor mentions of known actors: people the gazetteer lacks. */
export function namesIn(field: Field, range: WordRange, inside: readonly Mention[]): WordRange[] {
  const names: WordRange[] = [];
  for (let i = range.from; i < range.to; i++) {
    if (!isName(field, i) || isTaken(inside, i)) continue;
    const opened = i > range.from && is(field, i - 1, OPENS) && opensName(field, i - 1, range, inside);
    let to = i + 1;
    while (
      to < range.to &&
      joins(field, to) &&
      !isTaken(inside, to) &&
      (isName(field, to) ||
        isInitial(field, to) ||
        isParticle(field, to, range) ||
        (to - i > 1 && isHyphened(field, to)))
    )
      to++;
    if (isOrganisation(field, i, to)) to = organisationEnd(field, to, range);
    // "Charles Brown Jr.": the family name comes before.
    else if (to - i > 2 && /^(?:jr|sr|ii|iii|iv)$/.test(field.norm[to - 1]!)) to--;
    // "the Interior Ministry": the bare noun is a role, no name.
    if (to - i === 1 && is(field, i, OFFICE)) continue;
    if (!modifies(field, to, range)) names.push(withoutPlace(field, { from: opened ? i - 1 : i, to }, range));
    i = to - 1;
  }
  return names;
}

/** The adjective at word `i` opens a name: written with a capital, and none goes on to it. */
function opensName(field: Field, i: number, range: WordRange, inside: readonly Mention[]): boolean {
  if (field.words.capital[i] !== true || isTaken(inside, i) || !joins(field, i + 1)) return false;
  return i === range.from || !isName(field, i - 1) || isTaken(inside, i - 1) || !joins(field, i);
}

const ORGANISATION =
  /^(centre|center|institute|committee|agency|association|university|council|office|foundation|service|union|group|ministry|department|commission|organi[sz]ation|federation|fund|bank|party|observatory|society|academy|bureau|initiative|institution|authority|inspectorate|directorate|force|forces|corps|command|board|league|alliance|network|congress|library|museum|hospital|trust)$/;
/** "Centre", "Atomic Watch Agency": a name that is no person's. */
export function isOrganisation(field: Field, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (is(field, i, OFFICE)) return true;
  return isAcronym(field, from, to);
}
const isAcronym = (field: Field, from: number, to: number): boolean =>
  to - from === 1 && /^\p{Lu}{3,}s?$/u.test(field.text.slice(field.words.start[from], field.words.end[from]));

/** "Centre for Research on Wind and Tides": an organisation's name goes on over linking words before capitals. */
function organisationEnd(field: Field, from: number, range: WordRange): number {
  let to = from;
  for (let i = from; i < range.to; i++) {
    if (!/^\s$/.test(field.text.slice(field.words.end[i - 1], field.words.start[i]))) break;
    if (
      is(field, i, TITLE) &&
      field.words.capital[i] === true &&
      field.norm[i] !== "national" &&
      field.norm[i] !== "foreign"
    )
      break;
    if (field.words.capital[i] === true) to = i + 1;
    else if (!/^(for|of|on|and|the|in|to)$/.test(field.norm[i]!)) break;
  }
  return to;
}

/** "Minister for the Occupied Lands Iryna Tkachuk", "consul in Marseille Oleg Vetrov": the person is the last two words. */
function withoutPlace(field: Field, name: WordRange, range: WordRange): WordRange {
  const size = name.to - name.from;
  if (size < 3 || isOrganisation(field, name.from, name.to) || isParticle(field, name.to - 2, range)) return name;
  if (isParticle(field, name.from + 1, range) || isInitial(field, name.to - 2)) return name;
  const governed = name.from > range.from && /^(in|at|to|of|the|for|on)$/.test(field.norm[name.from - 1]!);
  return size > 3 || governed ? { from: name.to - 2, to: name.to } : name;
}

/** "an indictment in the Northern District", "the mother of Anna Weiss": a name that only belongs to whoever speaks. */
export function isGoverned(field: Field, name: WordRange, range: WordRange): boolean {
  let at = name.from - 1;
  while (at > range.from && /^(the|his|her|its|their|mr|mrs|ms|president|former)$/.test(field.norm[at]!)) at--;
  return at > range.from && /^(in|at|on|to|of|for|with|against|about|by|near)$/.test(field.norm[at]!);
}

/** "the WNBA star": a name right before a common noun of the same phrase does not speak itself. */
function modifies(field: Field, to: number, range: WordRange): boolean {
  if (to >= range.to) return false;
  // "the Tesla CEO": whose office it is.
  const office = is(field, to, TITLE) && (to + 1 >= range.to || field.words.capital[to + 1] !== true);
  if (!office && (field.pos[to] !== "NOUN" || field.words.capital[to])) return false;
  return /^\s$/.test(field.text.slice(field.words.end[to - 1], field.words.start[to]));
}

const NO_NAME = set("DET ADP PRON NUM CCONJ");
const isName = (field: Field, i: number): boolean =>
  field.words.capital[i] === true &&
  !is(field, i, TITLE) &&
  !/^\d/.test(field.norm[i]!) &&
  field.norm[i]!.length > 1 &&
  !NO_NAME.has(field.pos[i]!);
const isInitial = (field: Field, i: number): boolean =>
  field.norm[i]!.length === 1 && field.words.capital[i] === true && field.text[field.words.end[i]!] === ".";
/** "Jin-mok": the second half of a given name is written small. */
const isHyphened = (field: Field, i: number): boolean =>
  field.text.charCodeAt(field.words.end[i - 1]!) === 45 &&
  field.words.start[i] === field.words.end[i - 1]! + 1 &&
  field.words.capital[i - 1] === true &&
  /^(?:PROPN|NOUN)$/.test(field.pos[i]!);
const isParticle = (field: Field, i: number, range: WordRange): boolean =>
  /^(von|van|de|der|den|bin|al|el|la|le|du|di)$/.test(field.norm[i]!) &&
  i + 1 < range.to &&
  field.words.capital[i + 1] === true;
