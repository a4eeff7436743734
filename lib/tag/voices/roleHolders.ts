import type { Bloc, Speaker, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import { authorOf, isWriting, metAgain } from "./again.ts";
import type { Knowledge } from "./knowledge.ts";
import { bearerOf } from "./nameBearers.ts";
import { holdsOffice, isPress, ofRepublic, underRussia, westernOffice } from "./offices.ts";
import { calledBy, placed, speakerOf, type Place } from "./place.ts";
import { ownerOf } from "./pronouns.ts";
import type { Setting } from "./setting.ts";
import { headEnd, isPossessor, isTopic, tellingMentions } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";

/** Kinds that stand where the events are: "officials", "a resident". Experts and critics may be from anywhere. */
const isLocal = (kind: SpeakerKind): boolean => holdsOffice(kind) || kind === "citizen";
/** State bodies that act everywhere: the side whose acts are told speaks, not the place. */
const ORGAN = /^(?:ministry|military|army|government|parliament|defen[cs]e|cabinet|command|presidency)$/;
/** Sent to and from anywhere: the place does not tell whose they are. */
const DIPLOMAT = /^(?:diplomat|envoy)s?$/;
/** Who lives where something is told to happen; a man or a wife may have come from anywhere. */
const OF_THE_PLACE =
  /^(?:resident|local|villager|inhabitant|witness|witnesse|eyewitness|eyewitnesse|neighbou?r|victim|survivor|civilian|evacuee|pensioner|townspeople|locals)s?$/;
/** Words that bring in somebody not met before. */
const NEW = /^(?:an?|one|another|some|several|many|other|two|three)$/;
const NUMBERED = /^(?:two|three|both|several|other)$/;
const DEFINITE = /^(?:the|this|that)$/;
/** Words between "the" and its noun that tell nothing new of an outlet: "the state broadcaster". */
const OF_OUTLETS = /^(?:tv|news|media|online|broadcast|state)$/;

/** The words of a source and what tells who speaks. */
interface Source {
  place: Place;
  range: WordRange;
  /** Mentions among the words, and the first that tells where the source belongs. */
  inside: readonly Mention[];
  near: Mention | null;
  /** First word, and the noun the head ends with. */
  first: string;
  noun: string;
}

/** Who the words of a source stand for, `inside` the mentions among them: whoever bears their name, else their role. */
export function bearerOrHolder(
  knowledge: Knowledge,
  place: Place,
  range: WordRange,
  inside: readonly Mention[],
): Speaker {
  return bearerOf(knowledge, place, range, inside) ?? holderOf(knowledge, place, range, inside);
}

/** Who a role stands for: met before, behind the writing it names, or nobody named, whom its words describe. */
function holderOf(knowledge: Knowledge, place: Place, range: WordRange, inside: readonly Mention[]): Speaker {
  const { field } = place;
  const near = tellingMentions(field, range, inside)[0] ?? null;
  const end = headEnd(field, range);
  const [first, noun] = [field.norm[range.from]!, field.norm[end - 1]!];
  const source = { place, range, inside, near, first, noun };
  const known = metByRole(knowledge, source) ?? metByNoun(knowledge, source);
  if (known) return known;
  const written = isWriting(noun);
  const author = written ? authorOf(field, range) : null;
  if (author && (near === null || near.fromWord >= author.from))
    return bearerOrHolder(knowledge, place, author, inside);
  // "a United Nations report", "the firm's statement": the body behind it speaks.
  const body = written ? inside.find((m) => m.endWord === end - 1 && isBody(m)) : undefined;
  if (body) return speakerOf(body);
  const owner = ownerOf(knowledge, first, place, range.from);
  // "by his account": whose it is.
  if (written && owner && /^(?:his|her)$/.test(first) && owner.name !== first) return owner;
  return described(knowledge, source, owner);
}

/** Who was met by the role "the minister" or "the Chilean minister" names. */
function metByRole({ roles, met, setting }: Knowledge, { place, range, near, first, noun }: Source): Speaker | null {
  const the = DEFINITE.test(first);
  if (!the && (near?.adjective !== true || NEW.test(first))) return null;
  const names = roles.namesIn(place.field, range);
  const { field } = place;
  // "the regional prosecutor's office" is not any office met.
  const owned =
    names.length > 1 &&
    /[’']s /.test(field.text.slice(field.words.start[range.from], field.words.start[headEnd(field, range) - 1]));
  const known = met.findLast(
    (k) =>
      (!owned || names.every((r) => k.roles.includes(r))) &&
      names.some((r) => (the || !r.endsWith("s")) && k.roles.includes(r)) &&
      (near === null || k.speaker.bloc === near.bloc),
  );
  if (!known) return null;
  const kind = roles.kindIn(place.field, range);
  if (known.speaker.bloc !== null || kind === null || !holdsOffice(kind) || isWriting(noun)) return known.speaker;
  // Nothing has told the side of who was met: the news around may tell it now.
  return placed(known.speaker, setting.of(place), known.speaker.kind);
}

/** What papers call a ruler they have named. */
const EPITHET = /^(?:despot|dictator|tyrant|strongman|warlord|autocrat)$/;
/** Bodies of members, which "the organisation" may take up. */
const OF_MEMBERS = /^(?:organi[sz]ation|bloc|alliance|union|watchdog)$/;
/** Who "the report", "the state broadcaster" take up again, where no word more describes them. */
function metByNoun({ met }: Knowledge, { place, range, near, first, noun }: Source): Speaker | null {
  const size = range.to - range.from;
  if (first === "the" && size <= 3 && EPITHET.test(noun)) {
    const ruler = (k: (typeof met)[number]): boolean => k.person && k.roles.includes("leader");
    return met.findLast((k) => ruler(k) && (near === null || k.speaker.bloc === near.bloc))?.speaker ?? null;
  }
  if (near !== null || !DEFINITE.test(first)) return null;
  // "The 29-year-old said".
  if (size === 4 && noun === "old")
    return met.findLast((k) => k.person && /^\p{Lu}\S+ \p{Lu}/u.test(k.speaker.name))?.speaker ?? null;
  const plainly = size === 2 || (size === 3 && OF_OUTLETS.test(place.field.norm[range.from + 1]!));
  if (!plainly) return null;
  const again = metAgain(met, place, noun)?.speaker;
  if (again || !OF_MEMBERS.test(noun)) return again ?? null;
  // "the UN … The organization said": named just before, though it has not spoken yet.
  const named = (list: readonly Mention[]): Mention | undefined =>
    list.findLast((m) => isBody(m) && m.kind === "institution" && m.endWord <= range.from);
  const body = named(place.mentions) ?? named(place.before);
  return body ? speakerOf(body) : null;
}

const isBody = (m: Mention): boolean =>
  !m.adjective && (m.kind === "institution" || m.kind === "media") && m.actor?.type !== "place";

/** Somebody no name tells, by the words that describe them. */
function described(knowledge: Knowledge, source: Source, owner: Speaker | null): Speaker {
  const { place, range, near } = source;
  const kind = kindShown(knowledge, source);
  const held = holdsOffice(kind) && (near === null || near.bloc === "ukraine");
  const under =
    held &&
    (underRussia(place.field, range, near !== null) ||
      (near?.actor?.type === "place" && ofRepublic(place.field, near)));
  const bloc = isClients(source, owner)
    ? null
    : ((under ? "russia" : near?.bloc) ??
      (owner ?? bodyMet(knowledge, source))?.bloc ??
      westernOffice(place.field, range) ??
      blocOfPlace(knowledge, source, kind));
  return {
    name: calledBy(place.field, range),
    actorId: null,
    bloc,
    country: bloc === null ? null : (near?.country ?? owner?.country ?? null),
    kind,
  };
}

/** "a spokesman for the ministry": the body met by that noun. */
function bodyMet({ met }: Knowledge, { place: { field }, range, near }: Source): Speaker | null {
  const at = headEnd(field, range);
  if (near !== null || at + 2 >= range.to || !/^(?:for|of|at|from|with)$/.test(field.norm[at]!)) return null;
  const noun = field.norm[at + 2]!;
  if (field.norm[at + 1] !== "the" || (at + 3 < range.to && field.text[field.words.end[at + 2]!] !== ",")) return null;
  return met.findLast((k) => !k.person && k.speaker.kind !== "unnamed" && k.roles.includes(noun))?.speaker ?? null;
}

function kindShown({ roles }: Knowledge, { place: { field }, range, inside, near, noun }: Source): SpeakerKind {
  if (isWriting(noun) ? roles.tellMedia(field, range) : isPress(noun, inside)) return "media";
  const kind = roles.kindIn(field, range);
  if (kind !== null) return kind;
  if (near?.adjective === true || field.norm.slice(range.from, range.to).includes("who")) return "citizen";
  return near && near.actor?.type !== "place" ? near.kind : "unnamed";
}

/** "Chile's creditors", "its own backers": for or against somebody, from anywhere. */
const RELATED =
  /^(?:creditor|lender|backer|sponsor|supporter|donor|opponent|enemie|rival|neighbou?r|partner|guarantor|detractor)s?$/;

/** "Berg's lawyer", "his attorney": they take no side by whom they defend. */
function isClients({ place, range, near, noun }: Source, owner: Speaker | null): boolean {
  if (RELATED.test(noun)) return near ? isPossessor(place.field, near.endWord, range) : owner !== null;
  if (!/^(?:lawyers?|attorneys?)$/.test(noun)) return false;
  return near ? near.actor?.type === "person" && isPossessor(place.field, near.endWord, range) : owner !== null;
}

/** The side of the place, for kinds that stand where the events are. */
function blocOfPlace(
  { setting }: Knowledge,
  { place, range, inside, first, noun }: Source,
  kind: SpeakerKind,
): Bloc | null {
  const { field } = place;
  // Whose a report is, or which two men they are, the place does not tell.
  const counted = NUMBERED.test(field.norm[range.from + (DEFINITE.test(first) ? 1 : 0)] ?? "");
  if (!isLocal(kind) || isWriting(noun) || counted || inside.some((m) => isTopic(field, m))) return null;
  const meant = countryMeant(place, range) ?? cityMeant(place, range);
  if (meant !== null || DIPLOMAT.test(noun)) return meant;
  // "world leaders": of no side.
  if (/^(?:world|global|allied|foreign|international)$/.test(first)) return null;
  // Neither the place nor who is spoken of most tells whose soldier "a commander" is.
  if (kind === "military" && NEW.test(first)) return null;
  // "US officials hope so. One official claimed": of whom the sentence before speaks.
  const told = /^officials?$/.test(noun) ? setting.officials(place) : null;
  if (kind !== "citizen") {
    const side =
      told ??
      setting.headline(place, range) ??
      homeOf(setting, place, range, noun) ??
      setting.of(place, ORGAN.test(noun));
    return side === null && /^(?:local|regional|city|town)$/.test(first) ? setting.where(place) : side;
  }
  const there = setting.where(place);
  return OF_THE_PLACE.test(noun) && there !== null ? there : setting.surely(place, there);
}

/** "the ministry", "a spokeswoman for the ministry": by the dateline. */
function homeOf(setting: Setting, place: Place, range: WordRange, noun: string): Bloc | null {
  const { norm } = place.field;
  const last = norm[range.to - 1]!;
  const body = STATE_BODY.test(noun) ? norm[range.from] === "the" : STATE_BODY.test(last) && theBefore(norm, range);
  return body ? setting.home(place, range.from) : null;
}
const STATE_BODY = /^(?:ministry|government|cabinet|presidency)$/;
/** "the ministry", "the foreign ministry" at the end of a source. */
const theBefore = (norm: readonly string[], { from, to }: WordRange): boolean =>
  (to - from > 2 && norm[to - 2] === "the") || (to - from > 3 && norm[to - 3] === "the");

/** "the city's mayor", "the region's governor": of the place named last before. */
function cityMeant({ field, mentions, before, words }: Place, range: WordRange): Bloc | null {
  if (!/^(?:city|town|village|region|province)$/.test(field.norm[range.from + 1] ?? "")) return null;
  if (!isPossessor(field, range.from + 2, range)) return null;
  const places = (list: readonly Mention[]): Mention | undefined =>
    list.findLast((m) => m.actor?.type === "place" && !m.adjective && m.endWord <= range.from);
  return ((range.from > words.from ? places(mentions) : undefined) ?? places(before))?.bloc ?? null;
}

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
