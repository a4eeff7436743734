import type { Speaker } from "#lib/domain/speaker.ts";
import { speakerOf, type Place } from "./place.ts";

/** How many sentences later "they" may still mean a pair. */
const PAIR_REACH = 2;

/** Two people one sentence names are "the two men" and "they" of the next ones. */
export class Pairs {
  #pair: { speaker: Speaker; sentence: number } | null = null;

  /** Notes the two people of a sentence; "the two men" keep them in mind. */
  notice(place: Place): void {
    const people = place.mentions.filter((m) => m.actor?.type === "person");
    const two = people.length < 2 ? [] : [...new Map(people.map((m) => [m.name, speakerOf(m)])).values()];
    const [a, b] = two;
    if (a && b && two.length === 2) {
      const bloc = a.bloc === b.bloc ? a.bloc : null;
      const country = a.country === b.country ? a.country : null;
      const speaker = { name: `${a.name} and ${b.name}`, actorId: null, bloc, country, kind: a.kind };
      this.#pair = { speaker, sentence: place.sentence };
    } else if (this.#pair && mentionsTwo(place)) this.#pair.sentence = place.sentence;
  }

  /** The pair "the two men" within `place.words` stand for. */
  named(place: Place): Speaker | null {
    return this.#pair && place.sentence - this.#pair.sentence <= PAIR_REACH + 1 && mentionsTwo(place)
      ? this.#pair.speaker
      : null;
  }

  /** The pair "they" may stand for. */
  they(sentence: number): Speaker | null {
    return this.#pair && sentence - this.#pair.sentence <= PAIR_REACH ? this.#pair.speaker : null;
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
