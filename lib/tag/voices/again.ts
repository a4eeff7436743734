import type { Speaker } from "#lib/domain/speaker.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { WordRange } from "./nounPhrase.ts";
import type { Place } from "./place.ts";

/** Somebody met, as far as what they are can be taken up again. */
export interface Met {
  speaker: Speaker;
  person: boolean;
  sentence: number;
}

/** Sentences within which "the statement" is the last speaker's. */
const STATEMENT_WITHIN = 2;

/** Written things: whose they are the words around them tell, never what they are about. */
export const isWriting = (norm: string): boolean => WRITING.test(norm);
const WRITING =
  /^(?:reports?|accounts?|documents?|data|figures|tally|tallies|estimates?|polls?|surveys?|study|studies|readout|statement|video|footage|letter|article|story|message|update|findings|post|tweet|review|investigation)$/;

/** "a statement from the ministry": the words behind "from" or "by". */
export function authorOf({ norm }: Field, range: WordRange): WordRange | null {
  for (let i = range.from + 1; i < range.to - 1; i++)
    if (norm[i] === "from" || norm[i] === "by") return { from: i + 1, to: range.to };
  return null;
}

const OF_MEDIA =
  /^(?:report|article|story|outlet|paper|newspaper|channel|network|broadcaster|agency|publication|magazine|website|tabloid|daily|journal)$/;
const OF_SPEAKER = /^(?:statement|message|post|tweet|letter)$/;
const FORCE = /^(?:military|army)$/;
const FORCES = /defen[cs]e|military|army|armed|forces|staff|navy/i;

/** Who "the report", "the statement", "the military" take up again by what it is: the last met of that sort, or null. */
export function metAgain<T extends Met>(met: readonly T[], { sentence }: Place, noun: string): T | null {
  if (OF_SPEAKER.test(noun)) return met.findLast((k) => sentence - k.sentence <= STATEMENT_WITHIN) ?? null;
  if (OF_MEDIA.test(noun)) {
    const media = met.findLast((k) => k.speaker.kind === "media" && k.speaker.actorId !== null && !k.person);
    return media ?? null;
  }
  if (!FORCE.test(noun)) return null;
  const force = (k: T): boolean =>
    !k.person && (k.speaker.kind === "military" || FORCES.test(k.speaker.name)) && k.speaker.bloc !== null;
  return met.findLast(force) ?? null;
}

/** The word at which state and party stand behind an American name, "R-Fla.", among words [from, to] or -1. */
export function partyAndState({ text, words }: Field, from: number, to: number): number {
  const { start, end, capital } = words;
  for (let i = from; i <= Math.min(start.length - 2, to); i++) {
    if (end[i]! - start[i]! !== 1 || text.charCodeAt(end[i]!) !== HYPHEN || start[i + 1] !== end[i]! + 1) continue;
    if (capital[i + 1] === true && /[RDI]/.test(text[start[i]!]!) && text.charCodeAt(start[i]! - 1) !== HYPHEN)
      return i;
  }
  return -1;
}
const HYPHEN = 45;
