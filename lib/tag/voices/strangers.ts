import type { Bloc, Speaker, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { genderOfName, isUkrainianName } from "./givenNames.ts";
import { introducedAs, type Introduced } from "./introduced.ts";
import type { Knowledge } from "./knowledge.ts";
import { isOrganisation } from "./names.ts";
import { holdsOffice, isPress, underRussia, westernOffice } from "./offices.ts";
import { textOf, type Place } from "./place.ts";
import { ownerOf } from "./pronouns.ts";
import { clauseBehind, isPossessor, isTopic } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";

/** Who is asked for first by the words "spokesman said" speaks for the body that acted just before. */
const SPEAKS_FOR = /^(?:spokes\w+|chief|head|commander)$/;

/**
 * Somebody the gazetteer does not know: bloc by the first nationality, place or office among the source's words, `inside`
 * the mentions among them. A name that stands for the role before it (`local`) belongs where the events are.
 */
export function strangerOf(
  knowledge: Knowledge,
  place: Place,
  name: WordRange,
  range: WordRange,
  inside: readonly Mention[],
  local = false,
): Speaker {
  const { field } = place;
  const end = inside.length > 0 ? clauseBehind(field, name.to, range.to) : range.to;
  const near =
    inside.find((m) => (m.fromWord < name.from || (m.fromWord >= name.to && m.fromWord < end)) && !isTopic(field, m)) ??
    null;
  const body = isOrganisation(field, name.from, name.to);
  // "Rojas, who has two weeks left in office": the clause tells what somebody does, not what they are.
  const words = { from: range.from, to: Math.max(name.to, clauseBehind(field, name.to, range.to)) };
  const kind = kindOf(knowledge, field, name, words, inside, near);
  const intro = near ? null : introducedAs(field, name.to - 1, knowledge.roles);
  const told = near ?? intro;
  const under =
    holdsOffice(kind) && (near === null || near.bloc === "ukraine") && underRussia(field, words, near !== null);
  const office = near === null ? westernOffice(field, { from: Math.max(0, range.from - 1), to: range.to }) : null;
  // "the Norwegian Refugee Council": the nationality belongs to the body's name.
  const whole = body && near !== null && near.endWord === name.from && !isPossessor(field, near.endWord, range);
  const full = name.to - name.from === 1 ? (intro?.full ?? name) : name;
  return {
    name: textOf(field, whole ? { from: near.fromWord, to: name.to } : full),
    actorId: null,
    bloc:
      (under ? "russia" : near?.bloc) ?? office ?? told?.bloc ?? blocAround(knowledge, place, name, range, kind, local),
    country: told?.country ?? null,
    kind: kind === "citizen" ? (kindIntroduced(intro, full) ?? kind) : kind,
  };
}

/** What a stranger is by the words around the name; a citizen or an institution where none tells. */
function kindOf(
  { roles }: Knowledge,
  field: Field,
  name: WordRange,
  range: WordRange,
  inside: readonly Mention[],
  near: Mention | null,
): SpeakerKind {
  if (isPress(field.norm[range.to - 1]!, inside)) return "media";
  const body = isOrganisation(field, name.from, name.to);
  const held = roles.kindIn(field, range);
  // "member of parliament Boris Lemkin": who bears a given name is no institution.
  const given = !body && name.to - name.from > 1 && genderOfName(textOf(field, name)) !== null;
  if (held === "institution" && given) return "official";
  if (held === "institution" && !body && isOf(field, name, range)) return "citizen";
  if (held !== null) return held;
  if (near?.kind === "media") return "media";
  return body ? "institution" : "citizen";
}

/** "Ada Berg, founder of the Boat Union", "Ada Berg, a lecturer in law": an office in a body or field behind the name. */
function isOf({ norm, text, words }: Field, name: WordRange, range: WordRange): boolean {
  if (name.to >= range.to || text[words.end[name.to - 1]!] !== ",") return false;
  const article = /^(?:an?|the)$/.test(norm[name.to]!);
  for (let i = name.to + 1; i < Math.min(range.to, name.to + 6); i++)
    if (norm[i] === "of" || (article && norm[i] === "in")) return !article || SOMEBODY.test(norm[i - 1]!);
  return false;
}
/** What only a person is called. */
const SOMEBODY = /(?:[^u]er|tor|ist|ian|[ds]ent|man|woman|head|chief|fellow|chair)$/;

/** What an introduction elsewhere calls whom these words only name; a full name is no institution's. */
function kindIntroduced(intro: Introduced | null, full: WordRange): SpeakerKind | null {
  const kind = intro?.kind ?? null;
  if (kind === "unnamed" || (kind === "institution" && full.to - full.from > 1)) return null;
  return kind;
}

/** The side of whose words tell none: by the headline's office, who acted just before, the events, or the spelling. */
function blocAround(
  knowledge: Knowledge,
  place: Place,
  name: WordRange,
  range: WordRange,
  kind: SpeakerKind,
  local: boolean,
): Bloc | null {
  const { field } = place;
  const { setting } = knowledge;
  // Armies are spoken of most by the other side: an officer is placed by no mention nearby.
  const firm = name.from > range.from && FIRM.test(field.norm[name.from - 1]!);
  const around = local && !firm && holdsOffice(kind) && kind !== "military" ? setting.of(place) : null;
  // "Serhiy", "Liudmyla": who is spelled so where Ukraine is spoken of belongs there, but no "pro-Russian" blogger.
  const ofSide = (m: Mention): boolean => m.fromWord >= range.from && m.endWord <= range.to && isTopic(field, m);
  const spelled = name.to - name.from > 1 && isUkrainianName(field.norm[name.from]!) && !place.mentions.some(ofSide);
  if (kind !== "official" && kind !== "military") {
    const person = kind === "citizen" || kind === "expert";
    return around ?? (spelled && person ? setting.has(place, "ukraine") : null);
  }
  const owner = ownerOf(knowledge, field.norm[range.from]!, place, range.from) ?? spokenFor(knowledge, place, range);
  // "Moscow doubts it, Kyiv does not. His secretary, …": whose, nobody can tell.
  const people = place.before.filter((m) => m.actor?.type === "person");
  if (owner !== null && owner.bloc !== null && people.every((m) => m.bloc === owner.bloc)) return owner.bloc;
  const acting = SPEAKS_FOR.test(field.norm[range.from]!) ? setting.acting(place) : null;
  const agreed = kind === "official" ? setting.agreed(place) : null;
  const placed = headed(knowledge, field, range) ?? acting ?? atHome(knowledge, place, range) ?? around ?? agreed;
  if (placed !== null) return placed;
  return spelled ? setting.has(place, "ukraine") : null;
}

/** "Foreign Ministry spokesman Ana Rojas": by the dateline. */
function atHome({ setting }: Knowledge, place: Place, { from }: WordRange): Bloc | null {
  const { norm } = place.field;
  const at = norm[from] === "the" ? from + 2 : from + 1;
  return norm[at] === "ministry" || norm[from] === "government" ? setting.home(place, from) : null;
}

/** Companies trade anywhere: where the events are tells nothing of them. */
const FIRM = /^(?:firm|company|consultancy|group|giant|maker|provider|operator|retailer)$/;

/** "the spokesman, Ana Rojas": who was met by that role just before without a name. */
function spokenFor({ roles, met }: Knowledge, { field, sentence }: Place, range: WordRange): Speaker | null {
  if (field.norm[range.from] !== "the") return null;
  const held = roles.namesIn(field, range);
  const bare = met.findLast(
    (k) =>
      sentence - k.sentence <= JUST_BEFORE &&
      /^(?:\p{Ll}|An? )/u.test(k.speaker.name) &&
      held.some((r) => k.roles.includes(r)),
  );
  return bare?.speaker ?? null;
}

/** Sentences within which "the spokesman, Ana Rojas" gives a name to who was met as a spokesman. */
const JUST_BEFORE = 3;

/** The side of whom the headline calls by a bare office, "– senator", where the text names who holds it. */
function headed({ roles, met }: Knowledge, field: Field, range: WordRange): Bloc | null {
  if (field.in !== "text") return null;
  const held = roles.namesIn(field, range);
  const bare = met.find((k) => /^\p{Ll}/u.test(k.speaker.name) && held.includes(k.speaker.name));
  return bare?.speaker.bloc ?? null;
}
