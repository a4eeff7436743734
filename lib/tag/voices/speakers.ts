import type { Bloc, Speaker, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { splitWords } from "#lib/tag/read/words.ts";
import type { RoleWords } from "./cues.ts";
import { genderOf, headEnd, isPossessor, isTitle, namesIn, rolesAlso, tellingMentions } from "./names.ts";
import type { WordRange } from "./nounPhrase.ts";

const PRONOUN = /^(he|she|they|it|we|i|you|who|his|her|their|its)$/;
/** Kinds that stand where the events are: "officials", "a resident". Experts and critics may be from anywhere. */
const LOCAL: readonly SpeakerKind[] = ["official", "institution", "military", "citizen"];

/** How many sentences later "they" may still mean a pair. */
const PAIR_REACH = 2;

/** Somebody met in the article and how they can be taken up again. */
interface Known {
  speaker: Speaker;
  roles: readonly string[];
  gender: "f" | "m" | null;
  plural: boolean;
}

/** Where a source stands: its field, all mentions of its sentence and of the sentence before. */
export interface Place {
  field: Field;
  mentions: readonly Mention[];
  before: readonly Mention[];
  /** Index of the sentence in the article, and its words. */
  sentence: number;
  words: WordRange;
}

/** People and institutions met so far in the article, latest last; resolves names, roles and pronouns. */
export class Memory {
  readonly #met: Known[] = [];
  readonly #roles: RoleWords;
  #pair: { speaker: Speaker; sentence: number } | null = null;
  readonly #blocs = new Map<Bloc, number>();

  constructor(roles: RoleWords) {
    this.#roles = roles;
  }

  /** Counts which bloc's places, people and nationalities an article is about. */
  survey(mentions: readonly Mention[]): void {
    for (const m of mentions) if (m.kind !== "media") this.#blocs.set(m.bloc, (this.#blocs.get(m.bloc) ?? 0) + 1);
  }

  /** Notes the subject of a sentence that reports nothing, so that a later pronoun finds it. */
  notice(place: Place, range: WordRange): void {
    if (range.to - range.from === 1 && PRONOUN.test(place.field.norm[range.from]!)) return;
    const speaker = this.#named(place.field, range, insideOf(place.mentions, range));
    if (speaker) this.#meet(speaker, place, range);
  }

  /** Two people one sentence names are "the two men" and "they" of the next ones. */
  pairUp(place: Place): void {
    const people = place.mentions.filter((m) => m.actor?.type === "person").map(speakerOf);
    const two = [...new Map(people.map((p) => [p.name, p])).values()];
    const [a, b] = two;
    if (a && b && two.length === 2) {
      const bloc = a.bloc === b.bloc ? a.bloc : null;
      const country = a.country === b.country ? a.country : null;
      const speaker = { name: `${a.name} and ${b.name}`, actorId: null, bloc, country, kind: a.kind };
      this.#pair = { speaker, sentence: place.sentence };
    } else if (this.#pair && mentionsTwo(place)) this.#pair.sentence = place.sentence;
  }

  /** The speaker a source names. */
  resolve(place: Place, range: WordRange): Speaker {
    const { field } = place;
    if (range.to - range.from === 1) {
      const taken = this.#pronoun(field.norm[range.from]!, place);
      if (taken) return taken;
    }
    const inside = insideOf(place.mentions, range);
    if (
      this.#pair &&
      mentionsTwo({ ...place, words: range }) &&
      place.sentence - this.#pair.sentence <= PAIR_REACH + 1
    ) {
      return this.#pair.speaker;
    }
    const speaker = this.#named(field, range, inside) ?? this.#byRole(place, range, inside);
    this.#meet(speaker, place, range);
    return speaker;
  }

  #named(field: Field, range: WordRange, inside: readonly Mention[]): Speaker | null {
    const head = headEnd(field, range);
    const people = inside.filter((m) => m.actor?.type === "person" && !isPossessor(field, m.endWord, range));
    const person = people.find((m) => m.endWord <= head) ?? people.find((m) => standsAlone(field, m.fromWord)) ?? null;
    if (person) return speakerOf(person);
    const names = namesIn(field, range, inside).filter((n) => !isPossessor(field, n.to, range));
    const name = names.find((n) => n.to - n.from > 1) ?? names[0];
    if (name) {
      const known = this.#lastName(field.norm[name.to - 1]!);
      if (known) return known;
      const alone = name.to - name.from === 1 && !isTitle(field.norm[name.from - 1] ?? "");
      if (!alone || range.to - range.from === 1) return this.#person(field, name, range, inside);
    }
    if (people[0] && head === range.to) return speakerOf(people[0]);
    const actor = inside.find((m) => m.actor !== null && m.endWord === head) ?? null;
    if (actor) return speakerOf(actor);
    if (range.to - range.from > 3 || this.#role(field, range)) return null;
    const only = inside.find((m) => m.actor !== null && !isPossessor(field, m.endWord, range));
    return only ? speakerOf(only) : null;
  }

  /** Somebody the gazetteer does not know: bloc by the first nationality, place or office among the source's words. */
  #person(field: Field, name: WordRange, range: WordRange, inside: readonly Mention[]): Speaker {
    const near = inside.find((m) => m.fromWord < name.from || m.fromWord >= name.to) ?? null;
    const role = this.#role(field, range);
    return {
      name: textOf(field, name),
      actorId: null,
      bloc: near?.bloc ?? null,
      country: near?.country ?? null,
      kind: role ?? (near?.kind === "media" ? "media" : "citizen"),
    };
  }

  #byRole(place: Place, range: WordRange, inside: readonly Mention[]): Speaker {
    const { field } = place;
    const kind = this.#role(field, range);
    const near = tellingMentions(field, range, inside)[0] ?? null;
    const roles = this.#roleNames(field, range);
    const first = field.norm[range.from]!;
    if (/^(the|this|that)$/.test(first) || near?.adjective === true) {
      const known = this.#met.findLast(
        (k) => roles.some((r) => k.roles.includes(r)) && (near === null || k.speaker.bloc === near.bloc),
      );
      if (known) return known.speaker;
    }
    const owner = /^(its|his|her|their)$/.test(first) ? (this.#met.at(-1)?.speaker ?? null) : null;
    const described = field.norm.slice(range.from, range.to).includes("who");
    const people = kind === null && (near?.adjective === true || described) ? "citizen" : null;
    const own = near && near.kind !== "unnamed" && near.actor?.type !== "place" ? near.kind : "unnamed";
    const shown = kind ?? people ?? own;
    const bloc = near?.bloc ?? owner?.bloc ?? (LOCAL.includes(shown) ? this.#setting(place) : null);
    return {
      name: textOf(field, range),
      actorId: null,
      bloc,
      country: near?.country ?? owner?.country ?? null,
      kind: shown,
    };
  }

  /** The bloc an office without a country belongs to: that of most mentions nearby, else of the article, else null. */
  #setting(place: Place): Bloc | null {
    const nearby = new Map<Bloc, number>();
    for (const m of [...place.before, ...place.mentions]) {
      if (m.kind !== "media") nearby.set(m.bloc, (nearby.get(m.bloc) ?? 0) + 1);
    }
    return majority(nearby) ?? majority(this.#blocs);
  }

  #role(field: Field, range: WordRange): SpeakerKind | null {
    const limit = headEnd(field, range);
    for (let i = limit - 1; i >= range.from; i--) {
      const kind = this.#roles.kindOf(field.norm, i);
      if (kind) return kind;
    }
    for (let i = limit; i < range.to; i++) {
      const kind = this.#roles.kindOf(field.norm, i);
      if (kind) return kind;
    }
    return null;
  }

  #roleNames(field: Field, range: WordRange): string[] {
    const names: string[] = [];
    const limit = headEnd(field, range);
    for (let i = range.from; i < limit; i++) if (this.#roles.kindOf(field.norm, i)) names.push(field.norm[i]!);
    return names;
  }

  #lastName(last: string): Speaker | null {
    return this.#met.findLast((k) => lastWord(k.speaker.name) === last)?.speaker ?? null;
  }

  #pronoun(norm: string, place: Place): Speaker | null {
    if (!PRONOUN.test(norm)) return null;
    if (/^(he|she|who|his|her)$/.test(norm)) {
      const female = norm === "she" || norm === "her";
      const wrong = norm === "who" ? null : female ? "m" : "f";
      const found = this.#met.findLast((k) => !k.plural && (wrong === null || k.gender !== wrong));
      if (found) {
        if (found.gender === null && wrong !== null) found.gender = female ? "f" : "m";
        return found.speaker;
      }
      const person = [...place.before, ...place.mentions].find((m) => m.actor?.type === "person");
      return person ? speakerOf(person) : unnamed(norm);
    }
    if (norm === "they" && this.#pair && place.sentence - this.#pair.sentence <= PAIR_REACH) return this.#pair.speaker;
    if (norm === "i" || norm === "you" || norm === "we") return unnamed(norm);
    return (this.#met.findLast((k) => k.plural) ?? this.#met.at(-1))?.speaker ?? unnamed(norm);
  }

  #meet(speaker: Speaker, place: Place, range: WordRange): void {
    const { field } = place;
    const at = this.#met.findIndex((k) => k.speaker.name === speaker.name);
    const known = at >= 0 ? this.#met.splice(at, 1)[0]! : null;
    const roles = this.#roleNames(field, range);
    const actor = place.mentions.find((m) => m.actor !== null && m.actor.id === speaker.actorId)?.actor ?? null;
    const office = actor ? officeOf(actor.role) : [];
    const many = roles.length > 0 && roles.every((r) => r.endsWith("s"));
    this.#met.push({
      speaker,
      roles: known && roles.length === 0 ? known.roles : rolesAlso([...(known?.roles ?? []), ...roles, ...office]),
      gender: known?.gender ?? genderOf(field, range),
      plural:
        known?.plural ??
        (speaker.kind === "institution" || (speaker.kind === "media" && speaker.actorId !== null) || many),
    });
  }
}

function mentionsTwo({ field, words }: Place): boolean {
  for (let i = words.from; i + 1 < words.to; i++) {
    if (
      field.norm[i] === "two" &&
      /^(men|women|leaders|ministers|presidents|politicians|officials)$/.test(field.norm[i + 1]!)
    ) {
      return true;
    }
  }
  return false;
}

/** The key that holds more than half of the counts, or null. */
function majority(counts: ReadonlyMap<Bloc, number>): Bloc | null {
  let total = 0;
  for (const n of counts.values()) total += n;
  for (const [bloc, n] of counts) if (n * 2 > total) return bloc;
  return null;
}

const insideOf = (mentions: readonly Mention[], range: WordRange): Mention[] =>
  mentions.filter((m) => m.fromWord >= range.from && m.endWord <= range.to);
/** "Ambassador to Paris Alexei Meshkov": a name no preposition or owner governs. */
const standsAlone = (field: Field, word: number): boolean =>
  word > 0 &&
  field.pos[word - 1] !== "ADP" &&
  field.norm[word - 1] !== "to" &&
  !/^(president|minister|chancellor|premier|leader|mr|mrs|ms)$/.test(field.norm[word - 1]!) &&
  !/^['’]/.test(field.text.slice(field.words.end[word - 1], field.words.start[word]));
const textOf = (field: Field, range: WordRange): string =>
  field.text.slice(field.words.start[range.from], field.words.end[range.to - 1]);
const offices = new Map<string, readonly string[]>();
/** Words of an actor's office, remembered: the same few actors recur. */
function officeOf(role: string): readonly string[] {
  const known = offices.get(role);
  if (known) return known;
  const words = splitWords(role).norm;
  offices.set(role, words);
  return words;
}
const lastWord = (name: string): string => splitWords(name).norm.at(-1) ?? "";
const speakerOf = (m: Mention): Speaker => ({
  name: m.name,
  actorId: m.actor?.id ?? null,
  bloc: m.bloc,
  country: m.country,
  kind: m.kind,
});
const unnamed = (name: string): Speaker => ({ name, actorId: null, bloc: null, country: null, kind: "unnamed" });
