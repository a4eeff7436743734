import "server-only";
import { store } from "#app/_database.ts";

interface Shelf {
  revision: number;
  answers: Map<string, Promise<unknown>>;
}
const shelves: Map<string, Shelf> = ((globalThis as { parallaxShelves?: Map<string, Shelf> }).parallaxShelves ??=
  new Map());

/** Remembers up to `most` answers; what was not asked for longest goes first. `name` is the shelf's own. */
export function remembering(name: string, most: number) {
  const shelf: Shelf = shelves.get(name) ?? { revision: -1, answers: new Map() };
  shelves.set(name, shelf);
  return async function remembered<T>(key: string, make: () => Promise<T>): Promise<T> {
    const revision = await (await store()).revision();
    if (revision !== shelf.revision) {
      shelf.revision = revision;
      shelf.answers.clear();
    }
    const answer = (shelf.answers.get(key) as Promise<T> | undefined) ?? make();
    shelf.answers.delete(key);
    shelf.answers.set(key, answer);
    if (shelf.answers.size > most) shelf.answers.delete(shelf.answers.keys().next().value ?? "");
    answer.catch(() => {
      if (shelf.answers.get(key) === answer) shelf.answers.delete(key);
    });
    return answer;
  };
}

/** The answer to `key`, made once as long as nothing was written to the store, by whichever process. */
export const remembered = remembering("charts", 400);
