import type { Speaker } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { isWriting } from "./again.ts";
import type { RoleWords } from "./cues.ts";
import { isNamesake } from "./givenNames.ts";
import type { Knowledge, Known } from "./knowledge.ts";
import { isGoverned, isOrganisation, isTitle, namesIn } from "./names.ts";
import { isDocument, standsAlone } from "./offices.ts";
import { speakerOf, textOf, type Place } from "./place.ts";
import { isTheWest } from "./several.ts";
import { headEnd, isPossessor } from "./sourceHead.ts";
import { strangerOf } from "./strangers.ts";
import type { WordRange } from "./view.ts";

const THE_WEST: Speaker = { name: "the West", actorId: "the_west", bloc: "west", country: null, kind: "institution" };
const isPersonal = (speaker: Speaker): boolean => speaker.kind !== "institution" && speaker.kind !== "media";
/** "a Kremlin mouthpiece": who speaks for somebody or against them is another. */
const FOLLOWERS =
  /^(?:mouthpiece|propagandist|puppet|stooge|crony|ally|loyalist|insider|critic|opponent|supporter|backer|watcher|veteran)s?$/;

/** Who bears a name among a source's words, `all` its mentions: known to the codebook, met or a stranger; null without one. */
export function bearerOf(
  knowledge: Knowledge,
  place: Place,
  range: WordRange,
  all: readonly Mention[],
): Speaker | null {
  const { field } = place;
  const { roles } = knowledge;
  const inside = all.filter((m) => !isNamesake(field, m));
  const head = headEnd(field, range);
  const people = inside.filter((m) => m.actor?.type === "person" && speaksItself(roles, field, m, range));
  const person = people.find((m) => m.endWord <= head) ?? people.find((m) => standsAlone(field, m.fromWord));
  if (person) return speakerOf(person);
  if (isTheWest(field, head - 1)) return THE_WEST;
  const first = namedFirst(field, range, head, all);
  if (first) return speakerOf(first);
  const name = nameIn(roles, field, range, head, inside);
  const bearer = name ? bearerOfName(knowledge, place, name, range, head, inside) : null;
  if (bearer) return bearer;
  if (people[0] && head === range.to) return speakerOf(people[0]);
  // "the Institute for the Study of War": the name goes on behind where the head of a phrase would end.
  const actor = inside.find((m) => m.actor !== null && m.fromWord < head && m.endWord >= head);
  if (actor) return ownedBy(field, ministryMeant(knowledge, actor), inside);
  if (range.to - range.from > 3 || roles.kindIn(field, range)) return null;
  const only = inside.find(
    (m) => m.actor !== null && !isPossessor(field, m.endWord, range) && !FOLLOWERS.test(field.norm[m.endWord] ?? ""),
  );
  return only ? ownedBy(field, only, inside) : null;
}

/** "– MoD": letters several states' ministries share, and the article names one of them in full. */
const ministryMeant = ({ setting }: Knowledge, m: Mention): Mention =>
  m.actor?.role === "Ministry" && m.end - m.start === 3 ? (setting.defence ?? m) : m;

/** "South Korea's Joint Chiefs": the body of another state that goes by the name of one the codebook knows. */
function ownedBy(field: Field, body: Mention, inside: readonly Mention[]): Speaker {
  if (body.actor?.type !== "institution") return speakerOf(body);
  const owner = inside.find((m) => m.endWord === body.fromWord && m.bloc !== body.bloc);
  if (!owner) return speakerOf(body);
  const name = textOf(field, { from: owner.fromWord, to: body.endWord });
  return { name, actorId: null, bloc: owner.bloc, country: owner.country, kind: body.kind };
}

/** Not "Berg's office", "Berg aide". */
function speaksItself(roles: RoleWords, field: Field, { endWord }: Mention, range: WordRange): boolean {
  if (isPossessor(field, endWord, range)) return false;
  for (let i = range.from + 1; i < endWord; i++) if (/^(?:familiar|close|loyal)$/.test(field.norm[i]!)) return false;
  if (endWord < range.to && field.text[field.words.end[endWord - 1]!] === ",") return true;
  return endWord >= range.to || field.words.capital[endWord] === true || roles.kindOf(field, endWord) === null;
}

/** "Moscow, which gave all the ships of the Black Sea Fleet": who is named first and then described. */
function namedFirst(field: Field, range: WordRange, head: number, all: readonly Mention[]): Mention | null {
  if (head >= range.to || field.text[field.words.end[head - 1]!] !== ",") return null;
  const opens = field.norm[range.from] === "the" ? range.from + 1 : range.from;
  return all.find((m) => m.actor !== null && m.fromWord === opens && m.endWord === head) ?? null;
}

/** The name the gazetteer does not know that a source most likely goes by: titled, of a person, of several words, first. */
function nameIn(
  roles: RoleWords,
  field: Field,
  range: WordRange,
  head: number,
  inside: readonly Mention[],
): WordRange | null {
  // "Berg, who told the Post's Ada Hale": whom the clause names is somebody else.
  const clause = field.norm[head] === "who" && isCapital(field, head - 1) ? head : range.to;
  const names = namesIn(field, { from: range.from, to: clause }, inside)
    .map((n) => withoutRole(roles, field, n))
    .filter(
      (n) =>
        // "Officials said" at the head of a sentence.
        !(n.to - n.from === 1 && n.from === range.from && roles.kindOf(field, n.from) !== null) &&
        !isPossessor(field, n.to, range) &&
        !(roles.kindIn(field, range) && isGoverned(field, n, range) && !isDocument(field, head)),
    );
  const titled = names.find((n) => isTitled(field, n));
  if (titled) return titled;
  // "Rojas, from Harbour Lines, said": who comes first speaks.
  const [first] = names;
  if (first?.from === range.from && first.to === head && field.text[field.words.end[head - 1]!] === ",") return first;
  const full = names.filter((n) => n.to - n.from > 1 && !isOrganisation(field, n.from, n.to));
  // "Harbour Lines chief executive Ada Berg": the name behind the small words is who speaks.
  const closing = full.findLast(
    (n) =>
      n.to === head &&
      n.from > range.from &&
      (!field.words.capital[n.from - 1] ||
        isTitle(field.norm[n.from - 1]!) ||
        roles.kindOf(field, n.from - 1) !== null),
  );
  return closing ?? full[0] ?? names.find((n) => n.to - n.from > 1) ?? names[0] ?? null;
}

const isCapital = (field: Field, i: number): boolean => field.words.capital[i] === true;

/** "Journalist Ana Rojas" at the head of a sentence: the capital does not make a name of the role. */
const withoutRole = (roles: RoleWords, field: Field, { from, to }: WordRange): WordRange =>
  to - from > 2 && roles.kindOf(field, from) !== null && !isOrganisation(field, from, to)
    ? { from: from + 1, to }
    : { from, to };

const isTitled = (field: Field, name: WordRange): boolean => /^(?:mr|mrs|ms)$/.test(field.norm[name.from - 1] ?? "");

/** Who was met by a name, or the stranger it stands for; null where one word alone need not be anybody's name. */
function bearerOfName(
  knowledge: Knowledge,
  place: Place,
  name: WordRange,
  range: WordRange,
  head: number,
  inside: readonly Mention[],
): Speaker | null {
  const { field } = place;
  const { roles } = knowledge;
  const single = name.to - name.from === 1;
  const titled = isTitled(field, name) ? knowledge.people.get(field.norm[name.to - 1]!) : null;
  const bare = single && name.from === range.from && name.to === head && !roles.kindIn(field, name);
  const known =
    metByName(knowledge, field, name) ?? titled ?? (bare ? knowledge.people.get(field.norm[name.from]!) : null);
  // Words before a full name tell more of them than a meeting that told nothing.
  const toldMore = known?.bloc === null && known.kind === "citizen" && !single && range.from < name.from;
  if (known && !toldMore) return known;
  if (isOrganisation(field, name.from, name.to) && (!single || name.to <= head))
    return strangerOf(knowledge, place, name, range, inside);
  // "watchdog Meridian", "outlet Baza": the name stands for the role before it.
  const before = name.to === head && name.from > range.from ? name.from - 1 : -1;
  const held = before >= 0 && roles.kindOf(field, before) !== null && !isWriting(field.norm[before]!);
  const alone = single && !held && !isTitle(field.norm[name.from - 1] ?? "");
  // "Park, a conservative, …", "Park in a statement": the source opens with the name and goes on to describe it.
  const opens = name.from === range.from && name.to === head;
  const leads = opens && field.pos[name.from] === "PROPN" && !roles.kindIn(field, name);
  if (alone && !leads && range.to - range.from > 1) return null;
  return strangerOf(knowledge, place, name, range, inside, held);
}

/** Somebody met whose name ends alike: "Mr Berg", "Ada Berg"; "Sir Paul" is who was met as Paul. */
function metByName({ met, given }: Knowledge, field: Field, name: WordRange): Speaker | null {
  const [first, last] = [field.norm[name.from]!, field.norm[name.to - 1]!];
  const alone = name.to - name.from === 1;
  const same = (k: Known): boolean => alone || k.first === k.last || k.first === first;
  const known = met.findLast((k) => k.last === last && same(k));
  if (known || !alone) return known?.speaker ?? null;
  const called = met.findLast((k) => k.first === first && k.first !== k.last && isPersonal(k.speaker));
  return called?.speaker ?? given.get(first) ?? null;
}
