import { Remembered, words as numbering } from "#lib/tag/read/lexicon.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import type { View } from "./view.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
export const DAYS = words(
  "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently then now",
);
const LINKING = words("of for at in from to on with by against under near between behind inside and");
export const PRONOUNS = words("he she they it we i you");
export const RELATIVES = words("who which that whom");
const NEVER_IN_PHRASE = words(
  "but or because although though if when while after before as since until than whether where how why what so yet once unless says said saying told",
);
const AUXILIARIES = words(
  "has have had was were is are am be been being will would could can may might must shall should did does do having 's 've 'd 're 'll ain't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't can't cannot didn't doesn't don't it's he's she's they've we've i've he'd she'd they'd",
);
export const BE = words("was were is are am be been being isn't aren't wasn't weren't get got gets");
const ADVERBS = words(
  "also again repeatedly later further previously once now then even still often always never ever just recently earlier himself herself themselves itself not already too only soon long first both all either reportedly allegedly apparently thus therefore instead meanwhile famously",
);

/** The lists above as bits of a numbered word. */
const PRONOUN = 1;
const DAY = 2;
const LINKS = 4;
const OUTSIDE = 8;
const AUXILIARY = 16;
const ADVERB = 32;
const ARTICLE = 64;
const TIMED = 128;
const DETERMINER = 256;
const PLAIN_DAY = 512;
const CLAUSE = 1024;
const TOLD = 2048;
const kinds = new Remembered(
  numbering,
  (norm) =>
    (PRONOUNS.has(norm) ? PRONOUN : 0) +
    (DAYS.has(norm) ? DAY : 0) +
    (LINKING.has(norm) ? LINKS : 0) +
    (NEVER_IN_PHRASE.has(norm) || RELATIVES.has(norm) ? OUTSIDE : 0) +
    (AUXILIARIES.has(norm) ? AUXILIARY : 0) +
    (ADVERBS.has(norm) ? ADVERB : 0) +
    (/^(?:an?|the)$/.test(norm) ? ARTICLE : 0) +
    (/^(?:last|this|late)$/.test(norm) ? TIMED : 0) +
    (/^(?:some|many|these|those|his|her|its|their|our|my)$/.test(norm) ? DETERMINER : 0) +
    (/^(?:today|yesterday|tonight)$/.test(norm) ? PLAIN_DAY : 0) +
    (/^(?:when|while|because|although|though|if|whether|where)$/.test(norm) ? CLAUSE : 0) +
    (/^(?:reports|estimates|polls|accounts|surveys)$/.test(norm) ? TOLD : 0),
);
const is = (field: Field, i: number, kind: number): boolean => (kinds.get(field.words.id[i]!) & kind) !== 0;

export const isPronoun = (field: Field, i: number): boolean => is(field, i, PRONOUN);
export const isDay = (field: Field, i: number): boolean => is(field, i, DAY);
/** A day, or what opens a time: "last", "this". */
export const opensTime = (field: Field, i: number): boolean => is(field, i, DAY | TIMED);
/** A preposition or "and" that can join the parts of a noun phrase. */
export const isLink = (field: Field, i: number): boolean => is(field, i, LINKS);
/** Never part of a noun phrase. */
export const isOutside = (field: Field, i: number): boolean => is(field, i, OUTSIDE);
export const isAuxiliary = (field: Field, i: number): boolean => is(field, i, AUXILIARY);
export const isAdverb = (view: View, i: number): boolean => {
  const norm = view.field.norm[i]!;
  if (is(view.field, i, ADVERB)) return true;
  // "Mr Cleverly": a capital inside a sentence of the body is a name.
  const name = view.field.in === "text" && view.field.words.capital[i] === true && i > view.sentence.fromWord;
  if (view.field.pos[i] === "ADV" && norm.endsWith("ly") && !name) return true;
  return norm === "since" && i > view.sentence.fromWord && /^(has|have|had)$/.test(view.field.norm[i - 1]!);
};

/** "a", "an", "the" written small: "A." may be an initial. */
export const isArticle = (field: Field, i: number): boolean => is(field, i, ARTICLE) && field.words.capital[i] !== true;
/** "some", "their": these begin a phrase of their own. */
export const isDeterminer = (field: Field, i: number): boolean => is(field, i, DETERMINER);
/** "yesterday" and the like, written small. */
export const isPlainDay = (field: Field, i: number): boolean =>
  is(field, i, PLAIN_DAY) && field.words.capital[i] !== true;
/** "when", "because": another clause begins. */
export const opensClause = (field: Field, i: number): boolean => is(field, i, CLAUSE);
/** "reports", "polls": plurals of what is told, which may look like verbs. */
export const isToldPlural = (field: Field, i: number): boolean => is(field, i, TOLD);
