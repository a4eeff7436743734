// @ts-check
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Has this thread's memory collected. Asked after work that leaves much behind: where memory is plenty, the collector lets
 * garbage grow to several times what is in use. Where it cannot be asked, memory stays taken until it runs by itself.
 */
export async function collectGarbage() {
  collectOnce();
  await setImmediate();
  collectOnce();
}

function collectOnce() {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("globalThis.gc");
  setFlagsFromString("--no-expose-gc");
  collect?.();
}

/**
 * Has memory collected whenever this thread holds so many bytes more than after the time before.
 * @param {number} bytes
 * @returns {() => void} to be called now and then.
 */
export function collector(bytes) {
  const used = () => getHeapStatistics().used_heap_size;
  let kept = used();
  return () => {
    if (used() < kept + bytes) return;
    collectOnce();
    kept = used();
  };
}
