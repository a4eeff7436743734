import { PhraseAutomaton } from "./phraseAutomaton.ts";
import type { Entry, Fitting } from "./phraseStates.ts";
import { compilePhrase, lengthOf } from "./phraseSyntax.ts";
import { found, matchPhrase } from "./matchPhrase.ts";

/** Where the matcher looks: words, and at each word the actor mention that begins there. */
export interface Readable {
  norm: string[];
  /** Numbers of the words (lexicon.ts). */
  words: { id: number[] };
  mentionAt: (index: number) => { endWord: number; targets: readonly string[] } | undefined;
}

/** Takes a hit; the parts of PhraseHit. */
export type OnHit<R> = (rule: R, from: number, to: number, slotTargets: readonly string[] | null) => void;

export interface PhraseHit<R> {
  rule: R;
  /** Word range [from, to). */
  from: number;
  to: number;
  /** Targets of the mention that filled a slot, if any. */
  slotTargets: readonly string[] | null;
}

/**
 * Finds many phrases at once; see the phrase syntax in lib/domain/codebook.ts. One automaton walks on from each word and
 * tells which phrases fit there; only those with gaps or actors are then matched one by one, to know where they end.
 */
export class PhraseIndex<R> {
  readonly #entries: { words: Entry<R>[]; slots: Entry<R>[] } = { words: [], slots: [] };
  #automaton: PhraseAutomaton<R> | null = null;
  #size = 0;
  readonly #fitting: Fitting<R> = { list: [], count: 0 };

  /** @throws Error naming the phrase when it cannot be read or would match anything. */
  add(phrase: string, rule: R): void {
    this.#automaton = null;
    for (const node of compilePhrase(phrase)) {
      const into = node.kind === "slot" ? this.#entries.slots : this.#entries.words;
      const rank = node.kind === "prefix" ? (node.prefix.length > 1 ? 2 : 1) : 0;
      into.push({ id: this.#size++, node, rule, length: lengthOf(node), rank: rank * 1e6 + into.length });
    }
  }

  /** All hits inside the word range [from, to), in reading order. */
  find(text: Readable, from: number, to: number, onHit: OnHit<R>): void {
    const { words, slots } = this.#entries;
    const automaton = (this.#automaton ??= new PhraseAutomaton(words, slots));
    const fitting = this.#fitting;
    automaton.read(text, from, to);
    for (let i = from; i < to; i++) {
      automaton.fromWord(i, fitting);
      if (fitting.count > 0) report(fitting, text, i, to, onHit);
      const mention = slots.length > 0 ? text.mentionAt(i) : undefined;
      if (!mention || mention.endWord > to) continue;
      automaton.behindActor(mention.endWord, fitting);
      if (fitting.count > 0) report(fitting, text, i, to, onHit);
    }
  }
}

/** A few phrases at most, so each is put in its place among those before it. */
function sortByRank<R>({ list, count }: Fitting<R>): void {
  for (let k = 1; k < count; k++) {
    const entry = list[k]!;
    let at = k;
    for (; at > 0 && list[at - 1]!.rank > entry.rank; at--) list[at] = list[at - 1]!;
    list[at] = entry;
  }
}

/** Reports phrases that fit at a word, in the order they were added, and forgets them. */
function report<R>(fitting: Fitting<R>, text: Readable, from: number, to: number, onHit: OnHit<R>): void {
  const { list, count } = fitting;
  if (count > 1) sortByRank(fitting);
  for (let k = 0; k < count; k++) {
    const entry = list[k]!;
    if (k > 0 && list[k - 1] === entry) continue;
    const { rule, length } = entry;
    if (length !== null) {
      onHit(rule, from, from + length, null);
      continue;
    }
    const end = matchPhrase(entry.node, text, from, to);
    if (end > from) onHit(rule, from, end, found.slot);
  }
  fitting.count = 0;
}
