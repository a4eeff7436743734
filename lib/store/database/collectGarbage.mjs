// @ts-check
import { setImmediate } from "node:timers/promises";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Has this thread's memory collected. Asked after work that leaves much behind: where memory is plenty, the collector lets
 * garbage grow to several times what is in use. Where it cannot be asked, memory stays taken until it runs by itself.
 */
export async function collectGarbage() {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("globalThis.gc");
  setFlagsFromString("--no-expose-gc");
  collect?.();
  await setImmediate();
  collect?.();
}

/**
 * Has memory collected whenever this thread holds so many bytes more than after the time before.
 * @param {number} bytes
 * @returns {() => Promise<void>} to be called now and then.
 */
export function collector(bytes) {
  const used = () => getHeapStatistics().used_heap_size;
  let kept = used();
  return async () => {
    if (used() < kept + bytes) return;
    await collectGarbage();
    kept = used();
  };
}
