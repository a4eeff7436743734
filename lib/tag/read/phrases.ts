import { foldWord, splitWords } from "./words.ts";

type Element =
  | { kind: "word"; word: string }
  | { kind: "prefix"; prefix: string }
  | { kind: "any" }
  | { kind: "gap" }
  | { kind: "slot"; target: string }
  | { kind: "either"; options: Element[][] };

/** A compiled phrase that belongs to `rule`. */
interface Entry<R> {
  elements: Element[];
  rule: R;
}

/** Where the matcher looks: words, and at each word the actor mention that begins there. */
export interface Readable {
  norm: string[];
  mentionAt: (index: number) => { endWord: number; targets: readonly string[] } | undefined;
}

export interface PhraseHit<R> {
  rule: R;
  /** Word range [from, to). */
  from: number;
  to: number;
  /** Targets of the mention that filled a slot, if any. */
  slotTargets: readonly string[] | null;
}

const GAP = 4;

/** Finds many phrases at once; see the phrase syntax in lib/domain/codebook.ts. */
export class PhraseIndex<R> {
  readonly #literal = new Map<string, Entry<R>[]>();
  readonly #prefixed: { prefix: string; entry: Entry<R> }[] = [];
  readonly #slotted: Entry<R>[] = [];
  readonly #memo = new Map<string, Entry<R>[]>();

  /** @throws Error naming the phrase when it cannot be read or would match anything. */
  add(phrase: string, rule: R): void {
    for (const elements of expandFirst(parsePhrase(phrase))) {
      const first = elements[0];
      const entry = { elements, rule };
      if (first?.kind === "word") {
        const list = this.#literal.get(first.word);
        if (list) list.push(entry);
        else this.#literal.set(first.word, [entry]);
      } else if (first?.kind === "prefix") this.#prefixed.push({ prefix: first.prefix, entry });
      else if (first?.kind === "slot") this.#slotted.push(entry);
      else throw new Error(`The phrase "${phrase}" must begin with a word or an actor.`);
    }
  }

  /** All hits inside the word range [from, to), in reading order. */
  find(text: Readable, from: number, to: number, onHit: (hit: PhraseHit<R>) => void): void {
    for (let i = from; i < to; i++) {
      const candidates = this.#candidates(text.norm[i]!);
      for (const entry of candidates) this.#try(entry, text, i, to, onHit);
      if (this.#slotted.length > 0 && text.mentionAt(i)) {
        for (const entry of this.#slotted) this.#try(entry, text, i, to, onHit);
      }
    }
  }

  #try(entry: Entry<R>, text: Readable, at: number, to: number, onHit: (hit: PhraseHit<R>) => void): void {
    if (entry.elements.length === 1 && entry.elements[0]!.kind !== "slot") {
      onHit({ rule: entry.rule, from: at, to: at + 1, slotTargets: null });
      return;
    }
    const found: { slot: readonly string[] | null } = { slot: null };
    const end = match(entry.elements, 0, text, at, to, found);
    if (end > at) onHit({ rule: entry.rule, from: at, to: end, slotTargets: found.slot });
  }

  #candidates(word: string): Entry<R>[] {
    const known = this.#memo.get(word);
    if (known) return known;
    const list = [...(this.#literal.get(word) ?? [])];
    for (const { prefix, entry } of this.#prefixed) if (word.startsWith(prefix)) list.push(entry);
    if (this.#memo.size > 200_000) this.#memo.clear();
    this.#memo.set(word, list);
    return list;
  }
}

/** Returns the word index behind the match, or -1. */
function match(
  elements: readonly Element[],
  at: number,
  text: Readable,
  word: number,
  to: number,
  found: { slot: readonly string[] | null },
): number {
  const element = elements[at];
  if (!element) return word;
  if (element.kind === "either") {
    for (const option of element.options) {
      const end = match([...option, ...elements.slice(at + 1)], 0, text, word, to, found);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (element.kind === "gap") {
    for (let skip = 0; skip <= GAP && word + skip <= to; skip++) {
      const end = match(elements, at + 1, text, word + skip, to, found);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (word >= to) return -1;
  if (element.kind === "slot") {
    const begin = text.norm[word] === "the" ? word + 1 : word;
    const mention = text.mentionAt(begin);
    if (!mention || mention.endWord > to) return -1;
    if (element.target !== "x" && !mention.targets.includes(element.target)) return -1;
    found.slot = mention.targets;
    return match(elements, at + 1, text, mention.endWord, to, found);
  }
  const norm = text.norm[word]!;
  const fits =
    element.kind === "any" || (element.kind === "word" ? norm === element.word : norm.startsWith(element.prefix));
  return fits ? match(elements, at + 1, text, word + 1, to, found) : -1;
}

const PIECE = /\(|\)|\||\.\.\.|@[a-z_]+|[\p{L}\p{N}'’.]+\*?|\*/gu;

function parsePhrase(phrase: string): Element[] {
  const pieces = phrase.toLowerCase().replaceAll("-", " ").match(PIECE) ?? [];
  let at = 0;
  const sequence = (): Element[] => {
    const list: Element[] = [];
    for (; at < pieces.length; at++) {
      const piece = pieces[at]!;
      if (piece === "|" || piece === ")") break;
      if (piece === "(") {
        const options: Element[][] = [];
        do {
          at++;
          options.push(sequence());
        } while (pieces[at] === "|");
        if (pieces[at] !== ")") throw new Error(`The phrase "${phrase}" lacks a closing bracket.`);
        list.push({ kind: "either", options });
      } else list.push(...simple(piece));
    }
    return list;
  };
  const elements = sequence();
  if (at < pieces.length) throw new Error(`The phrase "${phrase}" has a stray "${pieces[at]}".`);
  if (elements.length === 0) throw new Error(`The phrase "${phrase}" holds no word.`);
  return elements;
}

function simple(piece: string): Element[] {
  if (piece === "*") return [{ kind: "any" }];
  if (piece === "...") return [{ kind: "gap" }];
  if (piece.startsWith("@")) return [{ kind: "slot", target: piece.slice(1) }];
  if (piece.endsWith("*")) return [{ kind: "prefix", prefix: foldWord(piece.slice(0, -1)) }];
  return splitWords(piece).norm.map((word) => ({ kind: "word", word }));
}

/** Alternatives at the front become phrases of their own, so that every phrase starts with something to look up. */
function expandFirst(elements: Element[]): Element[][] {
  const first = elements[0];
  if (first?.kind !== "either") return [elements];
  return first.options.flatMap((option) => expandFirst([...option, ...elements.slice(1)]));
}
