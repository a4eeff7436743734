import type { Bloc } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Place } from "./place.ts";

/** Which bloc an article and a sentence are about: where an office without a country belongs. */
export class Setting {
  readonly #blocs = new Map<Bloc, number>();

  /** Counts the places, people and nationalities of one field. */
  survey(mentions: readonly Mention[]): void {
    count(this.#blocs, mentions);
  }

  /** The bloc all of two or more mentions nearby agree on, else null: for somebody named, whose office is not placed. */
  agreed(place: Place): Bloc | null {
    const nearby = new Map<Bloc, number>();
    count(nearby, place.before);
    count(nearby, place.mentions);
    const [only, another] = nearby;
    return only && !another && only[1] > 1 ? only[0] : null;
  }

  /** The bloc, where a mention nearby is of it. */
  has(place: Place, bloc: Bloc): Bloc | null {
    return [...place.before, ...place.mentions].some((m) => m.bloc === bloc && m.kind !== "media") ? bloc : null;
  }

  /** The bloc of most mentions nearby, else of the article, else null. */
  of(place: Place): Bloc | null {
    const nearby = new Map<Bloc, number>();
    count(nearby, place.before);
    count(nearby, place.mentions);
    return majority(nearby) ?? majority(this.#blocs);
  }
}

function count(into: Map<Bloc, number>, mentions: readonly Mention[]): void {
  for (const m of mentions) if (m.kind !== "media") into.set(m.bloc, (into.get(m.bloc) ?? 0) + 1);
}

/** The key that holds more than half of the counts, or null. */
function majority(counts: ReadonlyMap<Bloc, number>): Bloc | null {
  let total = 0;
  for (const n of counts.values()) total += n;
  for (const [bloc, n] of counts) if (n * 2 > total) return bloc;
  return null;
}
