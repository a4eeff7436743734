import type { Speaker } from "#lib/domain/speaker.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { WordRange } from "./view.ts";
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
  /^(?:reports?|publications?|assessments?|analysis|accounts?|documents?|data|figures|tally|tallies|estimates?|polls?|surveys?|study|studies|readout|statement|video|footage|letter|article|story|message|update|findings|post|tweet|review|investigation|editorial|op-ed)$/;

/** "a statement from the ministry": the words behind "from" or "by". */
export function authorOf({ norm }: Field, range: WordRange): WordRange | null {
  for (let i = range.from + 1; i < range.to - 1; i++)
    if ((norm[i] === "from" || norm[i] === "by") && !GOT.test(norm[i - 1]!)) return { from: i + 1, to: range.to };
  return null;
}

/** "a statement obtained by the agency": who has it did not write it. */
const GOT = /^(?:obtained|seen|reviewed|shared|viewed|cited|quoted|sent|examined|received|captured|filmed)$/;
const OF_MEDIA =
  /^(?:report|article|story|outlet|paper|newspaper|channel|network|broadcaster|agency|publication|magazine|website|tabloid|daily|journal)$/;
/** Written by the body met just before, where no outlet is meant. */
const OF_BODY =
  /^(?:report|study|survey|poll|analysis|assessment|publication|update|indictment|lawsuit|editorial|article|piece)$/;
const BODY_WITHIN = 4;
const OF_SPEAKER = /^(?:statement|message|post|tweet|letter)$/;
/** A name of its own, no "the outlet", "Local media". */
const OUTLET = /^(?!(?:The|A|An|Local|State|Several|Some|Many|Other|Russian|Ukrainian|Western) )\p{Lu}/u;
const FORCE = /^(?:military|army)$/;
const FORCES = /defen[cs]e|military|army|armed|forces|staff|navy/i;

/** Who "the report", "the statement", "the military" take up again by what it is: the last met of that sort, or null. */
export function metAgain<T extends Met>(met: readonly T[], { sentence }: Place, noun: string): T | null {
  if (OF_SPEAKER.test(noun)) return met.findLast((k) => sentence - k.sentence <= STATEMENT_WITHIN) ?? null;
  if (OF_BODY.test(noun)) {
    const kind = (k: T): boolean =>
      k.speaker.kind === "institution" || k.speaker.kind === "media" || k.speaker.kind === "expert";
    const body = met.findLast((k) => !k.person && sentence - k.sentence <= BODY_WITHIN && kind(k));
    if (body) return body;
  }
  if (OF_MEDIA.test(noun)) {
    const media = met.findLast((k) => k.speaker.kind === "media" && k.speaker.actorId !== null && !k.person);
    const other = media ? undefined : met.findLast((k) => k.speaker.kind === "media" && OUTLET.test(k.speaker.name));
    return media ?? other ?? null;
  }
  if (!FORCE.test(noun)) return null;
  const force = (k: T): boolean =>
    !k.person && (k.speaker.kind === "military" || FORCES.test(k.speaker.name)) && k.speaker.bloc !== null;
  return met.findLast(force) ?? null;
}

/** The word at which state and party stand behind an American name, "R-Fla.", among words [from, to] or -1. */
export function partyAndState({ norm, text, words }: Field, from: number, to: number): number {
  const { start, end, capital } = words;
  for (let i = from; i <= Math.min(start.length - 2, to); i++) {
    if (end[i]! - start[i]! !== 1 || text.charCodeAt(end[i]!) !== HYPHEN || start[i + 1] !== end[i]! + 1) continue;
    if (capital[i + 1] === true && /[RDI]/.test(text[start[i]!]!) && STATES.has(norm[i + 1]!.replaceAll(".", "")))
      return i;
  }
  return -1;
}
const HYPHEN = 45;
/** First words of American states as papers shorten them: no "D-Day", no "R-77". */
const STATES = new Set(
  "ala alabama alaska ariz arizona ark arkansas cal calif california colo colorado conn connecticut del delaware fla florida ga georgia hawaii idaho ill illinois ind indiana iowa kan kansas ky kentucky la louisiana maine md maryland mass massachusetts mich michigan minn minnesota miss mississippi mo missouri mont montana neb nebraska nev nevada new north ohio okla oklahoma ore oregon pa pennsylvania rhode south tenn tennessee tex texas utah vt vermont va virginia wash washington west wis wisconsin wyo wyoming ak al ar az ca co ct de fl hi ia id il in ks ma me mi mn mt nc nd ne nh nj nm nv ny ok or ri sc sd tn tx ut wa wi wv wva wy".split(
    " ",
  ),
);
