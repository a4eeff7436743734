import type { Bloc, Speaker, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { RoleWords } from "./cues.ts";
import { genderOf, genderOfName, isNamesake, isUkrainianName } from "./givenNames.ts";
import { isGoverned, isOrganisation, isTitle, namesIn } from "./names.ts";
import { rolesAlso } from "./rolesAlso.ts";
import { headEnd, isTopic, isPossessor, tellingMentions } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";
import { introducedAs } from "./introduced.ts";
import { endsOf, isDocument, officeOf, standsAlone, westernOffice } from "./offices.ts";
import { Pairs } from "./pairs.ts";
import { authorOf, isWriting, metAgain, partyAndState } from "./again.ts";
import { insideOf, speakerOf, textOf, unnamed, type Place } from "./place.ts";
import { heOrShe, type Known } from "./pronouns.ts";
import { Setting } from "./setting.ts";
import { isTheWest, severalSpeakers } from "./several.ts";

const THE_WEST: Speaker = { name: "the West", actorId: "the_west", bloc: "west", country: null, kind: "institution" };
const isPersonal = (speaker: Speaker): boolean => speaker.kind !== "institution" && speaker.kind !== "media";
const PRONOUN = new Set("he she they it we i you who his her their its".split(" "));
/** Kinds that stand where the events are: "officials", "a resident". Experts and critics may be from anywhere. */
const LOCAL: readonly SpeakerKind[] = ["official", "institution", "military", "citizen"];
/** Those of them who hold an office of the place. */
const HOLDS: readonly SpeakerKind[] = ["official", "institution", "military"];
/** Sentences back to which "they" may mean a group; farther, or with nobody but single persons met, it means nobody known. */
const THEY_WITHIN = 3;
/** "a Kremlin mouthpiece": who speaks for somebody or against them is another. */
const FOLLOWERS =
  /^(?:mouthpiece|propagandist|puppet|stooge|crony|ally|loyalist|insider|critic|opponent|supporter|backer|watcher|veteran)s?$/;
/** Who is asked for first by the words "spokesman said" speaks for the body that acted just before. */
const SPEAKS_FOR = /^(?:spokes\w+|chief|head|commander)$/;
/** State bodies that act everywhere: the side whose acts are told speaks, not the place. */
const ORGAN = /^(?:ministry|military|army|government|parliament|defen[cs]e|cabinet|command|presidency)$/;
/** Words that bring in somebody not met before. */
const NEW = /^(?:an?|one|another|some|several|many|other|two|three)$/;
const NUMBERED = /^(?:two|three|both|several|other)$/;
/** "the RIA Novosti agency": an agency that is named as a paper or news service is one. */
const isPress = (noun: string, inside: readonly Mention[]): boolean =>
  noun === "agency" && inside.some((m) => m.kind === "media" && !m.adjective);

/** People and institutions met so far in the article, latest last; resolves names, roles and pronouns. */
export class Memory {
  readonly #met: Known[] = [];
  readonly #roles: RoleWords;
  readonly #pairs = new Pairs();
  readonly #setting = new Setting();
  /** People of the codebook the article names anywhere, by their last names. */
  readonly #people = new Map<string, Speaker>();
  /** The same by their given names; null where two share one. */
  readonly #given = new Map<string, Speaker | null>();

  constructor(roles: RoleWords) {
    this.#roles = roles;
  }

  /** Counts which bloc's places, people and nationalities an article is about. */
  survey(mentions: readonly Mention[]): void {
    this.#setting.survey(mentions);
    for (const m of mentions) {
      if (m.actor?.type !== "person") continue;
      const { first: given, last } = endsOf(m.name);
      this.#people.set(last, speakerOf(m));
      const known = this.#given.get(given);
      // Two people of one given name: the name alone tells nobody.
      this.#given.set(given, known === undefined || known?.name === m.name ? speakerOf(m) : null);
    }
  }

  /** Notes the subject of a sentence that reports nothing, so that a later pronoun finds it. */
  notice(place: Place, range: WordRange): void {
    if (range.to - range.from === 1 && PRONOUN.has(place.field.norm[range.from]!)) return;
    const speaker = this.#named(place, range, insideOf(place.mentions, range));
    if (speaker) this.#meet(speaker, place, range);
  }

  /** Notes the people of a sentence, so that "the two men" and "they" can be told. */
  pairUp(place: Place): void {
    this.#pairs.notice(place);
  }

  /** The speaker a source names. */
  resolve(place: Place, range: WordRange): Speaker {
    const { field } = place;
    if (range.to - range.from === 1) {
      const taken = this.#pronoun(field.norm[range.from]!, place, range.from);
      if (taken) return taken;
    }
    const inside = insideOf(place.mentions, range);
    const pair = this.#pairs.named(place, range);
    if (pair) return pair;
    const several = severalSpeakers(field, range, inside);
    if (several) {
      this.#meet(several, place, range);
      return several;
    }
    const party = partyAndState(field, range.from, range.to);
    const words = party > range.from && party < range.to ? { from: range.from, to: party } : range;
    const told = this.#named(place, words, inside) ?? this.#byRole(place, words, inside);
    const speaker: Speaker = party > 0 && told.bloc === null ? { ...told, bloc: "west", kind: "official" } : told;
    this.#meet(speaker, place, words);
    return speaker;
  }

  #named(place: Place, range: WordRange, all: readonly Mention[]): Speaker | null {
    const { field } = place;
    const inside = all.filter((m) => !isNamesake(field, m));
    const head = headEnd(field, range);
    const people = inside.filter((m) => m.actor?.type === "person" && this.#speaksItself(field, m, range));
    const person = people.find((m) => m.endWord <= head) ?? people.find((m) => standsAlone(field, m.fromWord)) ?? null;
    if (person) return speakerOf(person);
    if (isTheWest(field, head - 1)) return THE_WEST;
    // "Moscow, which gave all the ships of the Black Sea Fleet": who is named first and then described.
    const opens = field.norm[range.from] === "the" ? range.from + 1 : range.from;
    const first =
      head < range.to ? all.find((m) => m.actor !== null && m.fromWord === opens && m.endWord === head) : undefined;
    if (first && field.text[field.words.end[head - 1]!] === ",") return speakerOf(first);
    const names = namesIn(field, range, inside).filter(
      (n) =>
        !isPossessor(field, n.to, range) &&
        !(this.#roles.kindIn(field, range) && isGoverned(field, n, range) && !isDocument(field, head)),
    );
    const titled = names.find((n) => /^(?:mr|mrs|ms)$/.test(field.norm[n.from - 1] ?? ""));
    const full = names.filter((n) => n.to - n.from > 1 && !isOrganisation(field, n.from, n.to));
    // "Harbour Lines chief executive Ada Berg": the name behind the small words is who speaks.
    const closing = full.findLast((n) => n.to === head && n.from > range.from && !field.words.capital[n.from - 1]);
    const somebody = closing ?? full[0];
    const name = titled ?? somebody ?? names.find((n) => n.to - n.from > 1) ?? names[0];
    if (name) {
      const last = field.norm[name.to - 1]!;
      const known = this.#byName(field, name) ?? (titled ? this.#people.get(last) : null);
      if (
        known &&
        !(known.bloc === null && known.kind === "citizen" && name.to - name.from > 1 && range.from < name.from)
      )
        return known;
      if (isOrganisation(field, name.from, name.to) && (name.to - name.from > 1 || name.to <= head))
        return this.#person(place, name, range, inside);
      // "watchdog Meridian", "outlet Baza": the name stands for the role before it.
      const before = name.to === head && name.from > range.from ? name.from - 1 : -1;
      const held = before >= 0 && this.#roles.kindOf(field, before) !== null && !isWriting(field.norm[before]!);
      const alone = name.to - name.from === 1 && !held && !isTitle(field.norm[name.from - 1] ?? "");
      // "Park, a conservative, …", "Park in a statement": the source opens with the name and goes on to describe it.
      const leads =
        name.from === range.from &&
        name.to === head &&
        field.pos[name.from] === "PROPN" &&
        !this.#roles.kindIn(field, name);
      if (!alone || leads || range.to - range.from === 1) return this.#person(place, name, range, inside, held);
    }
    if (people[0] && head === range.to) return speakerOf(people[0]);
    // "the Institute for the Study of War": the name goes on behind where the head of a phrase would end.
    const actor = inside.find((m) => m.actor !== null && m.fromWord < head && m.endWord >= head) ?? null;
    if (actor) return speakerOf(actor);
    if (range.to - range.from > 3 || this.#roles.kindIn(field, range)) return null;
    const only = inside.find(
      (m) => m.actor !== null && !isPossessor(field, m.endWord, range) && !FOLLOWERS.test(field.norm[m.endWord] ?? ""),
    );
    return only ? speakerOf(only) : null;
  }

  /** Not "Berg's office", "Berg aide". */
  #speaksItself(field: Field, { endWord }: Mention, range: WordRange): boolean {
    if (isPossessor(field, endWord, range)) return false;
    for (let i = range.from + 1; i < endWord; i++) if (/^(?:familiar|close|loyal)$/.test(field.norm[i]!)) return false;
    if (endWord < range.to && field.text[field.words.end[endWord - 1]!] === ",") return true;
    return endWord >= range.to || field.words.capital[endWord] === true || this.#roles.kindOf(field, endWord) === null;
  }

  /** Somebody the gazetteer does not know: bloc by the first nationality, place or office among the source's words. */
  #person(place: Place, name: WordRange, range: WordRange, inside: readonly Mention[], local = false): Speaker {
    const { field } = place;
    const near = inside.find((m) => (m.fromWord < name.from || m.fromWord >= name.to) && !isTopic(field, m)) ?? null;
    const body = isOrganisation(field, name.from, name.to);
    const given = !body && name.to - name.from > 1 && genderOfName(textOf(field, name)) !== null;
    const held = this.#roles.kindIn(field, range);
    // "member of parliament Boris Lemkin": who bears a given name is no institution.
    const role = held === "institution" && given ? "official" : held;
    const plain = body ? "institution" : "citizen";
    const press = isPress(field.norm[range.to - 1]!, inside);
    const kind = press ? "media" : (role ?? (near?.kind === "media" ? "media" : plain));
    const intro = near ? null : introducedAs(field, name.to - 1, field.mentions, this.#roles);
    const told = near ?? intro;
    const office = near === null ? westernOffice(field, { from: Math.max(0, range.from - 1), to: range.to }) : null;
    const official = kind === "official" || kind === "military";
    const spokes = official && SPEAKS_FOR.test(field.norm[range.from]!) ? this.#setting.acting(place) : null;
    const untold = (told?.bloc ?? null) === null;
    const around = local && HOLDS.includes(kind) ? this.#setting.of(place) : null;
    const headed = untold && official ? this.#headed(field, range) : null;
    const placed =
      untold && official ? (headed ?? spokes ?? around ?? this.#setting.agreed(place)) : untold ? around : null;
    const spelled = official && untold && isUkrainianName(field.norm[name.from]!) && name.to - name.from > 1;
    // "the Norwegian Refugee Council": the nationality belongs to the body's name.
    const whole = body && near !== null && near.endWord === name.from && !isPossessor(field, near.endWord, range);
    const full = name.to - name.from === 1 ? (intro?.full ?? name) : name;
    return {
      name: textOf(field, whole ? { from: near.fromWord, to: name.to } : full),
      actorId: null,
      bloc: near?.bloc ?? office ?? told?.bloc ?? placed ?? (spelled ? this.#setting.has(place, "ukraine") : null),
      country: told?.country ?? null,
      kind:
        kind === "citizen" &&
        intro?.kind &&
        intro.kind !== "unnamed" &&
        (intro.kind !== "institution" || full.to - full.from === 1)
          ? intro.kind
          : kind,
    };
  }

  /** The side of whom the headline calls by a bare office, "– senator", where the text names who holds it. */
  #headed(field: Field, range: WordRange): Bloc | null {
    if (field.in !== "text") return null;
    const roles = this.#roles.namesIn(field, range);
    const bare = this.#met.find((k) => /^\p{Ll}/u.test(k.speaker.name) && roles.includes(k.speaker.name));
    return bare?.speaker.bloc ?? null;
  }

  #byRole(place: Place, range: WordRange, inside: readonly Mention[]): Speaker {
    const { field } = place;
    const kind = this.#roles.kindIn(field, range);
    const near = tellingMentions(field, range, inside)[0] ?? null;
    const roles = this.#roles.namesIn(field, range);
    const first = field.norm[range.from]!;
    const the = /^(the|this|that)$/.test(first);
    if (the || (near?.adjective === true && !NEW.test(first))) {
      const known = this.#met.findLast(
        (k) =>
          roles.some((r) => (the || !r.endsWith("s")) && k.roles.includes(r)) &&
          (near === null || k.speaker.bloc === near.bloc),
      );
      if (known && (known.speaker.bloc !== null || kind === null || !HOLDS.includes(kind))) return known.speaker;
      // Nothing has told the side of who was met: the news around may tell it now.
      if (known) return { ...known.speaker, bloc: this.#setting.of(place) };
    }
    const noun = field.norm[headEnd(field, range) - 1]!;
    const size = range.to - range.from;
    const plainly =
      size === 2 || (size === 3 && /^(?:tv|news|media|online|broadcast|state)$/.test(field.norm[range.from + 1]!));
    const again = the && near === null && plainly ? metAgain(this.#met, place, noun) : null;
    if (again) return again.speaker;
    const author = isWriting(noun) ? authorOf(field, range) : null;
    if (author && (near === null || near.fromWord >= author.from))
      return this.#named(place, author, inside) ?? this.#byRole(place, author, inside);
    // "a United Nations report", "the firm's statement": the body behind it speaks.
    const end = headEnd(field, range);
    const body = isWriting(noun) ? inside.find((m) => m.endWord === end - 1 && isBody(m)) : undefined;
    if (body) return speakerOf(body);
    // "by his account": whose it is.
    const his = isWriting(noun) && /^(?:his|her)$/.test(first) ? this.#pronoun(first, place, range.from) : null;
    if (his && his.name !== first) return his;
    const theirs = /^(its|their)$/.test(first) ? (this.#met.at(-1)?.speaker ?? null) : null;
    const owner = /^(his|her)$/.test(first) ? this.#pronoun(first, place, range.from) : theirs;
    const described = field.norm.slice(range.from, range.to).includes("who");
    const people = kind === null && (near?.adjective === true || described) ? "citizen" : null;
    const own = near && near.kind !== "unnamed" && near.actor?.type !== "place" ? near.kind : "unnamed";
    const written = isWriting(noun);
    const media = written ? this.#roles.tellMedia(field, range) : isPress(noun, inside);
    const shown = media ? "media" : (kind ?? people ?? own);
    // Whose a report is, or which two men they are, the place does not tell.
    const local = LOCAL.includes(shown) && !written && !NUMBERED.test(field.norm[range.from + (the ? 1 : 0)] ?? "");
    const client = near ? near.actor?.type === "person" && isPossessor(field, near.endWord, range) : owner !== null;
    const clients = client && /^(?:lawyers?|attorneys?)$/.test(noun);
    const placed =
      local && !inside.some((m) => isTopic(field, m))
        ? (countryMeant(place, range) ?? this.#setting.of(place, ORGAN.test(noun)))
        : null;
    const bloc = clients ? null : (near?.bloc ?? owner?.bloc ?? westernOffice(field, range) ?? placed);
    return {
      name: textOf(field, range),
      actorId: null,
      bloc,
      country: bloc === null ? null : (near?.country ?? owner?.country ?? null),
      kind: shown,
    };
  }

  /** Somebody met whose name ends alike: "Mr Berg", "Ada Berg"; "Sir Paul" is who was met as Paul. */
  #byName(field: Field, name: WordRange): Speaker | null {
    const [first, last] = [field.norm[name.from]!, field.norm[name.to - 1]!];
    const alone = name.to - name.from === 1;
    const same = (k: Known): boolean => alone || k.first === k.last || k.first === first;
    const known = this.#met.findLast((k) => k.last === last && same(k));
    if (known || !alone) return known?.speaker ?? null;
    const met = this.#met.findLast((k) => k.first === first && k.first !== k.last && isPersonal(k.speaker));
    return met?.speaker ?? this.#given.get(first) ?? null;
  }

  #pronoun(norm: string, place: Place, at: number): Speaker | null {
    if (!PRONOUN.has(norm)) return null;
    if (/^(he|she|who|his|her)$/.test(norm)) return heOrShe(this.#met, place, norm, at) ?? unnamed(norm);
    const pair = norm === "they" ? this.#pairs.they(place.sentence) : null;
    if (pair) return pair;
    if (norm === "i" || norm === "you" || norm === "we") return unnamed(norm);
    if (norm === "they") {
      const group = this.#met.findLast((k) => k.plural && place.sentence - k.sentence <= THEY_WITHIN);
      return group?.speaker ?? unnamed(norm);
    }
    return (this.#met.findLast((k) => k.plural) ?? this.#met.at(-1))?.speaker ?? unnamed(norm);
  }

  #meet(speaker: Speaker, place: Place, range: WordRange): void {
    const { field } = place;
    const met = this.#met;
    let at = met.length - 1;
    while (at >= 0 && met[at]!.speaker.name !== speaker.name) at--;
    const known = at >= 0 ? met.splice(at, 1)[0]! : null;
    const roles = this.#roles.rolesOf(field, range);
    const actor = actorOf(speaker, place);
    const office = actor ? officeOf(actor.role) : [];
    const many = roles.length > 0 && roles.every((r) => r.endsWith("s"));
    const thing = speaker.kind === "expert" && isOrganisation(field, range.from, headEnd(field, range));
    const body =
      thing || speaker.kind === "institution" || (speaker.kind === "media" && speaker.actorId !== null) || many;
    const group = speaker.actorId === null && speaker.name.includes(" and ");
    const { first, last } = endsOf(speaker.name);
    met.push({
      speaker,
      first,
      last,
      roles: known && roles.length === 0 ? known.roles : rolesAlso((known?.roles ?? []).concat(roles, office)),
      gender: known?.gender ?? genderOf(field, range) ?? genderOfName(speaker.name),
      sentence: place.sentence,
      plural: known?.plural ?? (actor ? actor.type !== "person" : body || group),
      person: known?.person ?? (actor ? actor.type === "person" : !body && !group && isSomebody(speaker, roles)),
    });
  }
}

/** Whoever bears a name or a role, or is called by what a person is; "the levy", "one theory" are nobody. */
const isSomebody = ({ kind, name }: Speaker, roles: readonly string[]): boolean =>
  kind !== "unnamed" ||
  roles.length > 0 ||
  /(?:\b\p{Lu}[\p{Ll}’'-]+|-old|\b(?:one|other|others|some|man|men|woman|women|[\p{Ll}]+(?:[^dv]er|ist|ian|ee)))$/u.test(
    name,
  );

const isBody = (m: Mention): boolean =>
  !m.adjective && (m.kind === "institution" || m.kind === "media") && m.actor?.type !== "place";

/** "the country's ministry": of the country the sentence, or the one before, names first. */
function countryMeant({ field, mentions, before, words }: Place, range: WordRange): Bloc | null {
  if (
    !/^(?:country|nation|republic)$/.test(field.norm[range.from + 1] ?? "") ||
    !isPossessor(field, range.from + 2, range)
  )
    return null;
  const states = (list: readonly Mention[]): Mention | undefined =>
    list.find((m) => m.kind !== "media" && m.country !== null && m.endWord <= range.from);
  return (range.from > words.from ? states(mentions) : undefined)?.bloc ?? states(before)?.bloc ?? null;
}

/** Who of the codebook a speaker is, as far as the sentence names them. */
function actorOf({ actorId }: Speaker, { mentions }: Place): Mention["actor"] {
  if (actorId === null) return null;
  for (const { actor } of mentions) if (actor?.id === actorId) return actor;
  return null;
}
