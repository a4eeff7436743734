import type { Bloc } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { heldInText } from "./headlines.ts";
import type { Place } from "./place.ts";
import type { WordRange } from "./view.ts";

/** Which bloc an article and a sentence are about: where an office without a country belongs. */
export class Setting {
  readonly #blocs = new Map<Bloc, number>();
  readonly #fields: Field[] = [];
  /** Of places something happens in or at; counted when first asked for. */
  #places: Map<Bloc, number> | null = null;

  /** Where the report was written, by its first words: "LIMA, March 6." */
  #dateline: Bloc | null = null;

  /** The ministry of defence the article names in full, where it names that of one state only. */
  #defence: Mention | null | undefined;

  /** The ministry "MoD" stands for; null where the article names none, or several. */
  get defence(): Mention | null {
    return this.#defence ?? null;
  }

  /** Counts the places, people and nationalities of one field. */
  survey(field: Field): void {
    const [first] = field.mentions;
    if (first?.fromWord === 0 && field.in === "text" && isDateline(field, first)) this.#dateline = first.bloc;
    count(this.#blocs, field.mentions);
    for (const m of field.mentions) {
      if (m.actor?.role !== "Ministry" || m.end - m.start < 4 || !/defen[cs]e/i.test(m.name)) continue;
      this.#defence = this.#defence === undefined || this.#defence?.actor === m.actor ? m : null;
    }
    this.#fields.push(field);
    this.#places = null;
  }

  /** The bloc of most places the sentence, or the one before, puts something in, else the article; null where none does. */
  where(place: Place): Bloc | null {
    const nearby = new Map<Bloc, number>();
    countPlaces(nearby, place.field, place.before);
    countPlaces(nearby, place.field, place.mentions);
    return majority(nearby) ?? (nearby.size > 0 ? null : majority(this.#allPlaces()));
  }

  #allPlaces(): ReadonlyMap<Bloc, number> {
    if (this.#places) return this.#places;
    this.#places = new Map();
    for (const field of this.#fields) countPlaces(this.#places, field, field.mentions);
    return this.#places;
  }

  /** The bloc all of two or more mentions nearby agree on, else null: for somebody named, whose office is not placed. */
  agreed(place: Place): Bloc | null {
    const [only, another] = near(place);
    return only && !another && only[1] > 1 ? only[0] : null;
  }

  /** The bloc of the body or office the sentence before begins with. */
  acting(place: Place): Bloc | null {
    return place.before[0]?.actor?.type === "institution" ? actingIn(place) : null;
  }

  /** Whose "the ministry" is by the dateline, unless another state's is named just before word `at`. */
  home(place: Place, at: number): Bloc | null {
    const home = this.#dateline;
    if (home === null) return null;
    const another = (m: Mention): boolean => m.endWord <= at && m.bloc !== home && isGovernment(place.field, m);
    return place.before.some(another) || place.mentions.some(another) ? null : home;
  }

  /** Whose a headline's bare office is by the text. */
  headline(place: Place, range: WordRange): Bloc | null {
    return place.field.in === "title" ? heldInText(this.#fields, place.field, range) : null;
  }

  /** The bloc of the officials the sentence before begins with: "US officials", "Chilean authorities". */
  officials(place: Place): Bloc | null {
    const [first] = place.before;
    if (!first) return null;
    const named = first.adjective || OFFICIALS.test(place.field.norm[first.endWord] ?? "");
    return named ? actedBefore(place) : null;
  }

  /** The bloc, where a mention nearby is of it. */
  has(place: Place, bloc: Bloc): Bloc | null {
    return near(place).has(bloc) ? bloc : null;
  }

  /** The bloc of most mentions nearby, where the place, `there`, is of it, or without one the whole article. */
  surely(place: Place, there: Bloc | null): Bloc | null {
    const around = this.of(place);
    return around === (there ?? majority(this.#blocs)) ? around : null;
  }

  /**
   * The bloc of most mentions nearby, else of the article, else null. A body of a state (`organ`) acts in many places:
   * it goes on with whose officials or bodies the sentence before begins with.
   */
  of(place: Place, organ = false): Bloc | null {
    const acting = organ ? actingIn(place) : null;
    if (acting) return acting;
    return majority(near(place)) ?? majority(this.#blocs) ?? this.#dateline;
  }
}

/** "LIMA, March 6.", "LIMA (Wire)": a place in capitals that no sentence goes on with. */
const isDateline = ({ text, words }: Field, first: Mention): boolean =>
  /^\p{Lu}{4,}$/u.test(text.slice(first.start, first.end)) &&
  /[,.:(/–—-]/.test(text.slice(first.end, words.start[first.endWord] ?? first.end));

/** "the Chilean ministry", "Chile's government", a ministry by its name. */
const isGovernment = ({ norm, text }: Field, m: Mention): boolean =>
  m.kind !== "media" &&
  ((m.actor?.type === "institution" && /ministry|government/i.test(m.actor.role)) ||
    ((m.adjective || /[’']/.test(text[m.end] ?? "")) &&
      (OF_STATE.test(norm[m.endWord] ?? "") || OF_STATE.test(norm[m.endWord + 1] ?? ""))));
const OF_STATE = /^(?:ministry|government|minister|president|authorities|officials?|parliament|cabinet|presidency)$/;

/** Bloc of the office, body or nationality with an office the sentence, or the one before, begins with. */
function actingIn(place: Place): Bloc | null {
  const { field, mentions, words } = place;
  // "Berg ordered it, the ministry said": who acts in the sentence itself.
  const opens = mentions[0];
  const titled = opens?.adjective === true && mentions[1]?.actor?.type === "person" && opens.bloc === mentions[1].bloc;
  const here = titled ? mentions[1] : opens;
  if (
    here &&
    here.fromWord - words.from <= (titled ? 4 : 2) &&
    here.actor &&
    here.actor.type !== "place" &&
    here.kind !== "media"
  ) {
    const acts = !here.adjective && field.pos[here.fromWord - 1] !== "ADP" && field.text[here.end] === " ";
    if (acts && /^(?:official|institution|military)$/.test(here.kind)) return here.bloc;
  }
  return actedBefore(place);
}

/** The same of the sentence before alone. */
function actedBefore({ field, before }: Place): Bloc | null {
  const [first] = before;
  if (!first) return null;
  const sentence = field.sentences.findLast((s) => s.fromWord <= first.fromWord);
  if (!sentence || first.fromWord - sentence.fromWord > 2 || field.pos[first.fromWord - 1] === "ADP") return null;
  if (!first.adjective) return /^(?:official|institution|military)$/.test(first.kind) ? first.bloc : null;
  return OFFICIALS.test(field.norm[first.endWord] ?? "") ? first.bloc : null;
}
const OFFICIALS =
  /^(?:officials?|authorities|government|military|army|ministry|president|minister|defen[cs]e|foreign|state|leaders?|commanders?|generals?)$/;

/** Mentions of the sentence and the one before by bloc; what somebody is quoted to speak of does not tell where they are. */
function near({ before, mentions, quoteOf }: Place): Map<Bloc, number> {
  const nearby = new Map<Bloc, number>();
  for (const list of [before, mentions])
    count(
      nearby,
      list.filter((m) => quoteOf[m.fromWord]! < 0),
    );
  return nearby;
}

function count(into: Map<Bloc, number>, mentions: readonly Mention[]): void {
  for (const m of mentions) if (m.kind !== "media") into.set(m.bloc, (into.get(m.bloc) ?? 0) + 1);
}

/** "in Chile", "near the northern city of Arica": places, not states that act. */
function countPlaces(into: Map<Bloc, number>, { norm, pos }: Field, mentions: readonly Mention[]): void {
  for (const m of mentions) {
    if (m.adjective || m.kind === "media" || m.actor?.type === "person") continue;
    let at = m.fromWord - 1;
    while (at >= 0 && m.fromWord - at < 4 && /^(?:DET|ADJ|NUM)$/.test(pos[at]!)) at--;
    if (at >= 0 && IN.test(norm[at]!)) into.set(m.bloc, (into.get(m.bloc) ?? 0) + 1);
  }
}
const IN = /^(?:in|at|near|around|outside|inside|across|throughout|city|town|village|region|province|capital)$/;

/** The key that holds more than half of the counts, or null. */
function majority(counts: ReadonlyMap<Bloc, number>): Bloc | null {
  let total = 0;
  for (const n of counts.values()) total += n;
  for (const [bloc, n] of counts) if (n * 2 > total) return bloc;
  return null;
}
