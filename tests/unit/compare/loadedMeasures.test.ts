import { describe, expect, it } from "vitest";
import { loadedMeasures } from "#lib/compare/measures/loaded.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";
import { bareCodebook, loadedLists } from "#tests/corpus/wording/support.ts";

const tag = createTagger(bareCodebook({ loaded: loadedLists() }));
const of = (text: string) => {
  const measures = loadedMeasures(tag({ id: "a", title: "", text }, { textHash: "", at: "" }));
  return (measure: "loaded" | "device", target: string, voice: "own" | "all" | "quoted") =>
    measures.find((each) => each.measure === measure && each.target === target && each.voice === voice)?.value;
};

describe("measures of loaded and distancing words", () => {
  it("give uses per word of each voice, and 0 where none were found", () => {
    const value = of("Clearly the road is long. “We will perhaps not go there again this year,” she wrote.");
    expect(value("loaded", "booster", "own")).toBeCloseTo(1 / 7);
    expect(value("loaded", "hedge", "own")).toBe(0);
    expect(value("loaded", "hedge", "quoted")).toBeCloseTo(1 / 9);
    expect(value("loaded", "scare_quote", "own")).toBe(0);
    expect(value("device", "booster", "own")).toBe(1);
    expect(value("device", "hedge", "own")).toBeUndefined();
  });

  it("give nothing for a voice without words", () => {
    expect(of("The road is long.")("loaded", "hedge", "quoted")).toBeUndefined();
  });
});
