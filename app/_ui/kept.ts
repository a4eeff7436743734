import "server-only";
import { createHash } from "node:crypto";
import type { Markup } from "./markup.ts";

/** Characters of HTML kept at once; what was not asked for longest goes first. */
const MOST = 48_000_000;

interface Shelf {
  size: number;
  pieces: Map<string, string>;
  /** Ids of the pieces made of one thing, by name. */
  ids: WeakMap<object, Map<string, string>>;
}
/** On globalThis, where `Kept` looks when it is rendered on the server: a bundle of its own. */
const shelf: Shelf = ((globalThis as { parallaxPieces?: Shelf }).parallaxPieces ??= {
  size: 0,
  pieces: new Map(),
  ids: new WeakMap(),
});

/** Keeps a piece under a name made from its content, so that the same words stay in place when a page is made anew. */
function put(text: string): string {
  const id = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  if (!shelf.pieces.has(id)) shelf.size += text.length;
  shelf.pieces.set(id, text);
  for (const [oldest, its] of shelf.pieces) {
    if (shelf.size <= MOST || oldest === id) break;
    shelf.pieces.delete(oldest);
    shelf.size -= its.length;
  }
  return id;
}

/** The id, for `<Kept>`, of a piece of HTML that depends on nothing but `of`; made when it is asked for first. */
export function keep(of: object, name: string, make: () => Markup): string {
  const ids = shelf.ids.get(of) ?? new Map<string, string>();
  shelf.ids.set(of, ids);
  const known = ids.get(name);
  const text = known === undefined ? undefined : shelf.pieces.get(known);
  if (known === undefined || text === undefined) {
    const id = put(make().text);
    ids.set(name, id);
    return id;
  }
  // Last in the map is what was asked for last.
  shelf.pieces.delete(known);
  shelf.pieces.set(known, text);
  return known;
}
