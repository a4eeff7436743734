import { Numbering, Remembered, words } from "#lib/tag/read/lexicon.ts";
import { givesAway } from "./giveaways.ts";

const KEEP = new Set("this his its was has us does always news series less".split(" "));

/** A word without its inflection, by suffix alone ("attacked", "attacks", "attacking" are "attack"). */
export function stem(word: string): string {
  if (word.length < 4 || KEEP.has(word)) return word;
  let base = word;
  if (base.endsWith("ies") && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(base)) base = base.slice(0, -2);
  else if (base.endsWith("s") && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  if (base.endsWith("ily") && base.length > 5) base = `${base.slice(0, -3)}y`;
  else if (base.endsWith("ly") && base.length > 5) base = base.slice(0, -2);
  if (base.endsWith("ied") && base.length > 4) return `${base.slice(0, -3)}y`;
  if (base.endsWith("ing") && /[aeiouy]/.test(base.slice(0, -4)) && base.length > 5) return tidy(base.slice(0, -3));
  if (base.endsWith("ed") && !base.endsWith("eed") && /[aeiouy]/.test(base.slice(0, -3)) && base.length > 4)
    return tidy(base.slice(0, -2));
  return base.endsWith("e") && base.length > 4 ? base.slice(0, -1) : base;
}

/** Undoubles the last consonant ("stopp" is "stop"). */
function tidy(base: string): string {
  return /([bdgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

const FUNCTION_WORDS = new Set(
  "the a an of to in on at by for with from as and or but that which who whom whose this these those it its he she his her him they their them we our us i you your is are was were be been being has have had do does did will would can could may might must should than then there here so such s also just only more most very into over after before about between during while when where if because out up down off".split(
    " ",
  ),
);

/** What stands in place of numbers, names, actors, and of words before the first and behind the last. */
const MASKS = ["NUM", "NAM", "ACT", "EDGE", ""] as const;
export const MASK = { number: 0, name: 1, actor: 2, edge: 3, none: 4 } as const;

/** Stems and masks, numbered as words are (lib/tag/read/lexicon.ts). */
export const stems = new Numbering(MASKS);

const stemNumbers = new Remembered(words, (norm) => (/\d/.test(norm) ? MASK.number : stems.number(stem(norm))));
/** The stem of a numbered word, a mask where it holds a digit. */
export const stemOf = (word: number): number => stemNumbers.get(word);

/** Two letters or more and no function word. */
export const CONTENT = 1;
/** Function words, single letters, masks and numbers: no content. */
export const PLAIN = 2;
/** Written in capitals: a mask. */
export const MASKED = 4;
/** Counts among the words of an article. */
export const COUNTS = 8;

/** A form of to be or to get: what follows may be done to the subject. */
export const BE = 16;
const BE_WORDS = new Set("is are was were be been being get got gets".split(" "));

const flags = new Remembered(stems, (text) => {
  const content = text.length > 1 && !FUNCTION_WORDS.has(text);
  const mask = text === text.toUpperCase();
  const plain = !content || mask;
  const counts = text.length > 2 && !plain && !givesAway(text);
  return (
    (content ? CONTENT : 0) +
    (plain ? PLAIN : 0) +
    (mask ? MASKED : 0) +
    (counts ? COUNTS : 0) +
    (BE_WORDS.has(text) ? BE : 0)
  );
});
/** Whether a stem is CONTENT, PLAIN, MASKED, COUNTS, BE. */
export const stemIs = (stem: number, flag: number): boolean => (flags.get(stem) & flag) !== 0;
