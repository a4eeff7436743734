/** Numbers by pairs of numbers, in one flat table with open addressing: no object a state, nothing for the collector. */
export class Transitions {
  /** From, by and to, three numbers an entry; -1 where an entry is free. */
  #table = new Int32Array(3 * 4096).fill(-1);
  #mask = 4095;
  #size = 0;

  /** -1 where nothing was set. */
  get(from: number, by: number): number {
    const table = this.#table;
    for (let at = placeOf(from, by) & this.#mask; ; at = (at + 1) & this.#mask) {
      const there = table[3 * at]!;
      if (there === -1) return -1;
      if (there === from && table[3 * at + 1] === by) return table[3 * at + 2]!;
    }
  }

  set(from: number, by: number, to: number): void {
    if (2 * this.#size > this.#mask) this.#spread();
    const table = this.#table;
    let at = placeOf(from, by) & this.#mask;
    while (table[3 * at] !== -1 && (table[3 * at] !== from || table[3 * at + 1] !== by)) at = (at + 1) & this.#mask;
    if (table[3 * at] === -1) this.#size++;
    table[3 * at] = from;
    table[3 * at + 1] = by;
    table[3 * at + 2] = to;
  }

  get size(): number {
    return this.#size;
  }

  /** Twice the room. */
  #spread(): void {
    const before = this.#table;
    this.#table = new Int32Array(2 * before.length).fill(-1);
    this.#mask = 2 * this.#mask + 1;
    this.#size = 0;
    for (let at = 0; at < before.length; at += 3)
      if (before[at] !== -1) this.set(before[at]!, before[at + 1]!, before[at + 2]!);
  }
}

const placeOf = (from: number, by: number): number => {
  const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(by, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};
