import { GAP, type Node } from "./phraseSyntax.ts";
import type { Readable } from "./phrases.ts";

/** Targets of the mention that filled the slot of the phrase tried last. */
export const found: { slot: readonly string[] | null } = { slot: null };

/** Tries a phrase at a word: the index behind the match, shortest gaps and first alternatives first, or -1. */
export function matchPhrase(node: Node, text: Readable, word: number, to: number): number {
  found.slot = null;
  return match(node, text, word, to);
}

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
