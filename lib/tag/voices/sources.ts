import type { Bloc, Speaker, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field, Sentence } from "#lib/tag/read/readArticle.ts";
import type { PhraseHit } from "#lib/tag/read/phrases.ts";
import type { CueRule } from "./cues.ts";

/** A phrase that may name who speaks, as a range of words. */
export interface Source {
  from: number;
  to: number;
  start: number;
  end: number;
  speaker: Speaker;
  /** Governed by a preposition or followed by 's: cannot be a verb's subject. */
  object: boolean;
  possessive: boolean;
  role: boolean;
  pronoun: "one" | "many" | null;
  unnamed: boolean;
}

const PREPOSITIONS = new Set(
  "with to by from of in for against at on between into about toward towards near over under than like including via inside across after before during since".split(
    " ",
  ),
);
const SKIPPED = new Set(
  "the a an its his her their former new then acting deputy senior top special chief prime foreign".split(" "),
);
const TITLES = new Set(
  "president minister prime chancellor senator general colonel ambassador secretary spokesman spokeswoman spokesperson mr mrs ms dr professor governor mayor mep mp chief deputy foreign defence defense sir lord king".split(
    " ",
  ),
);
const NOT_NAMES = new Set(
  "the a an this that these those in on at as but and or if when while after before however meanwhile also it he she they we you i there his her its their our what who how why where which for from with by to of no not yet so then now more most many some all both each monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
);

/** People met so far in the article, for last names, roles and pronouns. */
export class Memory {
  readonly #byName = new Map<string, Speaker>();
  readonly #byRole: { role: string; bloc: Bloc | null; speaker: Speaker }[] = [];

  meet(speaker: Speaker, role: string | null): void {
    const parts = speaker.name.split(" ");
    const last = parts.at(-1)?.toLowerCase();
    if (last !== undefined && parts.length > 1) this.#byName.set(last, speaker);
    if (role !== null) this.#byRole.push({ role, bloc: speaker.bloc, speaker });
  }
  named(last: string): Speaker | undefined {
    return this.#byName.get(last);
  }
  inRole(role: string, bloc: Bloc | null): Speaker | undefined {
    return this.#byRole.findLast((r) => r.role === role && (bloc === null || r.bloc === bloc))?.speaker;
  }
}

/** Every source phrase of a sentence in reading order. */
export function sourcesOf(
  field: Field,
  sentence: Sentence,
  hits: readonly PhraseHit<CueRule>[],
  memory: Memory,
): Source[] {
  const mentions = field.mentions.filter((m) => m.fromWord >= sentence.fromWord && m.endWord <= sentence.toWord);
  const sources: Source[] = [];
  const taken = new Set<number>();
  const add = (from: number, to: number, speaker: Speaker, more: Partial<Source> = {}): void => {
    const start = field.words.start[from]!;
    const end = field.words.end[to - 1]!;
    const possessive = /^['’](s\b|\s)/.test(field.text.slice(end, end + 3));
    sources.push({
      from,
      to,
      start,
      end,
      speaker,
      possessive,
      object: possessive || governed(field, sentence, from),
      role: false,
      pronoun: null,
      unnamed: false,
      ...more,
    });
    for (let i = from; i < to; i++) taken.add(i);
  };
  for (const m of mentions) {
    if (m.adjective) continue;
    const extended = extendInstitution(field, m, sentence);
    const speaker = speakerOf(m);
    add(m.fromWord, extended, speaker);
    if (m.actor?.type === "person") memory.meet(speaker, roleBefore(field, m.fromWord, hits));
  }
  for (const [from, to] of properNames(field, sentence, taken)) {
    const parts = field.text.slice(field.words.start[from], field.words.end[to - 1]).split(/\s+/);
    const name = parts.filter((p) => !TITLES.has(p.toLowerCase())).join(" ");
    const known = memory.named(field.norm[to - 1]!);
    if (to - from === 1 && !known) continue;
    if (name === "") continue;
    const near = nearAdjective(mentions, from, to);
    const speaker = known ?? unknownPerson(name, near);
    add(from, to, speaker);
    if (!known) memory.meet(speaker, roleBefore(field, from, hits));
  }
  for (const hit of hits) {
    if (hit.rule.type !== "role" && hit.rule.type !== "unnamed") continue;
    if (taken.has(hit.from) || taken.has(hit.to - 1)) continue;
    if (hit.rule.type === "unnamed") {
      const near = nearAdjective(mentions, hit.from, hit.to);
      add(hit.from, hit.to, unnamed(field, hit, near), { unnamed: true });
    } else if (!namesSomebody(sources, hit.to)) {
      const near = nearAdjective(mentions, hit.from, hit.to);
      const role = field.norm.slice(hit.from, hit.to).join(" ");
      const known = memory.inRole(role, near?.bloc ?? null);
      const speaker = known ?? roleSpeaker(field, hit, hit.rule.kind, near);
      add(near && near.fromWord < hit.from ? near.fromWord : hit.from, hit.to, speaker, { role: true });
    }
  }
  for (let i = sentence.fromWord; i < sentence.toWord; i++) {
    const word = field.norm[i]!;
    if (word !== "he" && word !== "she" && word !== "they") continue;
    add(i, i + 1, nobody(word), { pronoun: word === "they" ? "many" : "one" });
  }
  return sources.toSorted((a, b) => a.from - b.from);
}

export const speakerOf = (m: Mention): Speaker => ({
  name: m.name,
  actorId: m.actor?.id ?? null,
  bloc: m.bloc,
  country: m.country,
  kind: m.kind,
});
const nobody = (name: string): Speaker => ({ name, actorId: null, bloc: null, country: null, kind: "unnamed" });
const unknownPerson = (name: string, near: Mention | null): Speaker => ({
  name,
  actorId: null,
  bloc: near?.bloc ?? null,
  country: near?.country ?? null,
  kind: "official",
});

function roleSpeaker(field: Field, hit: PhraseHit<CueRule>, kind: SpeakerKind, near: Mention | null): Speaker {
  const from = near && near.fromWord < hit.from ? near.fromWord : hit.from;
  return {
    name: field.text.slice(field.words.start[from], field.words.end[hit.to - 1]),
    actorId: null,
    bloc: near?.bloc ?? null,
    country: near?.country ?? null,
    kind,
  };
}

function unnamed(field: Field, hit: PhraseHit<CueRule>, near: Mention | null): Speaker {
  const name = field.text.slice(field.words.start[hit.from], field.words.end[hit.to - 1]);
  const media = /media|report|press|outlet|newspaper/i.test(name);
  return {
    name,
    actorId: null,
    bloc: media ? null : (near?.bloc ?? null),
    country: near?.country ?? null,
    kind: media ? "media" : "unnamed",
  };
}

function governed(field: Field, sentence: Sentence, from: number): boolean {
  let i = from - 1;
  while (
    i >= sentence.fromWord &&
    (SKIPPED.has(field.norm[i]!) ||
      (field.words.capital[i] === true && !PREPOSITIONS.has(field.norm[i]!) && i > sentence.fromWord))
  )
    i--;
  return i >= sentence.fromWord && PREPOSITIONS.has(field.norm[i]!);
}

function nearAdjective(mentions: readonly Mention[], from: number, to: number): Mention | null {
  const before = mentions.findLast((m) => m.endWord <= from && from - m.endWord <= 3 && m.adjective);
  return before ?? mentions.find((m) => m.fromWord >= to && m.fromWord - to <= 3) ?? null;
}

const namesSomebody = (sources: readonly Source[], after: number): boolean =>
  sources.some((s) => s.from >= after && s.from - after <= 3 && !s.object && !s.role && s.speaker.actorId !== null) ||
  sources.some((s) => s.from === after);

function roleBefore(field: Field, from: number, hits: readonly PhraseHit<CueRule>[]): string | null {
  const role = hits.findLast((h) => h.rule.type === "role" && h.to <= from && from - h.to <= 3);
  if (!role) return null;
  return field.norm.slice(role.from, role.to).join(" ");
}

/** "Russian Foreign Ministry" reads as one source when the gazetteer knows only part of it. */
function extendInstitution(field: Field, m: Mention, sentence: Sentence): number {
  let to = m.endWord;
  while (
    to < sentence.toWord &&
    to - m.endWord < 3 &&
    /^(ministry|government|officials|administration|authorities|delegation|side)$/.test(field.norm[to]!)
  )
    to++;
  return to;
}

function properNames(field: Field, sentence: Sentence, taken: ReadonlySet<number>): [number, number][] {
  const names: [number, number][] = [];
  for (let i = sentence.fromWord; i < sentence.toWord; i++) {
    if (!isNamePart(field, i, taken)) continue;
    let to = i + 1;
    while (
      to < sentence.toWord &&
      isNamePart(field, to, taken) &&
      /^\s+$|^[-. ]+$/.test(field.text.slice(field.words.end[to - 1], field.words.start[to]))
    )
      to++;
    names.push([i, to]);
    i = to;
  }
  return names;
}

const isNamePart = (field: Field, i: number, taken: ReadonlySet<number>): boolean =>
  field.words.capital[i] === true && !taken.has(i) && !NOT_NAMES.has(field.norm[i]!) && !/^\d/.test(field.norm[i]!);
