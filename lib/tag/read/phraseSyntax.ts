import { foldWord, splitWords } from "./words.ts";

type Element =
  | { kind: "word"; word: string }
  | { kind: "prefix"; prefix: string }
  | { kind: "any" }
  | { kind: "gap" }
  | { kind: "slot"; target: string }
  | { kind: "either"; options: Element[][] };

/** An element with what follows it already linked, so that matching allocates nothing. Null is the end: a match. */
export type Node =
  | { kind: "word"; word: string; next: Node | null }
  | { kind: "prefix"; prefix: string; next: Node | null }
  | { kind: "any"; next: Node | null }
  | { kind: "gap"; next: Node | null }
  | { kind: "slot"; target: string; next: Node | null }
  | { kind: "either"; options: (Node | null)[] };

/** The most words that `...` stands for. */
export const GAP = 4;

/**
 * Reads a phrase (syntax in lib/domain/codebook.ts); alternatives at its front become phrases of their own, so that each
 * starts with a word, a beginning of words or an actor. @throws Error naming a phrase that cannot be read or fits anything.
 */
export function compilePhrase(phrase: string): Node[] {
  return expandFirst(parsePhrase(phrase)).map((elements) => {
    const node = linked(elements, null);
    if (node?.kind === "word" || node?.kind === "prefix" || node?.kind === "slot") return node;
    throw new Error(`The phrase "${phrase}" must begin with a word or an actor.`);
  });
}

/** Words every match of a phrase has; null where they differ or depend on the text. */
export function lengthOf(node: Node | null): number | null {
  if (node === null) return 0;
  if (node.kind === "either") {
    const lengths = new Set(node.options.map(lengthOf));
    return lengths.size === 1 ? [...lengths][0]! : null;
  }
  if (node.kind === "gap" || node.kind === "slot") return null;
  const rest = lengthOf(node.next);
  return rest === null ? null : rest + 1;
}

/** Links elements to what follows them; alternatives share what follows. */
function linked(elements: readonly Element[], next: Node | null): Node | null {
  return elements.reduceRight<Node | null>((after, element) => {
    if (element.kind !== "either") return { ...element, next: after };
    return { kind: "either", options: element.options.map((option) => linked(option, after)) };
  }, next);
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
