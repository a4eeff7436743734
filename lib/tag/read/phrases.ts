import { StartIndex, type Starts } from "./starts.ts";
import { foldWord, splitWords } from "./words.ts";

type Element =
  | { kind: "word"; word: string }
  | { kind: "prefix"; prefix: string }
  | { kind: "any" }
  | { kind: "gap" }
  | { kind: "slot"; target: string }
  | { kind: "either"; options: Element[][] };

/** An element with what follows it already linked, so that matching allocates nothing. Null is the end: a match. */
type Node =
  | { kind: "word"; word: string; next: Node | null }
  | { kind: "prefix"; prefix: string; next: Node | null }
  | { kind: "any" | "gap"; next: Node | null }
  | { kind: "slot"; target: string; next: Node | null }
  | { kind: "either"; options: (Node | null)[] };

/** A compiled phrase that belongs to `rule`. */
interface Entry<R> {
  node: Node;
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
  /** By their first two letters, as there are many; a prefix of one letter is found by that letter. */
  readonly #prefixed = new Map<string, { prefix: string; entry: Entry<R> }[]>();
  readonly #slotted: Entry<R>[] = [];
  readonly #memo = new Map<string, Candidates<R> | null>();
  #afterSlot: Candidates<R> | null = null;

  /** @throws Error naming the phrase when it cannot be read or would match anything. */
  add(phrase: string, rule: R): void {
    this.#memo.clear();
    this.#afterSlot = null;
    for (const elements of expandFirst(parsePhrase(phrase))) {
      const node = linked(elements, null);
      if (node?.kind !== "word" && node?.kind !== "prefix" && node?.kind !== "slot") {
        throw new Error(`The phrase "${phrase}" must begin with a word or an actor.`);
      }
      const entry = { node, rule };
      if (node.kind === "word") {
        const list = this.#literal.get(node.word);
        if (list) list.push(entry);
        else this.#literal.set(node.word, [entry]);
      } else if (node.kind === "prefix") {
        const head = node.prefix.slice(0, 2);
        const list = this.#prefixed.get(head);
        if (list) list.push({ prefix: node.prefix, entry });
        else this.#prefixed.set(head, [{ prefix: node.prefix, entry }]);
      } else this.#slotted.push(entry);
    }
  }

  /** All hits inside the word range [from, to), in reading order. */
  find(text: Readable, from: number, to: number, onHit: (hit: PhraseHit<R>) => void): void {
    const { norm } = text;
    for (let i = from; i < to; i++) {
      const candidates = this.#candidates(norm[i]!);
      if (candidates !== null) tryAll(candidates.before(norm, i + 1, to), text, i, to, onHit);
      if (this.#slotted.length === 0) continue;
      const mention = text.mentionAt(i);
      if (!mention || mention.endWord > to) continue;
      this.#afterSlot ??= new Candidates(this.#slotted);
      tryAll(this.#afterSlot.before(norm, mention.endWord, to), text, i, to, onHit);
    }
  }

  #candidates(word: string): Candidates<R> | null {
    const known = this.#memo.get(word);
    if (known !== undefined) return known;
    const list = [...(this.#literal.get(word) ?? [])];
    for (const head of word.length > 1 ? [word.slice(0, 1), word.slice(0, 2)] : [word]) {
      for (const { prefix, entry } of this.#prefixed.get(head) ?? []) if (word.startsWith(prefix)) list.push(entry);
    }
    const candidates = list.length === 0 ? null : new Candidates(list);
    if (this.#memo.size > 200_000) this.#memo.clear();
    this.#memo.set(word, candidates);
    return candidates;
  }
}

/** The phrases that begin alike, found by what must follow: at once, or after a gap. Numbers are places in the list. */
class Candidates<R> {
  readonly #entries: readonly Entry<R>[];
  readonly #next = new StartIndex<number>();
  readonly #afterGap = new StartIndex<number>();
  /** Phrases that end here or may go on with anything. */
  readonly #open: number[] = [];
  readonly #onlyOpen: readonly Entry<R>[];

  constructor(entries: readonly Entry<R>[]) {
    this.#entries = entries;
    for (const [place, { node }] of entries.entries()) {
      const next = node.kind === "either" ? null : node.next;
      const starts = startsOf(next);
      const late = next?.kind === "gap" ? startsOf(next.next) : null;
      if (starts) this.#next.add(starts, place);
      else if (late) this.#afterGap.add(late, place);
      else this.#open.push(place);
    }
    this.#onlyOpen = this.#open.map((place) => entries[place]!);
  }

  /** Phrases that may match before the words [at, to), in the order of the list. */
  before(norm: readonly string[], at: number, to: number): readonly Entry<R>[] {
    if (at >= to || (this.#next.empty && this.#afterGap.empty)) return this.#onlyOpen;
    const places: number[] = [];
    this.#next.collect(norm[at]!, places);
    if (!this.#afterGap.empty) {
      const end = Math.min(to, at + GAP + 1);
      for (let i = at; i < end; i++) this.#afterGap.collect(norm[i]!, places);
    }
    if (places.length === 0) return this.#onlyOpen;
    for (const place of this.#open) places.push(place);
    if (places.length > 1) places.sort((a, b) => a - b);
    const list: Entry<R>[] = [];
    for (let i = 0; i < places.length; i++) {
      if (places[i] !== places[i - 1]) list.push(this.#entries[places[i]!]!);
    }
    return list;
  }
}

/** Targets of the mention that filled the slot of the phrase being tried. */
const found: { slot: readonly string[] | null } = { slot: null };

function tryAll<R>(
  entries: readonly Entry<R>[],
  text: Readable,
  at: number,
  to: number,
  onHit: (hit: PhraseHit<R>) => void,
): void {
  for (const entry of entries) {
    found.slot = null;
    const end = match(entry.node, text, at, to);
    if (end > at) onHit({ rule: entry.rule, from: at, to: end, slotTargets: found.slot });
  }
}

/** Returns the word index behind the match, or -1. */
function match(node: Node | null, text: Readable, word: number, to: number): number {
  for (let now = node; now !== null;) {
    if (now.kind === "either") {
      for (const option of now.options) {
        const end = match(option, text, word, to);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (now.kind === "gap") {
      for (let skip = 0; skip <= GAP && word + skip <= to; skip++) {
        const end = match(now.next, text, word + skip, to);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (word >= to) return -1;
    if (now.kind === "slot") {
      const mention = text.mentionAt(text.norm[word] === "the" ? word + 1 : word);
      if (!mention || mention.endWord > to) return -1;
      if (now.target !== "x" && !mention.targets.includes(now.target)) return -1;
      found.slot = mention.targets;
      word = mention.endWord;
    } else {
      const norm = text.norm[word]!;
      if (now.kind === "word" ? norm !== now.word : now.kind === "prefix" && !norm.startsWith(now.prefix)) return -1;
      word++;
    }
    now = now.next;
  }
  return word;
}

/** Links elements to what follows them; alternatives share what follows. */
function linked(elements: readonly Element[], next: Node | null): Node | null {
  return elements.reduceRight<Node | null>((after, element) => {
    if (element.kind !== "either") return { ...element, next: after };
    return { kind: "either", options: element.options.map((option) => linked(option, after)) };
  }, next);
}

/** What must stand where a node begins; null when it can begin with anything, or with nothing. */
function startsOf(node: Node | null): Starts | null {
  if (node?.kind === "word") return { words: [node.word], prefixes: [] };
  if (node?.kind === "prefix") return { words: [], prefixes: [node.prefix] };
  if (node?.kind !== "either") return null;
  const all = node.options.map(startsOf).filter((starts) => starts !== null);
  if (all.length < node.options.length) return null;
  return { words: all.flatMap((each) => each.words), prefixes: all.flatMap((each) => each.prefixes) };
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
