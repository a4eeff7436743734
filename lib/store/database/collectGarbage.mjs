// @ts-check
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
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
