import { enlarged } from "./lexicon.ts";

/**
 * Occurrences of numbered things, the first `size` of lists that keep their room: in order of first appearance each one's
 * number, how often it came and where first. Written over by the next count.
 */
export class Counts {
  size = 0;
  numbers = new Int32Array(1024);
  counts = new Int32Array(1024);
  first = new Int32Array(1024);
  /** Where each number stands among those counted last; holds only where that number stands there. */
  #placeOf = new Int32Array(8192);

  restart(): void {
    this.size = 0;
  }

  /** One more of `number`, met at word `at`. */
  add(number: number, at: number): void {
    if (number >= this.#placeOf.length) this.#placeOf = enlarged(this.#placeOf, 2 * number);
    const place = this.#placeOf[number]!;
    if (place < this.size && this.numbers[place] === number) {
      this.counts[place]!++;
      return;
    }
    const next = this.size++;
    if (next === this.numbers.length) {
      this.numbers = enlarged(this.numbers, 2 * next);
      this.counts = enlarged(this.counts, 2 * next);
      this.first = enlarged(this.first, 2 * next);
    }
    this.#placeOf[number] = next;
    this.numbers[next] = number;
    this.counts[next] = 1;
    this.first[next] = at;
  }
}
