import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { WordRange } from "./view.ts";

/** Before these a source's head ends. */
const HEAD_END = 1;
/** Behind the noun of a writing: "a report released last week". */
const MADE_PUBLIC = 2;
const kinds = new Remembered(
  numbering,
  (norm) =>
    (/^(of|for|at|in|to|who|from|with|on|which|that|by|against)$/.test(norm) ? HEAD_END : 0) +
    (/^(published|released|issued|obtained|seen|reviewed|conducted|commissioned|compiled|posted|cited)$/.test(norm)
      ? MADE_PUBLIC
      : 0),
);
const is = (field: Field, i: number, kind: number): boolean => (kinds.get(field.words.id[i]!) & kind) !== 0;

/** Where the head of a source ends: before its first comma, "of", "for", "at", "in", "to" or relative clause. */
export function headEnd(field: Field, range: WordRange): number {
  for (let i = range.from + 1; i < range.to; i++) {
    const ends = is(field, i, HEAD_END) || (i > range.from + 1 && is(field, i, MADE_PUBLIC));
    if (ends || breaks(field.text, field.words.end[i - 1]!, field.words.start[i]!)) return i;
  }
  return range.to;
}

/** A comma or an opening bracket in [from, to). */
function breaks(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 44 || c === 40) return true;
  }
  return false;
}

/** Mentions that tell where a source belongs: in its head, or behind "of", "for", "at", "in", "to", "from" or a comma. */
export function tellingMentions(field: Field, range: WordRange, inside: readonly Mention[]): Mention[] {
  if (inside.length === 0) return [];
  const head = headEnd(field, range);
  const linked = head < range.to && !/^(on|with|by|who|which|that)$/.test(field.norm[head]!);
  const end = linked ? clauseBehind(field, head + 1, range.to) : head;
  return inside.filter((m) => m.fromWord < end && !isTopic(field, m));
}

const HOLDS =
  /^(?:heads?|headed|leads?|led|chairs?|chaired|runs?|commands?|commanded|represents?|oversees?|teaches|taught|works)$/;

/** Where ", who called the Chilean" goes on to tell what somebody did, among words [from, to). */
export function clauseBehind({ norm, pos }: Field, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (!/^(?:who|whose|which|that)$/.test(norm[i]!)) continue;
    // "who is also the Chilean envoy", "who heads a Chilean office" tell what they are, "who was freed from Chile" does not.
    if (HOLDS.test(norm[i + 1] ?? "")) continue;
    const done = pos[i + 2] === "VERB" || (pos[i + 2] === "ADV" && pos[i + 3] === "VERB");
    if (!/^(?:is|was|are|were)$/.test(norm[i + 1] ?? "") || done) return i;
  }
  return to;
}

/** "pro-Russian officials", "a Ukraine researcher": a side they take or a subject they study, no place they come from. */
export function isTopic(field: Field, mention: Mention): boolean {
  if (/(?:pro|anti|non)-$/i.test(field.text.slice(Math.max(0, mention.start - 5), mention.start))) return true;
  if (
    !mention.adjective &&
    STUDIED.test(field.norm.slice(Math.max(0, mention.fromWord - 3), mention.fromWord).join(" "))
  )
    return true;
  const next = field.norm[mention.endWord] ?? "";
  return (
    !mention.adjective &&
    /^(?:analysts?|researchers?|experts?|specialists?|scholars?|watchers?|correspondent|historian)$/.test(next)
  );
}

/** "the Institute for the Study of Chile". */
const STUDIED = /\b(?:study|studies|history|research) (?:of|on)(?: the)?$/;

/** "Russia's ministry": the name only owns what speaks. */
export const isPossessor = (field: Field, wordEnd: number, range: WordRange): boolean =>
  wordEnd < range.to && isApostrophe(field.text.charCodeAt(field.words.end[wordEnd - 1]!));
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;
