import { enlarged, Remembered, words } from "./lexicon.ts";
import { GAP, type Node } from "./phraseSyntax.ts";
import type { Readable } from "./phrases.ts";
import { Transitions } from "./transitions.ts";

/** A compiled phrase that belongs to `rule`. */
export interface Entry<R> {
  node: Node;
  rule: R;
  /** Words of every match; null where the match has to be measured. */
  length: number | null;
  /** Order in which phrases that fit at the same word are reported. */
  rank: number;
}

/** A place inside a phrase that takes one more word. */
interface Item<R> {
  id: number;
  node: Extract<Node, { kind: "word" | "prefix" | "any" }>;
  entry: Entry<R>;
}

/** Where the phrases begun so far stand after some words. */
interface State<R> {
  /** Its place among the states. */
  number: number;
  key: string;
  items: readonly Item<R>[];
  /** Phrases that end here. */
  complete: readonly Entry<R>[];
  /** Phrases that go on with an actor. */
  actor: readonly Entry<R>[];
  /** What follows a gap that opens here. */
  gap: State<R> | null;
}

/** Words the phrases cannot tell apart: the same one, or none, with the same beginnings. */
interface Kind {
  /** Number of the word, -1 where it stands in no phrase. */
  word: number;
  prefixes: readonly number[];
}

/** Transitions kept before all are forgotten, so that memory does not grow with the articles read. */
const MOST = 300_000;
const NOWHERE = -2;
const ALL = -1;
/** One of 32 bits for the number of a word, or of a prefix as -1 - number. */
const bitOf = (number: number): number => 1 << (Math.imul(number, 0x9e3779b1) >>> 27);

/**
 * All phrases as one finite automaton whose states are made when a text first leads there (Aho, Sethi & Ullman 1986,
 * section 3.7). Words are told apart only as far as some phrase does.
 */
export class PhraseAutomaton<R> {
  readonly #entries: readonly Entry<R>[];
  /** Words and prefixes of the phrases, numbered. */
  readonly #words = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #kinds: Kind[] = [{ word: -1, prefixes: [] }];
  /** By kind the bits of its word and beginnings; by state the bits of what it takes, all where it takes any word. */
  #kindBits = new Int32Array(1024);
  #takenBits = new Int32Array(1024);
  /** By state 1 where phrases end, go on with an actor or open a gap. */
  #special = new Uint8Array(1024);
  readonly #kindNumbers = new Map<string, number>([["-1", 0]]);
  readonly #kindOf = new Remembered(words, (norm) => this.#kindNumber(norm));
  readonly #items = new Map<Node, Item<R>>();
  /** Phrases by the number of their first word or prefix. */
  readonly #byWord: Entry<R>[][] = [];
  readonly #byPrefix: Entry<R>[][] = [];
  #states = new Map<string, State<R>>();
  #byNumber: State<R>[] = [];
  #first: (State<R> | null | undefined)[] = [];
  #behindFirst: State<R> | null = null;
  /** From state and kind of word to the number of the state behind it, NOWHERE where no phrase goes on. */
  #next = new Transitions();

  constructor(entries: readonly Entry<R>[]) {
    this.#entries = entries;
    for (const entry of entries) {
      const { node } = entry;
      this.#learn(node);
      if (node.kind === "word") (this.#byWord[this.#words.get(node.word)!] ??= []).push(entry);
      else if (node.kind === "prefix") (this.#byPrefix[this.#prefixes.get(node.prefix)!] ??= []).push(entry);
    }
  }

  /** Appends the phrases that fit at word `at`, some perhaps twice; those with gaps or actors perhaps do not fit. */
  fromWord(text: Readable, at: number, to: number, into: Entry<R>[]): void {
    const kind = this.#kindOf.get(text.words.id[at]!);
    if (kind === 0) return;
    if (this.#next.size > MOST) this.#forget();
    let state = this.#first[kind];
    if (state === undefined) this.#first[kind] = state = this.#start(this.#kinds[kind]!);
    if (state === null) return;
    const goes = at + 1 < to && this.#mayTake(state.number, this.#kindOf.get(text.words.id[at + 1]!));
    if (goes || this.#special[state.number] === 1) this.#walk(state, text, at + 1, to, into);
  }

  /** The same for phrases that begin with an actor, whose mention ends before word `at`. */
  behindFirst(text: Readable, at: number, to: number, into: Entry<R>[]): void {
    if (this.#next.size > MOST) this.#forget();
    this.#behindFirst ??= this.#state(this.#entries.map((entry) => [next(entry.node), entry] as const));
    if (this.#behindFirst !== null) this.#walk(this.#behindFirst, text, at, to, into);
  }

  /** Only between walks: states on the way have numbers of before. */
  #forget(): void {
    this.#next = new Transitions();
    this.#states = new Map();
    this.#byNumber = [];
    this.#first = [];
    this.#behindFirst = null;
  }

  /** Whether some phrase may go on from a state with a word: most do not, and need not be looked up. */
  #mayTake(state: number, kind: number): boolean {
    const taken = this.#takenBits[state]!;
    return (taken & this.#kindBits[kind]!) !== 0 || taken === ALL;
  }

  #walk(from: State<R>, text: Readable, first: number, to: number, into: Entry<R>[]): void {
    const ids = text.words.id;
    let state = from;
    for (let at = first; ; at++) {
      if (this.#special[state.number] === 1) this.#stop(state, text, at, to, into);
      if (at >= to) return;
      const kind = this.#kindOf.get(ids[at]!);
      if (!this.#mayTake(state.number, kind)) return;
      const known = this.#next.get(state.number, kind);
      if (known === NOWHERE) return;
      const after = known >= 0 ? this.#byNumber[known]! : this.#step(state, kind);
      if (after === null) return;
      state = after;
    }
  }

  /** Phrases that end at a word, that an actor there may complete, and that go on within the gap that opens there. */
  #stop({ complete, actor, gap }: State<R>, text: Readable, at: number, to: number, into: Entry<R>[]): void {
    for (let i = 0; i < complete.length; i++) into.push(complete[i]!);
    if (at >= to) return;
    if (actor.length > 0 && text.mentionAt(text.norm[at] === "the" ? at + 1 : at) !== undefined)
      for (let i = 0; i < actor.length; i++) into.push(actor[i]!);
    if (gap === null) return;
    const last = Math.min(at + GAP, to - 1);
    for (let next = at; next <= last; next++)
      if (this.#special[gap.number] === 1 || this.#mayTake(gap.number, this.#kindOf.get(text.words.id[next]!)))
        this.#walk(gap, text, next, to, into);
  }

  #step(state: State<R>, kind: number): State<R> | null {
    const { word, prefixes } = this.#kinds[kind]!;
    const places: [Node | null, Entry<R>][] = [];
    for (const { node, entry } of state.items) {
      if (
        node.kind === "any" ||
        (node.kind === "word"
          ? this.#words.get(node.word) === word
          : prefixes.includes(this.#prefixes.get(node.prefix)!))
      )
        places.push([node.next, entry]);
    }
    const after = this.#state(places);
    this.#next.set(state.number, kind, after?.number ?? NOWHERE);
    return after;
  }

  #start({ word, prefixes }: Kind): State<R> | null {
    const begun = [...(this.#byWord[word] ?? []), ...prefixes.flatMap((prefix) => this.#byPrefix[prefix] ?? [])];
    return this.#state(begun.map((entry) => [next(entry.node), entry] as const));
  }

  /** The state of phrases that stand before some nodes; null when there are none. */
  #state(places: readonly (readonly [Node | null, Entry<R>])[]): State<R> | null {
    const items = new Map<number, Item<R>>();
    const complete = new Set<Entry<R>>();
    const actor = new Set<Entry<R>>();
    const behindGap: [Node | null, Entry<R>][] = [];
    const reach = (node: Node | null, entry: Entry<R>): void => {
      if (node === null) complete.add(entry);
      else if (node.kind === "either") for (const option of node.options) reach(option, entry);
      else if (node.kind === "slot") actor.add(entry);
      else if (node.kind === "gap") behindGap.push([node.next, entry]);
      else {
        const item = this.#items.get(node) ?? { id: this.#items.size, node, entry };
        this.#items.set(node, item);
        items.set(item.id, item);
      }
    };
    for (const [node, entry] of places) reach(node, entry);
    if (items.size + complete.size + actor.size + behindGap.length === 0) return null;
    const ids = [...items.keys()].toSorted((a, b) => a - b).join();
    const ranks = (set: Iterable<Entry<R>>): string =>
      [...set]
        .map((entry) => entry.rank)
        .toSorted()
        .join();
    const gap = behindGap.length === 0 ? null : this.#state(behindGap);
    const key = `${ids}|${ranks(complete)}|${ranks(actor)}|${gap === null ? "" : gap.key}`;
    let state = this.#states.get(key);
    if (!state) {
      const number = this.#byNumber.length;
      state = { number, key, items: [...items.values()], complete: [...complete], actor: [...actor], gap };
      this.#states.set(key, state);
      this.#byNumber.push(state);
      this.#takenBits = roomFor(this.#takenBits, number);
      this.#takenBits[number] = this.#bitsOf(state.items);
      if (number >= this.#special.length) {
        const special = new Uint8Array(2 * number);
        special.set(this.#special);
        this.#special = special;
      }
      this.#special[number] = complete.size + actor.size > 0 || gap !== null ? 1 : 0;
    }
    return state;
  }

  #bitsOf(items: readonly Item<R>[]): number {
    let bits = 0;
    for (const { node } of items) {
      if (node.kind === "any") return ALL;
      bits |= bitOf(node.kind === "word" ? this.#words.get(node.word)! : -1 - this.#prefixes.get(node.prefix)!);
    }
    return bits;
  }

  #learn(node: Node | null): void {
    if (node === null) return;
    if (node.kind === "either") {
      for (const option of node.options) this.#learn(option);
      return;
    }
    if (node.kind === "word") numberIn(this.#words, node.word);
    else if (node.kind === "prefix") numberIn(this.#prefixes, node.prefix);
    this.#learn(node.next);
  }

  #kindNumber(norm: string): number {
    const word = this.#words.get(norm) ?? -1;
    const prefixes: number[] = [];
    for (let length = 1; length <= norm.length; length++) {
      const prefix = this.#prefixes.get(norm.slice(0, length));
      if (prefix !== undefined) prefixes.push(prefix);
    }
    const key = [word, ...prefixes].join();
    if (!this.#kindNumbers.has(key)) {
      const kind = this.#kindNumbers.size;
      this.#kinds[kind] = { word, prefixes };
      this.#kindBits = roomFor(this.#kindBits, kind);
      this.#kindBits[kind] = prefixes.reduce((bits, p) => bits | bitOf(-1 - p), word < 0 ? 0 : bitOf(word));
    }
    return numberIn(this.#kindNumbers, key);
  }
}

const roomFor = (list: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> =>
  place < list.length ? list : enlarged(list, 2 * place);

const next = (node: Node): Node | null => (node.kind === "either" ? null : node.next);

function numberIn(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
