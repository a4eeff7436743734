/** What a phrase or a part of it can begin with: whole words and beginnings of words. */
export interface Starts {
  words: readonly string[];
  prefixes: readonly string[];
}

/** Items looked up by a word they can begin with. A look-up allocates nothing. */
export class StartIndex<T> {
  readonly #words = new Map<string, T[]>();
  /** By the first two letters of the prefix; one-letter prefixes by that letter. */
  readonly #prefixes = new Map<number, { prefix: string; item: T }[]>();
  empty = true;

  add({ words, prefixes }: Starts, item: T): void {
    this.empty = false;
    for (const word of new Set(words)) push(this.#words, word, item);
    for (const prefix of new Set(prefixes)) push(this.#prefixes, keyOf(prefix), { prefix, item });
  }

  /** Appends what can begin with the word; an item with several fitting starts may come twice. */
  collect(word: string, into: T[]): void {
    const whole = this.#words.get(word);
    if (whole) for (const item of whole) into.push(item);
    if (this.#prefixes.size === 0) return;
    const two = this.#prefixes.get(keyOf(word));
    if (two) for (const { prefix, item } of two) if (word.startsWith(prefix)) into.push(item);
    const one = word.length > 1 ? this.#prefixes.get(word.charCodeAt(0)) : undefined;
    if (one) for (const { item } of one) into.push(item);
  }
}

const keyOf = (word: string): number =>
  word.length < 2 ? word.charCodeAt(0) : word.charCodeAt(0) * 0x10000 + word.charCodeAt(1);

function push<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
