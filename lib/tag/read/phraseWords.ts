import { enlarged, Remembered, words } from "./lexicon.ts";
import type { Node } from "./phraseSyntax.ts";

/** What a place in a phrase takes: a word by its number, a beginning of words as PREFIX - its number, or any word. */
export const ANY = -1;
const PREFIX = -2;

/** Beginnings of words, letter by letter. */
interface Branch {
  /** Number of the beginning that ends here, or -1. */
  prefix: number;
  next: Map<number, Branch>;
}

/**
 * Words told apart only as far as some phrase does: words of one kind are the same one, or none, with the same beginnings.
 * Kind 0 is in no phrase.
 */
export class PhraseWords {
  readonly #words = new Map<string, number>();
  readonly #prefixes: Branch = { prefix: -1, next: new Map() };
  #prefixCount = 0;
  /** By kind its word, if any, and the beginnings it has, as places take them. */
  readonly #taken: (readonly number[])[] = [[]];
  readonly #kinds = new Map<string, number>();
  readonly #kindOf = new Remembered(words, (norm) => this.#kind(norm));
  /** By kind two times 32 bits for what it is, to rule out most places without looking (see `bitsOf`). */
  low = new Int32Array(1024);
  high = new Int32Array(1024).fill(ALWAYS);

  /** Takes note of a word or beginning; gives what the node takes. */
  learn(node: Extract<Node, { kind: "word" | "prefix" | "any" }>): number {
    if (node.kind === "any") return ANY;
    if (node.kind === "word") {
      const known = this.#words.get(node.word) ?? this.#words.size;
      this.#words.set(node.word, known);
      return known;
    }
    let branch = this.#prefixes;
    for (let i = 0; i < node.prefix.length; i++) {
      const code = node.prefix.charCodeAt(i);
      const next = branch.next.get(code) ?? { prefix: -1, next: new Map<number, Branch>() };
      branch.next.set(code, next);
      branch = next;
    }
    if (branch.prefix < 0) branch.prefix = this.#prefixCount++;
    return PREFIX - branch.prefix;
  }

  /** Kind of a word by its number in the lexicon. */
  kindOf(word: number): number {
    return this.#kindOf.get(word);
  }

  /** What places that take words of a kind, though not all, take. */
  taken(kind: number): readonly number[] {
    return this.#taken[kind]!;
  }

  #kind(norm: string): number {
    const word = this.#words.get(norm);
    const taken = word === undefined ? [] : [word];
    let branch: Branch | undefined = this.#prefixes;
    for (let i = 0; i < norm.length; i++) {
      branch = branch.next.get(norm.charCodeAt(i));
      if (branch === undefined) break;
      if (branch.prefix >= 0) taken.push(PREFIX - branch.prefix);
    }
    if (taken.length === 0) return 0;
    const key = taken.join();
    let kind = this.#kinds.get(key);
    if (kind === undefined) {
      kind = this.#taken.push(taken) - 1;
      this.#kinds.set(key, kind);
      if (kind >= this.low.length) {
        this.low = enlarged(this.low, 2 * kind);
        this.high = enlarged(this.high, 2 * kind);
      }
      const bits = bitsOf(taken);
      this.low[kind] = bits.low;
      this.high[kind] = bits.high | ALWAYS;
    }
    return kind;
  }
}
/** Of 64 bits the last, which every kind has, as a place for any word takes it. */
const ALWAYS = 1 << 31;

/** One of 63 bits a taken word or beginning, the last for any word: where no bit is shared, nothing fits. */
export function bitsOf(takes: readonly number[]): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (const each of takes) {
    const bit = each === ANY ? 63 : (Math.imul(each, 0x9e3779b1) >>> 16) % 63;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return { low, high };
}
