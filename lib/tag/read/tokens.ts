import { enlarged } from "./lexicon.ts";
import { cache, endEventOf, speechEventOf, speechHintOf } from "./wink.ts";

/**
 * What wink's machines see of a token, apart from where it stands, worked out once: tokens of one kind are the same to
 * them. Parallel lists by kind.
 */
export const tokenKinds = {
  /** Event for `endMachine`, where no space and where spaces stand before it. */
  bare: new Int32Array(1024),
  spaced: new Int32Array(1024),
  /** Event for `speechMachines`, as long as its part of speech is the likeliest. */
  event: new Int32Array(1024),
  /** 1 where that event stays whatever the part of speech becomes. */
  hinted: new Int32Array(1024),
  /** Likeliest part of speech, and the one it keeps whatever stands around it (0: none). */
  pos: new Int32Array(1024),
  fixed: new Int32Array(1024),
  /** Parts of speech the word can be, as bits. */
  members: new Int32Array(1024),
};
let kinds = 0;
/** By wink's number of a word its kind plus one. */
let kindOfWord = new Int32Array(1 << 17);
/** Kinds of the words of contractions ("do" and "n't" of "don't"), by what wink writes down of them. */
const contracted = new Map<string, number>();

/** Spaces before a token; wink keeps more of a contraction's word in the bits above. */
export const SPACES = 0xffff;
const FROM_LEMMA = 20;
const NOUN = 8;

/** The kind of a word that stands for itself. */
export function kindOfPlain(word: number): number {
  if (word >= kindOfWord.length) kindOfWord = enlarged(kindOfWord, 2 * word);
  const known = kindOfWord[word]!;
  if (known > 0) return known - 1;
  const kind = add(word, cache.normal(word), likeliestOf(word), 0);
  kindOfWord[word] = kind + 1;
  return kind;
}

/** The kind of a token as wink writes it down: its word, spaces and more, lemma and part of speech. */
export function kindOfToken(word: number, spaces: number, kept: number): number {
  if (spaces <= SPACES && kept === 0) return kindOfPlain(word);
  const above = spaces > SPACES ? spaces & ~SPACES : 0;
  const key = `${word},${above},${kept}`;
  let kind = contracted.get(key);
  if (kind === undefined) {
    const normal = above === 0 ? cache.normal(word) : cache.nox(above);
    const fixed = (kept >>> FROM_LEMMA) & 63;
    kind = add(word, normal, kept === 0 ? likeliestOf(word) : fixed, fixed);
    contracted.set(key, kind);
  }
  return kind;
}

const likeliestOf = (word: number): number => cache.posOf(cache.mappedSpelling(word)) || NOUN;

function add(word: number, normal: number, pos: number, fixed: number): number {
  const kind = kinds++;
  if (kind === tokenKinds.bare.length)
    for (const name of Object.keys(tokenKinds) as (keyof typeof tokenKinds)[])
      tokenKinds[name] = enlarged(tokenKinds[name], 2 * kind);
  const hint = speechHintOf(word);
  tokenKinds.bare[kind] = endEventOf(word, normal, 0);
  tokenKinds.spaced[kind] = endEventOf(word, normal, 1);
  tokenKinds.event[kind] = hint < 0 ? speechEventOf[pos]! : hint;
  tokenKinds.hinted[kind] = hint < 0 ? 0 : 1;
  tokenKinds.pos[kind] = pos;
  tokenKinds.fixed[kind] = fixed;
  tokenKinds.members[kind] = membersOf(normal);
  return kind;
}

/** Words of one cluster can be the same parts of speech. */
const clusters: number[] = [];
function membersOf(normal: number): number {
  return (clusters[cache.property(normal, "lexemeCID")] ??= memberBits(normal));
}

function memberBits(normal: number): number {
  let members = 0;
  for (let number = 1; number < 32; number++) if (cache.isMemberPOS(normal, number)) members |= 1 << number;
  return members;
}
