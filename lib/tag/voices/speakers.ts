import type { Speaker } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { partyAndState } from "./again.ts";
import type { RoleWords } from "./cues.ts";
import { genderOf, genderOfName } from "./givenNames.ts";
import type { Knowledge, Known } from "./knowledge.ts";
import { bearerOf } from "./nameBearers.ts";
import { isOrganisation, namesIn } from "./names.ts";
import { endsOf, officeOf } from "./offices.ts";
import { Pairs } from "./pairs.ts";
import { insideOf, placed, speakerOf, type Place } from "./place.ts";
import { isPronoun, pronounOf } from "./pronouns.ts";
import { bearerOrHolder } from "./roleHolders.ts";
import { rolesAlso } from "./rolesAlso.ts";
import { Setting } from "./setting.ts";
import { severalSpeakers } from "./several.ts";
import { headEnd } from "./sourceHead.ts";
import type { WordRange } from "./view.ts";

/** People and institutions met so far in the article, latest last; resolves names, roles and pronouns. */
export class Memory {
  readonly #met: Known[] = [];
  readonly #pairs = new Pairs();
  readonly #setting = new Setting();
  readonly #people = new Map<string, Speaker>();
  readonly #given = new Map<string, Speaker | null>();
  /** All of these, as those read them who tell what names and roles stand for. */
  readonly #knowledge: Knowledge;

  constructor(roles: RoleWords) {
    this.#knowledge = {
      roles,
      met: this.#met,
      pairs: this.#pairs,
      setting: this.#setting,
      people: this.#people,
      given: this.#given,
    };
  }

  /** Counts which bloc's places, people and nationalities an article is about. */
  survey(field: Field): void {
    this.#setting.survey(field);
    for (const m of field.mentions) {
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
    if (range.to - range.from === 1 && isPronoun(place.field.norm[range.from]!)) return;
    const speaker = bearerOf(this.#knowledge, place, range, insideOf(place.mentions, range));
    if (speaker) this.#meet(speaker, place, range);
  }

  /** Makes somebody met by name the latest again. */
  takeUp({ name }: Speaker): void {
    if (!/^(?!The |An? )\p{Lu}/u.test(name)) return;
    const at = this.#met.findLastIndex((k) => k.speaker.name === name);
    if (at >= 0 && this.#met[at]!.person) this.#met.push(...this.#met.splice(at, 1));
  }

  /** Notes who a sentence without a subject of its own introduces: "We asked Ada Berg, a pilot from Lima." */
  introduce(place: Place): void {
    const { field, mentions, words } = place;
    const named = namesIn(field, words, mentions).filter(
      ({ from, to }) =>
        to - from > 1 &&
        field.text[field.words.end[to - 1]!] === "," &&
        /^(?:an?|the)$/.test(field.norm[to] ?? "") &&
        !isOrganisation(field, from, to),
    );
    const [only] = named;
    if (only && named.length === 1) this.notice(place, only);
  }

  /** Notes the people of a sentence, so that "the two men" and "they" can be told. */
  pairUp(place: Place): void {
    this.#pairs.notice(place);
  }

  /** The speaker a source names. */
  resolve(place: Place, range: WordRange): Speaker {
    const { field } = place;
    if (range.to - range.from === 1) {
      const taken = pronounOf(this.#knowledge, field.norm[range.from]!, place, range.from);
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
    const told = bearerOrHolder(this.#knowledge, place, words, inside);
    const speaker = party > 0 && told.bloc === null ? placed(told, "west", "official") : told;
    this.#meet(speaker, place, words);
    return speaker;
  }

  #meet(speaker: Speaker, place: Place, range: WordRange): void {
    const { field } = place;
    const met = this.#met;
    let at = met.length - 1;
    while (at >= 0 && met[at]!.speaker.name !== speaker.name) at--;
    const known = at >= 0 ? met.splice(at, 1)[0]! : null;
    const roles = this.#knowledge.roles.rolesOf(field, range);
    const actor = actorOf(speaker, place);
    const office = actor ? officeOf(actor.role) : [];
    const many = (roles.length > 0 && roles.every((r) => r.endsWith("s"))) || SEVERAL.test(speaker.name);
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

/** More than one, though no role tells. */
const SEVERAL = /^(?:\p{L}+ )?(?:others|some|men|women|people)$/iu;

/** Whoever bears a name or a role, or is called by what a person is; "the levy", "one theory" are nobody. */
const isSomebody = ({ kind, name }: Speaker, roles: readonly string[]): boolean =>
  kind !== "unnamed" ||
  roles.length > 0 ||
  /(?:\b\p{Lu}[\p{Ll}’'-]+|-old|\b(?:one|other|man|woman|[\p{Ll}]+(?:[^dv]er|ist|ian|ee)))$/u.test(name);

/** Who of the codebook a speaker is, as far as the sentence names them. */
function actorOf({ actorId }: Speaker, { mentions }: Place): Mention["actor"] {
  if (actorId === null) return null;
  for (const { actor } of mentions) if (actor?.id === actorId) return actor;
  return null;
}
