import type { Bloc, Speaker, SpeakerKind } from "#lib/domain/speaker.ts";
import type { Mention } from "#lib/tag/read/actors.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { WordRange } from "./view.ts";

/** Where a source stands: its field, all mentions of its sentence and of the sentence before. */
export interface Place {
  field: Field;
  mentions: readonly Mention[];
  before: readonly Mention[];
  /** Index of the sentence in the article, and its words. */
  sentence: number;
  words: WordRange;
  /** Which quotation each word of the field stands in, -1 for none. */
  quoteOf: Int32Array;
}

export const insideOf = (mentions: readonly Mention[], range: WordRange): Mention[] =>
  mentions.filter((m) => m.fromWord >= range.from && m.endWord <= range.to);
export const textOf = (field: Field, range: WordRange): string => {
  const text = field.text.slice(field.words.start[range.from], field.words.end[range.to - 1]);
  const open = text.lastIndexOf("(");
  return open > 0 && !text.includes(")", open) ? text.slice(0, open).trimEnd() : text;
};
/** What somebody without a name is called by: the words up to a clause, an aside or a month behind them. */
export function calledBy(field: Field, range: WordRange): string {
  const { norm, words, text } = field;
  let { to } = range;
  for (let i = range.from + 1; i < to; i++) {
    if (words.start[i] === words.end[i - 1]! + 1 && norm[i] !== "in") continue;
    const gap = text.slice(words.end[i - 1], words.start[i]);
    const clause = gap.includes(",") && ASIDE.test(norm[i]!);
    if (clause || / [-–—] ?/.test(gap) || (norm[i] === "in" && MONTH.test(norm[i + 1] ?? ""))) to = i;
  }
  const called = textOf(field, { from: range.from, to });
  // "a “survivor": the closing mark stands behind the words.
  return (called.match(/["“”]/g) ?? []).length % 2 === 1 ? called.replace(/["“”]/, "") : called;
}
const ASIDE = /^(?:who|whose|which|where|speaking|citing|including|asked|quoted|cited)$/;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

export const speakerOf = (m: Mention): Speaker => ({
  name: m.name,
  actorId: m.actor?.id ?? null,
  bloc: m.bloc,
  country: m.country,
  kind: m.kind,
});
export const unnamed = (name: string): Speaker => ({ name, actorId: null, bloc: null, country: null, kind: "unnamed" });
/** The same speaker on a side; not spread, as objects built in different ways are slow to read. */
export const placed = ({ name, actorId, country }: Speaker, bloc: Bloc | null, kind: SpeakerKind): Speaker => ({
  name,
  actorId,
  bloc,
  country,
  kind,
});
