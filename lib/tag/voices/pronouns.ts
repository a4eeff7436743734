import type { Speaker } from "#lib/domain/speaker.ts";
import { genderOfName } from "./givenNames.ts";
import type { Knowledge, Known } from "./knowledge.ts";
import { speakerOf, unnamed, type Place } from "./place.ts";

const PRONOUN = new Set("he she they it we i you who his her their its him them".split(" "));
export const isPronoun = (norm: string): boolean => PRONOUN.has(norm);
/** Sentences back to which "they" may mean a group; farther, or with nobody but single persons met, it means nobody known. */
const THEY_WITHIN = 3;

/** Whom a pronoun at word `at` means, an unnamed speaker where that is not told; null for a word that is no pronoun. */
export function pronounOf({ met, pairs }: Knowledge, norm: string, place: Place, at: number): Speaker | null {
  if (!isPronoun(norm)) return null;
  if (/^(he|she|who|his|her|him)$/.test(norm)) return heOrShe(met, place, norm, at) ?? unnamed(norm);
  const pair = norm === "they" || norm === "them" ? pairs.they(place.sentence) : null;
  if (pair) return pair;
  if (norm === "i" || norm === "you" || norm === "we") return unnamed(norm);
  if (norm === "they") {
    const group = met.findLast(
      // "A paper spoke to sailors. They said": not who asks.
      (k) => k.plural && k.speaker.kind !== "media" && place.sentence - k.sentence <= THEY_WITHIN,
    );
    if (group) return group.speaker;
    // "a spokesperson said … They added": one person whose gender nobody is to know.
    const one = met.at(-1);
    const hidden = one?.person === true && one.gender === null && /^(?:\p{Ll}|An? )/u.test(one.speaker.name);
    return hidden && place.sentence - one.sentence <= 1 ? one.speaker : unnamed(norm);
  }
  return (met.findLast((k) => k.plural) ?? met.at(-1))?.speaker ?? unnamed(norm);
}

/** Whose "his lawyer", "their army" is, by its first word; null where nobody's. */
export function ownerOf(knowledge: Knowledge, first: string, place: Place, at: number): Speaker | null {
  if (first === "his" || first === "her") return pronounOf(knowledge, first, place, at);
  return first === "its" || first === "their" ? (knowledge.met.at(-1)?.speaker ?? null) : null;
}

/** Behind these a pronoun mostly takes up who the same sentence named. */
const SUBORDINATES =
  /^(?:after|before|when|while|as|since|because|if|until|although|though|where|which|that|whom|what|and|but)$/;

/** Whom "he", "she", "who" at word `at` mean; null where nobody fits. */
function heOrShe(met: readonly Known[], place: Place, norm: string, at: number): Speaker | null {
  const female = norm === "she" || norm === "her";
  const wrong = norm === "who" ? null : female ? "m" : "f";
  const found = met.findLast((k) => k.person && (wrong === null || k.gender !== wrong));
  if (!found || found.sentence < place.sentence) {
    const named = namedBefore(place, at, wrong);
    if (named) return named;
  }
  // Whom a speaker names inside a quotation is not who goes on speaking.
  const named = place.before.findLast(
    (m) =>
      m.actor?.type === "person" &&
      place.quoteOf[m.fromWord]! < 0 &&
      (wrong === null || genderOfName(m.name) !== wrong),
  );
  if (named && (!found || found.sentence < place.sentence - 1)) return speakerOf(named);
  if (found) {
    if (found.gender === null && wrong !== null) found.gender = female ? "f" : "m";
    // Who is taken up again is who the next pronoun takes up.
    found.sentence = place.sentence;
    return found.speaker;
  }
  const person = place.mentions.find((m) => m.actor?.type === "person");
  return person ? speakerOf(person) : null;
}

/** "a blow to Putin after he announced": the one person of fitting gender named before in the sentence. */
function namedBefore({ field, mentions, words }: Place, at: number, wrong: "f" | "m" | null): Speaker | null {
  if (/^(?:he|she|his|her)$/.test(field.norm[words.from]!) || !SUBORDINATES.test(field.norm[at - 1] ?? "")) return null;
  const people = mentions.filter((m) => m.actor?.type === "person" && m.endWord <= at);
  const [only] = people;
  if (!only || people.some((m) => m.name !== only.name)) return null;
  return genderOfName(only.name) === wrong && wrong !== null ? null : speakerOf(only);
}
