import { describe, expect, it } from "vitest";
import { countDocument, ratios } from "#lib/operations/measure/attributionScores.ts";

const text = "Ann said the bridge was closed. Bob denied that.";
const gold = [{ source: [[0, 3]], cue: [[4, 8]], content: [[9, 30]], bloc: "west" }] as const;

describe("attribution scores", () => {
  it("count words of spans, and nothing twice", () => {
    const predicted = [
      { source: [[0, 3]], cue: [[4, 8]], content: [[9, 19]], bloc: "west" },
      { source: [[0, 3]], cue: [[4, 8]], content: [[9, 23]], bloc: "west" },
    ] as const;
    const counts = countDocument({ text, gold, predicted });
    expect(counts.content).toEqual({ hit: 3, predicted: 3, gold: 4 });
    expect(ratios(counts.content)).toEqual({ precision: 1, recall: 3 / 4, f1: 6 / 7 });
    expect(counts.source).toEqual({ hit: 1, predicted: 1, gold: 1 });
    expect(counts.bloc).toMatchObject({ right: 1, n: 1 });
  });

  it("leave the source out where the content was not found", () => {
    const counts = countDocument({ text, gold, predicted: [] });
    expect(counts.source).toEqual({ hit: 0, predicted: 0, gold: 0 });
    expect(ratios(counts.source).f1).toBeNull();
    expect(counts.content.gold).toBe(4);
  });
});
