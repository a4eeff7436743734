import type { Speaker } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { WordRange } from "./view.ts";
import type { Place } from "./place.ts";

/** How many sentences later "they" may still mean a pair. */
const PAIR_REACH = 2;

/** Two people one sentence names are "the two men" and "they" of the next ones. */
export class Pairs {
  #pair: { speaker: Speaker; sentence: number } | null = null;

  /** Notes the two people of a sentence; "the two men" keep them in mind. */
  notice(place: Place): void {
    let a: Mention | null = null;
    let b: Mention | null = null;
    let more = false;
    for (const m of place.mentions) {
      if (m.actor?.type !== "person") continue;
      // Of mentions of one name the last tells.
      if (a === null || a.name === m.name) a = m;
      else if (b === null || b.name === m.name) b = m;
      else more = true;
    }
    if (a && b && !more) {
      const bloc = a.bloc === b.bloc ? a.bloc : null;
      const country = a.country === b.country ? a.country : null;
      const speaker = { name: `${a.name} and ${b.name}`, actorId: null, bloc, country, kind: a.kind };
      this.#pair = { speaker, sentence: place.sentence };
    } else if (this.#pair && mentionsTwo(place, place.words)) this.#pair.sentence = place.sentence;
  }

  /** The pair "the two men" within some words of a sentence stand for. */
  named(place: Place, words: WordRange): Speaker | null {
    return this.#pair && place.sentence - this.#pair.sentence <= PAIR_REACH + 1 && mentionsTwo(place, words)
      ? this.#pair.speaker
      : null;
  }

  /** The pair "they" may stand for. */
  they(sentence: number): Speaker | null {
    return this.#pair && sentence - this.#pair.sentence <= PAIR_REACH ? this.#pair.speaker : null;
  }
}

function mentionsTwo({ field }: Place, words: WordRange): boolean {
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
