import { enlarged } from "./lexicon.ts";

/** A pattern machine as wink's model holds it: last state, transitions, names of final states, marked parts. */
type WrittenMachine = [
  version: number,
  last: number,
  next: Record<string, Record<string, number>>,
  final: Record<string, string>,
  marked: Record<string, [number, number]>,
];

/** Events of wink's machines beside words, hints and parts of speech: the end, and "anything else". */
const END = 2_070_000;
const OTHERWISE = 2_070_003;
/** A final state that stands for no pattern. */
const NO_PATTERN = -999;

/** Numbers from 1 on for the events that some machine knows; all others are 0. */
export function eventNumbers(written: readonly string[]): Map<number, number> {
  const numbers = new Map<number, number>([[END, 1]]);
  for (const json of written)
    for (const row of Object.values((JSON.parse(json) as WrittenMachine)[2]))
      for (const event of Object.keys(row).map(Number))
        if (!Number.isNaN(event) && event !== OTHERWISE && !numbers.has(event)) numbers.set(event, numbers.size + 1);
  return numbers;
}

/** What a machine found last: first token of each pattern, and what the pattern stands for. */
export const matches = { first: new Int32Array(256), target: new Int32Array(256) };

/** A machine of wink's model in flat tables; finds what wink-nlp 2.4 src/automaton.js finds with it. */
export class Machine {
  readonly #width: number;
  readonly #next: Int16Array;
  readonly #otherwise: Int16Array;
  /** By final state what it stands for, 1 where its name is no number; 0 for states that are not final. */
  readonly #target: Int16Array;
  /** Tokens of a pattern in front of its marked part. */
  readonly #skipped: Int16Array;

  constructor(json: string, events: ReadonlyMap<number, number>) {
    const [, last, next, final, marked] = JSON.parse(json) as WrittenMachine;
    this.#width = events.size + 1;
    this.#next = new Int16Array((last + 1) * this.#width);
    this.#otherwise = new Int16Array(last + 1);
    this.#target = new Int16Array(last + 1);
    this.#skipped = new Int16Array(last + 1);
    for (const [state, row] of Object.entries(next)) {
      this.#otherwise[Number(state)] = row[OTHERWISE] ?? 0;
      for (const [event, to] of Object.entries(row)) {
        const number = events.get(Number(event));
        if (number !== undefined) this.#next[Number(state) * this.#width + number] = to;
      }
    }
    for (const [state, name] of Object.entries(final))
      this.#target[Number(state)] = name === "0" ? NO_PATTERN : Number(name) || 1;
    for (const [state, [before]] of Object.entries(marked)) this.#skipped[Number(state)] = before;
  }

  /** Looks for patterns among `length` events, greedily as wink does; gives their number and leaves them in `matches`. */
  find(events: Int32Array, length: number): number {
    const next = this.#next;
    const width = this.#width;
    let count = 0;
    let first = 0;
    let state = 0;
    let otherAt = 0;
    let other = 0;
    for (let i = 0; i <= length; i++) {
      for (let j = i; j <= length; j++) {
        const to = next[state * width + (j === length ? 1 : events[j]!)]!;
        if (state === 0 && to !== 0) first = j;
        const final = to !== 0 && this.#target[to] !== 0;
        if (final || to === 0) {
          if (final || other !== 0) {
            count = this.#keep(count, first, final ? to : other);
            i = final ? j : otherAt;
            other = 0;
          }
          state = 0;
          break;
        }
        state = to;
        if (this.#otherwise[to] !== 0) {
          otherAt = j;
          other = this.#otherwise[to]!;
        }
      }
    }
    return count;
  }

  #keep(count: number, first: number, state: number): number {
    const target = this.#target[state]!;
    if (target === NO_PATTERN) return count;
    if (count >= matches.first.length) {
      matches.first = enlarged(matches.first, 2 * count);
      matches.target = enlarged(matches.target, 2 * count);
    }
    matches.first[count] = first + this.#skipped[state]!;
    matches.target[count] = target;
    return count + 1;
  }
}
