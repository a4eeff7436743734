import { Remembered, words } from "./lexicon.ts";
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
  /** What the items take: numbers of words, and of prefixes as -1 - number; null where one takes any word. */
  wanted: Int32Array | ReadonlySet<number> | null;
}

/** Words the phrases cannot tell apart: the same one, or none, with the same beginnings. */
interface Kind {
  /** Number of the word, -1 where it stands in no phrase. */
  word: number;
  prefixes: readonly number[];
}

/** As many wanted numbers are looked through one by one. */
const FEW = 6;
/** Transitions kept before all are forgotten, so that memory does not grow with the articles read. */
const MOST = 300_000;
const NOWHERE = -2;

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
    if (state !== null) this.#walk(state, text, at + 1, to, into);
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

  #walk(from: State<R>, text: Readable, first: number, to: number, into: Entry<R>[]): void {
    const ids = text.words.id;
    let state = from;
    for (let at = first; ; at++) {
      for (const entry of state.complete) into.push(entry);
      if (at >= to) return;
      if (state.actor.length > 0 && text.mentionAt(text.norm[at] === "the" ? at + 1 : at) !== undefined)
        for (const entry of state.actor) into.push(entry);
      if (state.gap !== null)
        for (let skip = 0; skip <= GAP && at + skip < to; skip++) this.#walk(state.gap, text, at + skip, to, into);
      const kind = this.#kindOf.get(ids[at]!);
      if (state.wanted !== null && !this.#isWanted(state.wanted, kind)) return;
      const known = this.#next.get(state.number, kind);
      if (known === NOWHERE) return;
      const after = known >= 0 ? this.#byNumber[known]! : this.#step(state, kind);
      if (after === null) return;
      state = after;
    }
  }

  #isWanted(wanted: Int32Array | ReadonlySet<number>, kind: number): boolean {
    if (kind === 0) return false;
    const { word, prefixes } = this.#kinds[kind]!;
    if (wanted instanceof Set) {
      if (word >= 0 && wanted.has(word)) return true;
      for (let k = 0; k < prefixes.length; k++) if (wanted.has(-1 - prefixes[k]!)) return true;
      return false;
    }
    const list = wanted as Int32Array;
    for (let i = 0; i < list.length; i++) {
      const one = list[i]!;
      if (one >= 0 ? one === word : prefixes.includes(-1 - one)) return true;
    }
    return false;
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
      const list = [...items.values()];
      const wanted = this.#wanted(list);
      state = {
        number: this.#byNumber.length,
        key,
        items: list,
        complete: [...complete],
        actor: [...actor],
        gap,
        wanted,
      };
      this.#states.set(key, state);
      this.#byNumber.push(state);
    }
    return state;
  }

  #wanted(items: readonly Item<R>[]): State<R>["wanted"] {
    const numbers: number[] = [];
    for (const { node } of items) {
      if (node.kind === "any") return null;
      numbers.push(node.kind === "word" ? this.#words.get(node.word)! : -1 - this.#prefixes.get(node.prefix)!);
    }
    return numbers.length > FEW ? new Set(numbers) : Int32Array.from(numbers);
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
    if (!this.#kindNumbers.has(key)) this.#kinds[this.#kindNumbers.size] = { word, prefixes };
    return numberIn(this.#kindNumbers, key);
  }
}

const next = (node: Node): Node | null => (node.kind === "either" ? null : node.next);

function numberIn(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
