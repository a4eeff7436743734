import { describe, expect, it } from "vitest";
import { meanOfOutlets, type OutletSums } from "#lib/compare/outletSums.ts";
import { randomBinomial, randomIndex, seededRandom } from "#lib/compare/random.ts";
import { sideMean } from "#lib/compare/sideMean.ts";

const share = (k: number, n = 40): OutletSums => ({ kind: "share", k, n });

describe("the mean of a side", () => {
  it("counts every outlet the same, or every article the same when pooled", () => {
    const unequal = [share(10, 10), share(0, 90)];
    expect(meanOfOutlets(unequal)).toBe(0.5);
    expect(meanOfOutlets(unequal, "articles")).toBeCloseTo(0.1, 9);
    expect([meanOfOutlets([]), sideMean([share(0, 0)])]).toEqual([null, null]);
  });
  it("takes the noise of articles only below four outlets", () => {
    const three = sideMean([share(4), share(20), share(36)]);
    expect(three?.outletsRedrawn).toBe(false);
    const articles = (0.1 * 0.9 + 0.5 * 0.5 + 0.9 * 0.1) / 40 / 9;
    expect(Math.abs((three?.variance ?? 0) / articles - 1)).toBeLessThan(0.1);
  });
  it("takes the variance of outlet means over their number from four on", () => {
    const four = sideMean([share(4), share(16), share(24), share(36)]);
    expect(four?.outletsRedrawn).toBe(true);
    expect(four?.variance).toBeCloseTo((0.4 ** 2 + 0.1 ** 2 + 0.1 ** 2 + 0.4 ** 2) / 3 / 4, 9);
  });
  it("still varies where nothing was found in any article", () => {
    expect(sideMean([share(0), share(0), share(0), share(0)])?.variance).toBeGreaterThan(0);
  });
  it("gives the pooled share the variance its redrawn outlets have, within a tenth", () => {
    const outlets = [
      share(20, 40),
      share(10, 60),
      share(40, 80),
      share(30, 50),
      share(24, 70),
      share(12, 60),
      share(30, 90),
      share(25, 45),
    ];
    const random = seededRandom(3);
    const drawn = Array.from({ length: 20_000 }, () => {
      let k = 0;
      let n = 0;
      for (let at = 0; at < outlets.length; at += 1) {
        const outlet = outlets[randomIndex(random, outlets.length)];
        if (outlet?.kind !== "share") continue;
        k += randomBinomial(random, outlet.n, outlet.k / outlet.n);
        n += outlet.n;
      }
      return k / n;
    });
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    const noise = 0.25 / 500;
    const corrected = ((variance - noise) * 8) / 7;
    expect(Math.abs((sideMean(outlets, "articles")?.variance ?? 0) / corrected - 1)).toBeLessThan(0.12);
  });
});
