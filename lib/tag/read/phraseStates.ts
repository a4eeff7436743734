import { enlarged } from "./lexicon.ts";
import type { Node } from "./phraseSyntax.ts";
import { ANY, bitsOf, type PhraseWords } from "./phraseWords.ts";

/** A compiled phrase that belongs to `rule`. */
export interface Entry<R> {
  /** Its place among all. */
  id: number;
  node: Node;
  rule: R;
  /** Words of every match; null where the match has to be measured. */
  length: number | null;
  /** Order in which phrases that fit at the same word are reported. */
  rank: number;
}

/** Phrases that fit at a word: the first `count` of a list that keeps its room. */
export interface Fitting<R> {
  readonly list: Entry<R>[];
  count: number;
}

/** A place inside a phrase: one more word, or what else stands there; null is the end. */
export interface Place<R> {
  node: Node | null;
  entry: Entry<R>;
}

/** Where the phrases begun so far stand after some words. */
export interface State<R> {
  /** By what is taken the places behind those that take one more word. */
  behind: ReadonlyMap<number, readonly Place<R>[]>;
  /** Phrases that end here. */
  complete: readonly Entry<R>[];
  /** Phrases that go on with an actor. */
  actor: readonly Entry<R>[];
  /** Number of the state of what follows a gap that opens here, or -1. */
  gap: number;
}

/** A place that takes a word. */
interface Stop<R> {
  id: number;
  takes: number;
  behind: Place<R>;
}

/** States by number, made when asked for; flat lists beside them for what is asked at every word. */
export class PhraseStates<R> {
  readonly list: State<R>[] = [];
  /** By state 1 where phrases end, go on with an actor or open a gap. */
  special = new Uint8Array(1024);
  /** By state the bits of what it takes (bitsOf). */
  low = new Int32Array(1024);
  high = new Int32Array(1024);
  readonly #words: PhraseWords;
  readonly #stops = new Map<Node, Stop<R>>();
  readonly #numbers = new Map<string, number>();
  /** States of phrases that stand at one place, as most do. */
  readonly #alone = new Map<Place<R>, number>();
  /** Places behind gaps. */
  readonly #gaps = new Map<Node, Place<R>>();

  constructor(words: PhraseWords) {
    this.#words = words;
  }

  /** Learns what words stand in a phrase. */
  learn(node: Node | null, entry: Entry<R>): void {
    if (node === null || this.#stops.has(node)) return;
    if (node.kind === "either") {
      for (const option of node.options) this.learn(option, entry);
      return;
    }
    if (node.kind !== "gap" && node.kind !== "slot") {
      const stop = { id: this.#stops.size, takes: this.#words.learn(node), behind: { node: node.next, entry } };
      this.#stops.set(node, stop);
    }
    this.learn(node.next, entry);
  }

  /** Number of the state of phrases that stand at some places, -1 when there are none. */
  at(places: readonly Place<R>[]): number {
    const [only] = places;
    if (!only || places.length > 1) return this.#atAll(places);
    let number = this.#alone.get(only);
    if (number === undefined) this.#alone.set(only, (number = this.#atAll(places)));
    return number;
  }

  #atAll(places: readonly Place<R>[]): number {
    const reached: Reached<R> = { stops: [], complete: [], actor: [], gap: [] };
    for (const { node, entry } of places) this.#reach(node, entry, reached);
    const stops = once(reached.stops);
    const complete = once(reached.complete);
    const actor = once(reached.actor);
    if (stops.length + complete.length + actor.length + reached.gap.length === 0) return -1;
    const gap = reached.gap.length === 0 ? -1 : this.at(reached.gap);
    const key = `${idsOf(stops)}|${idsOf(complete)}|${idsOf(actor)}|${gap}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.list.push({ behind: behindOf(stops), complete, actor, gap }) - 1;
      this.#numbers.set(key, number);
      if (number >= this.special.length) this.#grow();
      const bits = bitsOf(stops.map((stop) => stop.takes));
      this.low[number] = bits.low;
      this.high[number] = bits.high;
      this.special[number] = complete.length + actor.length > 0 || gap >= 0 ? 1 : 0;
    }
    return number;
  }

  /** Number of the state behind a word of some kind, -1 where no phrase goes on. */
  after(state: number, kind: number): number {
    const { behind } = this.list[state]!;
    let places = behind.get(ANY) ?? [];
    for (const takes of this.#words.taken(kind)) {
      const more = behind.get(takes);
      if (more) places = places.length === 0 ? more : places.concat(more);
    }
    return places.length === 0 ? -1 : this.at(places);
  }

  #reach(node: Node | null, entry: Entry<R>, into: Reached<R>): void {
    if (node === null) into.complete.push(entry);
    else if (node.kind === "either") for (const option of node.options) this.#reach(option, entry, into);
    else if (node.kind === "slot") into.actor.push(entry);
    else if (node.kind === "gap") into.gap.push(this.#behindGap(node, entry));
    else into.stops.push(this.#stops.get(node)!);
  }

  #behindGap(gap: Extract<Node, { kind: "gap" }>, entry: Entry<R>): Place<R> {
    let place = this.#gaps.get(gap);
    if (!place) this.#gaps.set(gap, (place = { node: gap.next, entry }));
    return place;
  }

  #grow(): void {
    const size = 2 * this.special.length;
    this.low = enlarged(this.low, size);
    this.high = enlarged(this.high, size);
    const was = this.special;
    this.special = new Uint8Array(size);
    this.special.set(was);
  }
}

interface Reached<R> {
  stops: Stop<R>[];
  complete: Entry<R>[];
  actor: Entry<R>[];
  gap: Place<R>[];
}

function behindOf<R>(stops: readonly Stop<R>[]): Map<number, Place<R>[]> {
  const found = new Map<number, Place<R>[]>();
  for (const { takes, behind } of stops) {
    const places = found.get(takes);
    if (places) places.push(behind);
    else found.set(takes, [behind]);
  }
  return found;
}

/** In order of number, each once. */
function once<T extends { id: number }>(list: T[]): T[] {
  if (list.length < 2) return list;
  return list.toSorted((a, b) => a.id - b.id).filter((each, i, sorted) => i === 0 || sorted[i - 1] !== each);
}

const idsOf = (list: readonly { id: number }[]): string => list.map((each) => each.id).join();
