import { describe, expect, it } from "vitest";
import { randomHypergeometric } from "#lib/compare/hypergeometric.ts";
import { choose } from "#lib/compare/permutation.ts";
import { seededRandom } from "#lib/compare/random.ts";
import { shuffle } from "#lib/compare/shuffle.ts";

const DRAWS = 60_000;

describe("articles dealt an outlet at a time", () => {
  it.each([
    [12, 5, 4],
    [9, 8, 6],
    [30, 2, 10],
    [20, 10, 19],
  ])("fall as often as counting says: of %i articles %i hits, %i drawn", (all, hits, drawn) => {
    const random = seededRandom(all);
    const seen = new Map<number, number>();
    for (let at = 0; at < DRAWS; at += 1) {
      const k = randomHypergeometric(random, all, hits, drawn);
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
    for (let k = Math.max(0, drawn - all + hits); k <= Math.min(drawn, hits); k += 1) {
      const chance = (choose(hits, k) * choose(all - hits, drawn - k)) / choose(all, drawn);
      const error = 4 * Math.sqrt((chance * (1 - chance)) / DRAWS) + 2 / DRAWS;
      expect(Math.abs((seen.get(k) ?? 0) / DRAWS - chance)).toBeLessThan(error);
      seen.delete(k);
    }
    expect([...seen.keys()]).toEqual([]);
  });

  it("fall as when dealt one by one: same mean and spread, to what so many deals can tell", () => {
    const [all, hits, drawn] = [2000, 600, 800];
    const oneByOne = seededRandom(3);
    const dealt = (): number => {
      let [left, open, k] = [all, hits, 0];
      for (let at = 0; at < drawn; at += 1, left -= 1) {
        if (oneByOne() * left >= open) continue;
        k += 1;
        open -= 1;
      }
      return k;
    };
    const whole = seededRandom(4);
    const spreadOf = (draw: () => number): [number, number] => {
      const found = Array.from({ length: 4000 }, draw);
      const mean = found.reduce((sum, k) => sum + k, 0) / found.length;
      return [mean, Math.sqrt(found.reduce((sum, k) => sum + (k - mean) ** 2, 0) / found.length)];
    };
    const [mean, sd] = spreadOf(() => randomHypergeometric(whole, all, hits, drawn));
    const [meanThen, sdThen] = spreadOf(dealt);
    expect(Math.abs(mean - meanThen)).toBeLessThan((4 * sd * Math.SQRT2) / Math.sqrt(4000));
    expect(Math.abs(sd / sdThen - 1)).toBeLessThan(0.08);
  });

  it("leave no choice where there is none", () => {
    const random = seededRandom(1);
    expect(randomHypergeometric(random, 10, 0, 4)).toBe(0);
    expect(randomHypergeometric(random, 10, 10, 4)).toBe(4);
    expect(randomHypergeometric(random, 10, 3, 10)).toBe(3);
    expect(randomHypergeometric(random, 0, 0, 0)).toBe(0);
  });

  it("cost random numbers by the outlets and not by the articles", () => {
    const asked = (n: number): number => {
      let calls = 0;
      const random = seededRandom(5);
      const counting = () => {
        calls += 1;
        return random();
      };
      const side = [{ kind: "share", k: Math.floor(n / 3), n } as const];
      shuffle(side, side, counting);
      return calls;
    };
    expect(asked(100_000)).toBe(asked(100));
  });
});
