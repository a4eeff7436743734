import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { WordRange } from "./view.ts";

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Words that stand before or between names and are no names themselves. */
const TITLES = set(
  "president minister prime vice prof marshal retired chancellor senator general colonel ambassador secretary spokesman spokeswoman spokesperson mr mrs ms miss dr professor governor mayor mep mp chief deputy foreign defence defense interior sir lord king queen rep sen gen lt col maj ret capt sgt sergeant corporal consul prosecutor dame baroness rabbi imam sheikh commissioner director justice head speaker leader representative premier commander captain first lady adviser advisor envoy state attorney press national security the former then acting new us uk eu un senior top mum dad police pope patriarch saint st gov brigadier admiral corp pm supt archbishop bishop",
);
const FEMALE = set(
  "she her spokeswoman woman mother wife daughter mrs ms miss lady queen bride chairwoman mum congresswoman sister girl",
);
const MALE = set("he his spokesman man father husband son mr sir king groom chairman dad congressman brother boy");

export const isTitle = (norm: string): boolean => TITLES.has(norm);

/** What a word can be, as bits: title, woman's or man's word, end of a source's head, noun of an organisation. */
const TITLE = 1;
const WOMAN = 2;
const MAN = 4;
const HEAD_END = 8;
const OFFICE = 16;
/** Behind the noun of a writing: "a report released last week". */
const MADE_PUBLIC = 32;
const kinds = new Remembered(
  numbering,
  (norm) =>
    (TITLES.has(norm) ? TITLE : 0) +
    (FEMALE.has(norm) ? WOMAN : 0) +
    (MALE.has(norm) ? MAN : 0) +
    (/^(of|for|at|in|to|who|from|with|on|which|that|by|against)$/.test(norm) ? HEAD_END : 0) +
    (/^(published|released|issued|obtained|seen|reviewed|conducted|commissioned|compiled|posted|cited)$/.test(norm)
      ? MADE_PUBLIC
      : 0) +
    (ORGANISATION.test(norm) ? OFFICE : 0),
);
const is = (field: Field, i: number, kind: number): boolean => (kinds.get(field.words.id[i]!) & kind) !== 0;

/** Where the head of a source ends: before its first comma, "of", "for", "at", "in", "to" or relative clause. */
export function headEnd(field: Field, range: WordRange): number {
  for (let i = range.from + 1; i < range.to; i++) {
    const ends = is(field, i, HEAD_END) || (i > range.from + 1 && is(field, i, MADE_PUBLIC));
    if (ends || breaks(field.text, field.words.end[i - 1]!, field.words.start[i]!)) return i;
  }
  return range.to;
}

/** A comma or an opening bracket in [from, to). */
function breaks(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 44 || c === 40) return true;
  }
  return false;
}

/** Mentions that tell where a source belongs: in its head, or behind "of", "for", "at", "in", "to", "from" or a comma. */
export function tellingMentions(field: Field, range: WordRange, inside: readonly Mention[]): Mention[] {
  const head = headEnd(field, range);
  const linked = head < range.to && !/^(on|with|by|who|which|that)$/.test(field.norm[head]!);
  return inside.filter((m) => (linked || m.fromWord < head) && !isTopic(field, m));
}

/** "pro-Russian officials", "a Ukraine researcher": a side they take or a subject they study, no place they come from. */
export function isTopic(field: Field, mention: Mention): boolean {
  if (/(?:pro|anti|non)-$/i.test(field.text.slice(Math.max(0, mention.start - 5), mention.start))) return true;
  if (
    !mention.adjective &&
    STUDIED.test(field.norm.slice(Math.max(0, mention.fromWord - 3), mention.fromWord).join(" "))
  )
    return true;
  const next = field.norm[mention.endWord] ?? "";
  return (
    !mention.adjective &&
    /^(?:analysts?|researchers?|experts?|specialists?|scholars?|watchers?|correspondent|historian)$/.test(next)
  );
}

/** "the Institute for the Study of Chile". */
const STUDIED = /\b(?:study|studies|history|research) (?:of|on)(?: the)?$/;

/** "Russia's ministry": the name only owns what speaks. */
export const isPossessor = (field: Field, wordEnd: number, range: WordRange): boolean =>
  wordEnd < range.to && isApostrophe(field.text.charCodeAt(field.words.end[wordEnd - 1]!));
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;

function isTaken(inside: readonly Mention[], i: number): boolean {
  for (const m of inside) if (i >= m.fromWord && i < m.endWord) return true;
  return false;
}
/** One or two of space, hyphen, stop and apostrophe before a word. */
function joins({ text, words }: Field, i: number): boolean {
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
    if (!modifies(field, to, range)) names.push(withoutPlace(field, { from: i, to }, range));
    i = to - 1;
  }
  return names;
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
  if (to >= range.to || field.pos[to] !== "NOUN" || field.words.capital[to]) return false;
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

const FEMALE_NAMES = set(
  "maria mariya marie mary anna anne ann ursula annalena olga irina iryna elena olena helena natalia natalya natalie svetlana tatiana tatyana ekaterina kateryna katerina catherine kate yulia yuliia julia julie oksana daria darya dariia anastasia victoria viktoria alina marina larisa lyudmila ludmila nina vera valentina galina halyna sofia sofiya sophie emma emily sarah sara susan suzanne liz elizabeth nancy hillary angela sanna kaja magdalena roberta jacinda theresa jill jen jennifer jessica karine linda lisa laura lucy margaret margarita michelle melinda amanda barbara christine christina claire clare diana donatella eva evelyn fiona hanna hannah ines ingrid jane jean joan karen kamala kim kristina leila lena margarita martha melissa mette molly monica nadia nicola nicole olha patricia paula rachel rebecca rosa ruth samantha sandra sharon sheila sonia stephanie tamara veronika wendy yelena yevgenia zoe brittney alyona alona ksenia polina",
);
const MALE_NAMES = set(
  "vladimir volodymyr sergei sergey serhiy dmitry dmitri dmytro alexander aleksandr oleksandr alexei aleksey oleksiy andrei andrey andriy mikhail mykhailo mikhaylo nikolai nikolay mykola ivan igor ihor oleg oleh pavel pavlo petr pyotr petro roman ruslan viktor victor vitaly vitali vasily vasyl yuri yuriy yury yevgeny evgeny konstantin maksim maxim denis denys anton artem artyom boris bogdan bohdan gennady kirill kyrylo leonid valery valerii vadim vyacheslav stanislav joe john james robert michael mike david william bill richard thomas tom charles christopher chris daniel dan matthew mark donald steven stephen paul andrew kenneth george jens josep antony anthony lloyd boris rishi ben olaf emmanuel viktor recep mario pedro charles justin scott peter karl hans robert christian bruno gerard jean pekka lars ned jake ned pat ron rafael antonio elon jack jeff kevin larry lindsey mitch oliver patrick simon stefan tony tim ted xi zbigniew mateusz andrzej radoslaw radosław",
);

/** "Oleksiy Kuleba" is no Dmytro Kuleba: a given name right before a family name that is not the known person's. */
export function isNamesake(field: Field, mention: Mention): boolean {
  const before = field.norm[mention.fromWord - 1];
  if (mention.actor?.type !== "person" || before === undefined || !joins(field, mention.fromWord)) return false;
  if (field.words.capital[mention.fromWord - 1] !== true || !(FEMALE_NAMES.has(before) || MALE_NAMES.has(before)))
    return false;
  return ![mention.name, ...mention.actor.aliases].some((name) => name.toLowerCase().split(/[\s-]/u).includes(before));
}

/** Spelled as Ukrainian is: "Serhiy", "Oleksandr", not "Sergey", "Alexander". */
export const isUkrainianName = (given: string): boolean => UKRAINIAN_NAMES.has(given);
const UKRAINIAN_NAMES = set(
  "volodymyr serhiy serhii dmytro oleksandr oleksiy oleksii oleh andriy andrii mykhailo mykhaylo mykola ihor pavlo petro vasyl yuriy yurii yevhen bohdan kyrylo denys olha iryna oleksandra kateryna yuliia nataliia halyna oksana valeriy valerii vitaliy vitalii anatoliy anatolii hryhoriy taras ostap lesia lyudmyla mariia",
);

/** Gender a person's name gives away: by the given name, else by the ending of a Slavic family name, or null. */
export function genderOfName(name: string): "f" | "m" | null {
  const known = genders.get(name);
  if (known !== undefined) return known;
  if (genders.size >= NAMES_KEPT) genders.clear();
  const gender = genderTold(name);
  genders.set(name, gender);
  return gender;
}
const genders = new Map<string, "f" | "m" | null>();
/** Names remembered before all are forgotten: the same ones come back article after article. */
export const NAMES_KEPT = 10_000;

function genderTold(name: string): "f" | "m" | null {
  const words = name.toLowerCase().split(/\s+/u);
  const given = words.length > 1 ? words[0]! : "";
  if (FEMALE_NAMES.has(given)) return "f";
  if (MALE_NAMES.has(given)) return "m";
  const family = words.at(-1)!;
  if (/(?:[oe]va|[^aeiou]ina|skaya|skaia|ska)$/.test(family) && family.length > 5) return "f";
  return /(?:[oe]v|sky|skiy|ski|skyi)$/.test(family) && family.length > 4 ? "m" : null;
}

/** Gender the words of a source give away, or null. */
export function genderOf(field: Field, range: WordRange): "f" | "m" | null {
  for (let i = range.from; i < range.to; i++) {
    const kind = kinds.get(field.words.id[i]!);
    if ((kind & WOMAN) !== 0) return "f";
    if ((kind & MAN) !== 0) return "m";
  }
  return null;
}

/** Roles by which somebody can be taken up again: "the diplomat" for a foreign minister, "the leader" for a president. */
export function rolesAlso(roles: readonly string[]): string[] {
  if (roles.length === 0) return [];
  const also: string[] = [];
  for (const role of roles) if (!also.includes(role)) also.push(role);
  for (const role of roles) for (const other of ALSO.get(role) ?? NO_ROLES) if (!also.includes(other)) also.push(other);
  return also;
}
const NO_ROLES: readonly string[] = [];
const ALSO_LISTS: Readonly<Record<string, readonly string[]>> = {
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
  senator: ["lawmaker", "politician", "official"],
  representative: ["lawmaker", "politician"],
  mp: ["lawmaker", "politician"],
  mep: ["lawmaker", "politician"],
  general: ["officer", "commander"],
  gen: ["general", "officer", "commander"],
  col: ["colonel", "officer", "commander"],
  lt: ["lieutenant", "officer"],
  maj: ["major", "officer"],
  capt: ["captain", "officer"],
  colonel: ["officer", "commander"],
  admiral: ["officer", "commander"],
  sen: ["senator", "lawmaker", "politician"],
  rep: ["representative", "congressman", "congresswoman", "lawmaker", "politician"],
  congressman: ["representative", "lawmaker", "politician"],
  congresswoman: ["representative", "lawmaker", "politician"],
  governor: ["official", "politician"],
  mayor: ["official", "politician"],
  head: ["official"],
  chief: ["official"],
  adviser: ["official", "aide"],
  advisor: ["official", "aide"],
  aide: ["official", "adviser"],
  deputy: ["official", "lawmaker", "politician"],
  prof: ["professor", "expert", "scholar", "scientist"],
  dr: ["doctor", "expert", "scientist"],
  spokesperson: ["official", "spokesman", "spokeswoman"],
  expert: ["analyst", "scholar", "scientist"],
  professor: ["expert", "scholar"],
  state: ["country", "nation", "republic", "government"],
};
const ALSO = new Map(Object.entries(ALSO_LISTS));
