import type { Bloc, Speaker, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { RoleWords } from "./cues.ts";
import type { WordRange } from "./nounPhrase.ts";

const TITLES = new Set(
  "president minister prime vice chancellor senator general colonel ambassador secretary spokesman spokeswoman spokesperson mr mrs ms miss dr professor governor mayor mep mp chief deputy foreign defence defense interior sir lord king queen rep sen gen lt col maj director head speaker leader representative premier commander captain first lady adviser advisor envoy state attorney press national security the former then acting new us uk eu un".split(
    " ",
  ),
);
const FEMALE = new Set(
  "she her spokeswoman woman mother wife daughter mrs ms miss lady queen bride chairwoman mum".split(" "),
);
const MALE = new Set("he his spokesman man father husband son mr sir king groom chairman dad".split(" "));

const PRONOUN = /^(he|she|they|it|we|i|you|who)$/;

/** Somebody met in the article and how they can be taken up again. */
interface Known {
  speaker: Speaker;
  roles: string[];
  gender: "f" | "m" | null;
  plural: boolean;
}

/** People and institutions met so far in the article, latest last; resolves names, roles and pronouns. */
export class Memory {
  readonly #met: Known[] = [];
  readonly #roles: RoleWords;

  constructor(roles: RoleWords) {
    this.#roles = roles;
  }

  /** Notes the actors a stretch of words mentions, so that later last names and roles find them. */
  notice(field: Field, range: WordRange, mentions: readonly Mention[]): void {
    if (range.to - range.from === 1 && PRONOUN.test(field.norm[range.from]!)) return;
    const inside = mentions.filter((m) => m.fromWord >= range.from && m.endWord <= range.to);
    const speaker = this.#named(field, range, inside);
    if (speaker) this.#meet(speaker, field, range);
  }

  /** The speaker a source names. `null` words: nobody. */
  resolve(field: Field, range: WordRange, mentions: readonly Mention[]): Speaker {
    const first = field.norm[range.from]!;
    if (range.to - range.from === 1) {
      const taken = this.#pronoun(first);
      if (taken) return taken;
    }
    const inside = mentions.filter((m) => m.fromWord >= range.from && m.endWord <= range.to);
    const speaker = this.#named(field, range, inside) ?? this.#byRole(field, range, inside);
    this.#meet(speaker, field, range);
    return speaker;
  }

  #named(field: Field, range: WordRange, inside: readonly Mention[]): Speaker | null {
    const head = headEnd(field, range);
    const person = inside.findLast((m) => m.actor?.type === "person" && !isPossessor(field, m.endWord, range));
    if (person) return speakerOf(person);
    const names = namesIn(field, range).filter((n) => !inside.some((m) => overlap(m, n)));
    const name = names.find((n) => n.to - n.from > 1) ?? names[0];
    if (name && !isPossessor(field, name.to, range)) {
      const known = this.#lastName(field.norm[name.to - 1]!);
      if (known) return known;
      const role = this.#role(field, range);
      if (name.to - name.from > 1 || TITLES.has(field.norm[name.from - 1] ?? ""))
        return this.#person(field, name, inside, role);
    }
    const actor = inside.find((m) => m.actor !== null && m.endWord === head) ?? null;
    if (actor) return speakerOf(actor);
    if (range.to - range.from <= 3) {
      const only = inside.find((m) => m.actor !== null && !isPossessor(field, m.endWord, range));
      if (only && !this.#role(field, range)) return speakerOf(only);
    }
    return null;
  }

  #person(field: Field, name: WordRange, inside: readonly Mention[], role: SpeakerKind | null): Speaker {
    const near = inside.find((m) => m.fromWord < name.from || m.fromWord >= name.to) ?? null;
    const kind = role ?? "citizen";
    const from = field.words.start[name.from]!;
    return {
      name: field.text.slice(from, field.words.end[name.to - 1]),
      actorId: null,
      bloc: near?.bloc ?? null,
      country: near?.country ?? null,
      kind: near?.kind === "media" && role === null ? "media" : kind,
    };
  }

  #byRole(field: Field, range: WordRange, inside: readonly Mention[]): Speaker {
    const kind = this.#role(field, range);
    const near = inside[0] ?? null;
    const roles = this.#roleNames(field, range);
    const definite = /^(the|this|that|its|his|her|their)$/.test(field.norm[range.from]!) || near?.adjective === true;
    if (definite) {
      const known = this.#met.findLast(
        (k) => roles.some((r) => k.roles.includes(r)) && (near === null || k.speaker.bloc === near.bloc),
      );
      if (known) return known.speaker;
    }
    const people = near?.adjective === true && kind === null ? "citizen" : null;
    return {
      name: field.text.slice(field.words.start[range.from], field.words.end[range.to - 1]),
      actorId: null,
      bloc: near?.bloc ?? this.#inherited(field, range),
      country: near?.country ?? null,
      kind: kind ?? people ?? (near && near.kind !== "unnamed" && near.actor?.type !== "place" ? near.kind : "unnamed"),
    };
  }

  /** "its spokesman", "the ministry": the bloc of the last institution or person of that role. */
  #inherited(field: Field, range: WordRange): Bloc | null {
    const first = field.norm[range.from]!;
    if (/^(its|his|her|their)$/.test(first)) return this.#met.at(-1)?.speaker.bloc ?? null;
    return null;
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
    for (let i = range.from; i < range.to; i++) if (this.#roles.kindOf(field.norm, i)) names.push(field.norm[i]!);
    return names;
  }

  #lastName(last: string): Speaker | null {
    return this.#met.findLast((k) => k.speaker.name.toLowerCase().split(/[\s-]/).at(-1) === last)?.speaker ?? null;
  }

  #pronoun(norm: string): Speaker | null {
    if (norm === "he" || norm === "she" || norm === "who") {
      const wrong = norm === "he" ? "f" : "m";
      const people = this.#met.filter((k) => !k.plural && k.gender !== wrong);
      const found = people.at(-1) ?? this.#met.at(-1);
      if (found && found.gender === null && norm !== "who") found.gender = norm === "she" ? "f" : "m";
      return found?.speaker ?? unnamed(norm);
    }
    if (norm === "they" || norm === "it" || norm === "we") {
      return (this.#met.findLast((k) => k.plural) ?? this.#met.at(-1))?.speaker ?? unnamed(norm);
    }
    return norm === "i" || norm === "you" ? unnamed(norm) : null;
  }

  #meet(speaker: Speaker, field: Field, range: WordRange): void {
    const roles = this.#roleNames(field, range);
    const at = this.#met.findIndex((k) => k.speaker.name === speaker.name);
    const known = at >= 0 ? this.#met.splice(at, 1)[0]! : null;
    const person = speaker.kind !== "institution" && speaker.kind !== "media" && !(roles.at(-1) ?? "").endsWith("s");
    this.#met.push({
      speaker,
      roles: [...new Set([...(known?.roles ?? []), ...roles])],
      gender: known?.gender ?? genderOf(field, range),
      plural: known?.plural ?? !person,
    });
  }
}

function genderOf(field: Field, range: WordRange): "f" | "m" | null {
  for (let i = range.from; i < range.to; i++) {
    if (FEMALE.has(field.norm[i]!)) return "f";
    if (MALE.has(field.norm[i]!)) return "m";
  }
  return null;
}

/** Where the head of a source ends: before its first comma, "of", "for", "at", "in", "to" or relative clause. */
function headEnd(field: Field, range: WordRange): number {
  for (let i = range.from + 1; i < range.to; i++) {
    const gap = field.text.slice(field.words.end[i - 1], field.words.start[i]);
    if (/[,(]/.test(gap) || /^(of|for|at|in|to|who|from|with|on|which|that)$/.test(field.norm[i]!)) return i;
  }
  return range.to;
}

/** "Russia's ministry": the name only owns what speaks. */
const isPossessor = (field: Field, wordEnd: number, range: WordRange): boolean =>
  wordEnd < range.to && /^['’]/.test(field.text.slice(field.words.end[wordEnd - 1], field.words.end[wordEnd - 1]! + 1));

const overlap = (m: Mention, n: WordRange): boolean => m.fromWord < n.to && m.endWord > n.from;

/** Runs of capitalised words that are no titles: names of people the gazetteer may not know. */
function namesIn(field: Field, range: WordRange): WordRange[] {
  const names: WordRange[] = [];
  for (let i = range.from; i < range.to; i++) {
    if (!isName(field, i)) continue;
    let to = i + 1;
    while (
      to < range.to &&
      (isName(field, to) || isParticle(field, to, range)) &&
      /^[-\s.’']{1,2}$/.test(field.text.slice(field.words.end[to - 1], field.words.start[to]))
    )
      to++;
    names.push({ from: i, to });
    i = to;
  }
  return names;
}

const isName = (field: Field, i: number): boolean =>
  field.words.capital[i] === true &&
  !TITLES.has(field.norm[i]!) &&
  !/^\d/.test(field.norm[i]!) &&
  field.pos[i] !== "DET";
const isParticle = (field: Field, i: number, range: WordRange): boolean =>
  /^(von|van|de|der|den|bin|al|el|la|le|du|di)$/.test(field.norm[i]!) &&
  i + 1 < range.to &&
  field.words.capital[i + 1] === true;

const speakerOf = (m: Mention): Speaker => ({
  name: m.name,
  actorId: m.actor?.id ?? null,
  bloc: m.bloc,
  country: m.country,
  kind: m.kind,
});
const unnamed = (name: string): Speaker => ({ name, actorId: null, bloc: null, country: null, kind: "unnamed" });
