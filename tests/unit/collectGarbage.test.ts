import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";
import { collector } from "#lib/store/database/collectGarbage.mjs";

const used = (): number => getHeapStatistics().used_heap_size;
/** About 40 MB that nothing refers to any more. */
function leaveGarbage(): void {
  const lists = Array.from({ length: 100 }, (_, i) => Array.from({ length: 50_000 }, (__, j) => i * j + 0.5));
  expect(lists.length).toBe(100);
}

test("memory is collected once this thread holds so much more than after the time before, and not earlier", () => {
  const early = collector(4e9);
  const collect = collector(20e6);
  leaveGarbage();
  const full = used();
  early();
  expect(used()).toBeGreaterThan(full - 20e6);
  collect();
  expect(used()).toBeLessThan(full - 30e6);
});
