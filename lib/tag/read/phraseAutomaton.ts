import { GAP } from "./phraseSyntax.ts";
import type { Readable } from "./phrases.ts";
import { PhraseStates, type Entry, type Fitting, type Place } from "./phraseStates.ts";
import { PhraseWords } from "./phraseWords.ts";
import { Transitions } from "./transitions.ts";

/** Transitions kept before all are forgotten, so that memory does not grow with the articles read. */
const MOST = 300_000;
const UNKNOWN = -2;

/**
 * All phrases as one finite automaton whose states are made when a text first leads there (Aho, Sethi & Ullman 1986,
 * section 3.7).
 */
export class PhraseAutomaton<R> {
  readonly #kinds = new PhraseWords();
  readonly #entries: { words: readonly Entry<R>[]; slots: readonly Entry<R>[] };
  /** Places behind the first word, by what that takes. */
  readonly #begun = new Map<number, Place<R>[]>();
  #states: PhraseStates<R>;
  /** By kind the state behind a first word of that kind: -1 where no phrase begins so, UNKNOWN before it was asked. */
  #first = new Int32Array(0);
  /** State behind the actor at the front of a phrase. */
  #behindActor = UNKNOWN;
  /** From state and kind of word to the state behind it plus one, 0 where no phrase goes on. */
  #next = new Transitions();
  /** Kinds of the words in hand, by their place in the text. */
  #at = new Int32Array(1024);
  #text: Readable | null = null;
  #to = 0;

  /** @param words phrases that begin with a word or its beginning @param slots those that begin with an actor */
  constructor(words: readonly Entry<R>[], slots: readonly Entry<R>[]) {
    this.#entries = { words, slots };
    this.#states = this.#none();
    for (const entry of words) {
      const { node } = entry;
      if (node.kind !== "word" && node.kind !== "prefix") continue;
      const takes = this.#kinds.learn(node);
      const known = this.#begun.get(takes);
      if (known) known.push(behindFirst(entry));
      else this.#begun.set(takes, [behindFirst(entry)]);
    }
  }

  /** Turns to the words [from, to) of a text. */
  read(text: Readable, from: number, to: number): void {
    // Only between texts: states on the way have numbers of before.
    if (this.#next.size > MOST) this.#forget();
    if (to > this.#at.length) this.#at = new Int32Array(2 * to);
    const { id } = text.words;
    const at = this.#at;
    for (let i = from; i < to; i++) at[i] = this.#kinds.kindOf(id[i]!);
    this.#text = text;
    this.#to = to;
  }

  /** Appends the phrases that fit at word `at`, some perhaps twice; those with gaps or actors perhaps do not fit. */
  fromWord(at: number, into: Fitting<R>): void {
    const kind = this.#at[at]!;
    if (kind === 0) return;
    const state = kind < this.#first.length ? this.#first[kind]! : UNKNOWN;
    this.#from(state === UNKNOWN ? this.#begin(kind) : state, at + 1, into);
  }

  /** The same for phrases that begin with an actor, whose mention ends before word `at`. */
  behindActor(at: number, into: Fitting<R>): void {
    if (this.#behindActor === UNKNOWN) this.#behindActor = this.#states.at(this.#entries.slots.map(behindFirst));
    this.#from(this.#behindActor, at, into);
  }

  /** Walks on from a state where something ends there or may go on with word `at`. */
  #from(state: number, at: number, into: Fitting<R>): void {
    if (state < 0) return;
    if (this.#states.special[state] === 1 || (at < this.#to && this.#mayTake(state, this.#at[at]!)))
      this.#walk(state, at, into);
  }

  /** Whether some phrase may go on from a state with a word: most do not, and need not be looked up. */
  #mayTake(state: number, kind: number): boolean {
    const states = this.#states;
    const kinds = this.#kinds;
    return ((states.low[state]! & kinds.low[kind]!) | (states.high[state]! & kinds.high[kind]!)) !== 0;
  }

  #walk(from: number, first: number, into: Fitting<R>): void {
    let state = from;
    for (let at = first; ; at++) {
      if (this.#states.special[state] === 1) this.#stop(state, at, into);
      if (at >= this.#to) return;
      const kind = this.#at[at]!;
      if (!this.#mayTake(state, kind)) return;
      const known = this.#next.get(state, kind);
      state = known >= 0 ? known - 1 : this.#step(state, kind);
      if (state < 0) return;
    }
  }

  /** Phrases that end at a word, that an actor there may complete, and that go on within the gap that opens there. */
  #stop(state: number, at: number, into: Fitting<R>): void {
    const { complete, actor, gap } = this.#states.list[state]!;
    for (let i = 0; i < complete.length; i++) into.list[into.count++] = complete[i]!;
    if (at >= this.#to) return;
    const text = this.#text!;
    if (actor.length > 0 && text.mentionAt(text.norm[at] === "the" ? at + 1 : at) !== undefined)
      for (let i = 0; i < actor.length; i++) into.list[into.count++] = actor[i]!;
    if (gap < 0) return;
    const last = Math.min(at + GAP, this.#to - 1);
    for (let next = at; next <= last; next++) this.#from(gap, next, into);
  }

  #step(state: number, kind: number): number {
    const after = this.#states.after(state, kind);
    this.#next.set(state, kind, after + 1);
    return after;
  }

  #begin(kind: number): number {
    if (kind >= this.#first.length) {
      const was = this.#first;
      this.#first = new Int32Array(Math.max(4096, 2 * kind)).fill(UNKNOWN);
      this.#first.set(was);
    }
    const begun = this.#kinds.taken(kind).flatMap((takes) => this.#begun.get(takes) ?? []);
    return (this.#first[kind] = this.#states.at(begun));
  }

  #forget(): void {
    this.#states = this.#none();
    this.#next = new Transitions();
    this.#first.fill(UNKNOWN);
    this.#behindActor = UNKNOWN;
  }

  #none(): PhraseStates<R> {
    const states = new PhraseStates<R>(this.#kinds);
    for (const entry of [...this.#entries.words, ...this.#entries.slots]) states.learn(entry.node, entry);
    return states;
  }
}

const behindFirst = <R>(entry: Entry<R>): Place<R> => ({
  node: entry.node.kind === "either" ? null : entry.node.next,
  entry,
});
