import "server-only";
import { store } from "#app/_database.ts";

/** Answers kept at once; the oldest goes first. */
const MOST = 400;

interface Shelf {
  revision: number;
  answers: Map<string, Promise<unknown>>;
}
const shelf: Shelf = ((globalThis as { parallaxAnswers?: Shelf }).parallaxAnswers ??= {
  revision: -1,
  answers: new Map(),
});

/** The answer to `key`, made once as long as nothing was written to the store, by whichever process. */
export async function remembered<T>(key: string, make: () => Promise<T>): Promise<T> {
  const revision = await (await store()).revision();
  if (revision !== shelf.revision) {
    shelf.revision = revision;
    shelf.answers.clear();
  }
  const known = shelf.answers.get(key);
  if (known) return known as Promise<T>;
  const made = make();
  shelf.answers.set(key, made);
  if (shelf.answers.size > MOST) shelf.answers.delete(shelf.answers.keys().next().value ?? "");
  made.catch(() => shelf.answers.delete(key));
  return made;
}
