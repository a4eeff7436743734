import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Transitions } from "#lib/tag/read/transitions.ts";

describe("transitions", () => {
  it("give back what was set last for a pair, and -1 for pairs never set", () => {
    const pair = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(fc.array(fc.tuple(pair, fc.integer({ min: -2, max: 1000 }))), pair, (sets, other) => {
        const table = new Transitions();
        const expected = new Map<string, number>();
        for (const [[from, by], to] of sets) {
          table.set(from, by, to);
          expected.set(`${from},${by}`, to);
        }
        for (const [[from, by]] of sets) expect(table.get(from, by)).toBe(expected.get(`${from},${by}`));
        expect(table.get(...other)).toBe(expected.get(other.join()) ?? -1);
        expect(table.size).toBe(expected.size);
      }),
    );
  });

  it("hold more than the table was made for", () => {
    const table = new Transitions();
    for (let from = 0; from < 100; from++) for (let by = 0; by < 200; by++) table.set(from, by, from * 200 + by);
    let wrong = 0;
    for (let from = 0; from < 100; from++)
      for (let by = 0; by < 200; by++) if (table.get(from, by) !== from * 200 + by) wrong++;
    expect(wrong).toBe(0);
    expect(table.size).toBe(20_000);
  });
});
