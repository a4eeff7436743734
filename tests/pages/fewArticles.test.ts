import { describe, expect, it } from "vitest";
import { heaps, standsFor } from "#app/_charts/shapes/fewArticles.ts";

describe("a side with few articles", () => {
  it("says how many there are where their own values are not at hand, instead of drawing them as articles without it", () => {
    expect(standsFor({ rung: "dots", n: 17 }, "mean", null)).toBe("17 articles, too few for a number");
    expect(standsFor({ rung: "dots", n: 17 }, "share", null)).toBe(null);
    expect(standsFor({ rung: "dots", n: 17 }, "mean", [{ id: "a", title: "A", value: 1 }])).toBe(null);
  });

  it("is only named under five articles", () => {
    expect(standsFor({ rung: "illustration", n: 1 }, "share", null)).toBe("1 article, too few to draw");
    expect(standsFor({ rung: "share", n: 40 }, "share", null)).toBe(null);
  });

  it("prints the number of a heap only where it covers no other mark", () => {
    const at = (id: string, value: number) => ({ id, title: id, value });
    const found = heaps([at("a", 0), at("b", 0.01), at("c", 0.1), at("d", 0.9)], (value) => 200 * value);
    expect(found.map(({ heap, room }) => [heap.length, room])).toEqual([
      [2, false],
      [1, true],
      [1, true],
    ]);
  });
});
