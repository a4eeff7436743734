/**
 * Every distinct word has a number, in order of first appearance, so that what is worked out of common words lies close
 * together. Numbers hold until a tagger, between articles, finds too many and forgets them: memory does not grow.
 */
let generation = 0;
const MOST = 50_000;

/** Changes whenever the numbers of words do. */
export const generationOf = (): number => generation;

/** Numbers for texts. */
export class Numbering {
  readonly #first: readonly string[];
  #numbers = new Map<string, number>();
  #texts: string[] = [];
  #generation = generation;

  /** `first` are numbered from 0 on and keep their numbers. */
  constructor(first: readonly string[] = []) {
    this.#first = first;
    this.#restart();
  }

  number(text: string): number {
    if (this.#generation !== generation) this.#restart();
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  text(number: number): string {
    return this.#texts[number]!;
  }

  get size(): number {
    return this.#texts.length;
  }

  #restart(): void {
    this.#generation = generation;
    this.#texts = [...this.#first];
    this.#numbers = new Map(this.#first.map((text, i) => [text, i]));
  }
}

/** What is worked out of a numbered text once: a whole number, `make` gives it. */
export class Remembered {
  readonly #of: Numbering;
  readonly #make: (text: string) => number;
  #values = new Int32Array(0);
  #generation = -1;

  constructor(of: Numbering, make: (text: string) => number) {
    this.#of = of;
    this.#make = make;
  }

  get(number: number): number {
    if (this.#generation === generation && number < this.#values.length) {
      const value = this.#values[number]!;
      if (value !== UNKNOWN) return value;
    }
    return this.#fill(number);
  }

  #fill(number: number): number {
    const kept = this.#generation === generation ? this.#values : new Int32Array(0);
    this.#generation = generation;
    if (number >= kept.length) {
      this.#values = new Int32Array(Math.max(4096, 2 * number)).fill(UNKNOWN);
      this.#values.set(kept);
    } else this.#values = kept;
    const value = this.#make(this.#of.text(number));
    this.#values[number] = value;
    return value;
  }
}
const UNKNOWN = -0x80000000;

/** Folded words. */
export const words = new Numbering();

/** Words as written, found by their characters without cutting them out of the text. */
let table = new Int32Array(1 << 17);
let hashes = new Int32Array(1024);
let folded = new Int32Array(1024);
let capitals = new Uint8Array(1024);
/** Characters of all forms one after another; form i is [ends[i], ends[i + 1]). */
let ends = new Int32Array(1025);
let characters = new Uint16Array(8192);
let forms = 0;

/** Number of the form codes[start, end) whose characters hash to `hash`; `fold` makes its word when it is new. */
export function formOf(
  codes: Uint16Array,
  start: number,
  end: number,
  hash: number,
  fold: (raw: string) => string,
): number {
  const length = end - start;
  const mask = table.length - 1;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const form = table[at]! - 1;
    if (form < 0) return met(codes, start, end, hash, at, fold);
    if (hashes[form] !== hash) continue;
    const from = ends[form]!;
    if (ends[form + 1]! - from !== length) continue;
    let i = 0;
    while (i < length && characters[from + i] === codes[start + i]) i++;
    if (i === length) return form;
  }
}

/** Number of the word of a form. */
export const wordOf = (form: number): number => folded[form]!;
/** Whether a form begins with a capital letter or digit. */
export const isCapital = (form: number): boolean => capitals[form] === 1;

function met(
  codes: Uint16Array,
  start: number,
  end: number,
  hash: number,
  at: number,
  fold: (raw: string) => string,
): number {
  const raw = String.fromCharCode(...codes.subarray(start, end));
  const form = forms++;
  if (forms >= hashes.length) {
    hashes = grown(hashes, new Int32Array(2 * hashes.length));
    folded = grown(folded, new Int32Array(2 * folded.length));
    capitals = grown(capitals, new Uint8Array(2 * capitals.length));
    ends = grown(ends, new Int32Array(2 * ends.length));
  }
  const from = ends[form]!;
  if (from + raw.length > characters.length)
    characters = grown(characters, new Uint16Array(2 * characters.length + raw.length));
  characters.set(codes.subarray(start, end), from);
  ends[form + 1] = from + raw.length;
  table[at] = form + 1;
  hashes[form] = hash;
  folded[form] = words.number(fold(raw));
  const first = raw.charCodeAt(0);
  capitals[form] = (first < 128 ? first < 97 : raw[0] !== raw[0]!.toLowerCase()) ? 1 : 0;
  if (2 * forms > table.length) rehash();
  return form;
}

function rehash(): void {
  table = new Int32Array(2 * table.length);
  const mask = table.length - 1;
  for (let form = 0; form < forms; form++) {
    let at = hashes[form]! & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = form + 1;
  }
}

function grown<T extends Int32Array | Uint8Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Forgets all words when there are many. Only between articles: what was read before has numbers of before. */
export function forgetWords(): void {
  if (forms < MOST) return;
  generation++;
  forms = 0;
  table.fill(0);
}

/** The same numbers with room for `length`. */
export function enlarged(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}
