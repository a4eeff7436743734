import { Z95 } from "./wilson.ts";

/** One word in one group of articles: its uses, and the sum over articles of squared uses per article. */
export interface WordCount {
  uses: number;
  squares: number;
}
/** All counted words and articles of the group. */
export interface GroupSize {
  words: number;
  articles: number;
}

/** Weight of the prior in words (Monroe, Colaresi & Quinn 2008 take 500 to 1,000). */
export const PRIOR_WORDS = 500;

export interface LogOdds {
  value: number;
  /** 95 %, wider than z says: it knows that words clump and that zero uses are few, not none. */
  interval: [number, number];
  /** The model's own z, uses taken as independent. */
  z: number;
}

/**
 * How much more the uses of a word vary than independent uses would: variance of the total over articles, divided by
 * the total; at least 1. Words come in clumps, one article a clump (Church & Gale 1995, Natural Language Eng. 1:163-190).
 */
export function clumping(count: WordCount, articles: number): number {
  if (count.uses <= 0 || articles < 2) return 1;
  const spread = (count.squares - (count.uses * count.uses) / articles) / (articles - 1);
  return Math.max(1, (articles * spread) / count.uses);
}

/** 95 % limits of a count by Byar's approximation (Breslow & Day 1987, IARC 82:69), on uses divided by their clumping. */
export function countLimits(uses: number, clump: number): [number, number] {
  const held = uses / clump;
  const above = held + 1;
  const low = held > 0 ? held * Math.max(0, 1 - 1 / (9 * held) - Z95 / (3 * Math.sqrt(held))) ** 3 : 0;
  const high = above * (1 - 1 / (9 * above) + Z95 / (3 * Math.sqrt(above))) ** 3;
  return [low * clump, high * clump];
}

/**
 * Log-odds ratio of a word between two groups with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008,
 * Political Analysis 16:372-403, eq. 16-22): `priorWords` pseudo-words spread over the vocabulary in proportion to
 * `background`, the word's share of all words compared. Interval: both counts' limits joined by MOVER (Zou & Donner
 * 2008, Statistics in Medicine 27:1693-1702). Positive: the first group's word. Null when a group has no words.
 */
export function logOdds(
  first: { count: WordCount; size: GroupSize },
  second: { count: WordCount; size: GroupSize },
  background: number,
  priorWords: number = PRIOR_WORDS,
): LogOdds | null {
  if (first.size.words <= 0 || second.size.words <= 0 || !(background > 0 && background < 1)) return null;
  const prior = priorWords * background;
  const logged = (uses: number): number => Math.log(uses + prior);
  const odds = (uses: number, words: number): number => logged(uses) - Math.log(words + priorWords - uses - prior);
  const y1 = first.count.uses;
  const y2 = second.count.uses;
  const value = odds(y1, first.size.words) - odds(y2, second.size.words);
  // A word that a group never uses clumps there as it does where it is used.
  const clump1 = clumping(y1 > 0 ? first.count : second.count, y1 > 0 ? first.size.articles : second.size.articles);
  const clump2 = clumping(y2 > 0 ? second.count : first.count, y2 > 0 ? second.size.articles : first.size.articles);
  const [low1, high1] = countLimits(y1, clump1);
  const [low2, high2] = countLimits(y2, clump2);
  return {
    value,
    interval: [
      value - Math.hypot(logged(y1) - logged(low1), logged(high2) - logged(y2)),
      value + Math.hypot(logged(high1) - logged(y1), logged(y2) - logged(low2)),
    ],
    z: value / Math.sqrt(1 / (y1 + prior) + 1 / (y2 + prior)),
  };
}
