import { readFileSync, readlinkSync } from "node:fs";

/** A cell that a thread writes its number into and another reads; 0 until then. */
export const threadCell = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4));

/** Writes the number of the calling thread into a cell, where the system tells it (Linux). */
export function noteThread(cell: Int32Array): void {
  try {
    Atomics.store(cell, 0, Number(readlinkSync("/proc/thread-self").split("/").at(-1)));
  } catch {
    // Elsewhere the cell stays 0, and time by the wall is what is known.
  }
}

/** Processor time that a thread of this process has had, helpers not counted; null where the system does not tell. Milliseconds. */
export function threadTime(thread: number): number | null {
  if (thread === 0) return null;
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${thread}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}

/** What a thread may take. Milliseconds. */
export interface TimeLimits {
  /** Of a core. */
  cpu: number;
  /** By the clock: where processor time is not known, and where it is, on a machine too busy to give any. */
  wall: { unknown: number; known: number };
}

/** True when a thread has had its time. `cpu`: null where not known. */
export const overdue = (had: { cpu: number | null; wall: number }, { cpu, wall }: TimeLimits): boolean =>
  had.cpu === null ? had.wall > wall.unknown : had.cpu > cpu || had.wall > wall.known;
