import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stem } from "#lib/tag/frames/stem.ts";
import { words } from "#lib/tag/read/lexicon.ts";
import { featureOf } from "#lib/tag/frames/stems.ts";

describe("stem", () => {
  it.each([
    ["sanctions", "sanction"],
    ["sanctioned", "sanction"],
    ["economies", "economi"],
    ["economy", "economi"],
    ["deploying", "deploy"],
    ["deployed", "deploy"],
    ["stopped", "stop"],
    ["mobilization", "mobiliz"],
    ["mobilisation", "mobiliz"],
    ["prices", "pric"],
    ["pricing", "pric"],
  ])("%s -> %s", (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it("never lengthens a word by more than the vowel it restores, and never empties one", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,16}$/), (word) => {
        const value = stem(word);
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(word.length);
      }),
    );
  });
});

describe("learned features", () => {
  it.each(["kiev", "kyiv", "reuters", "rt", "zelenskyy", "special", "getty"])("never see the give-away %s", (word) => {
    expect(featureOf(words.number(word))).toBe(-1);
  });
  it("leave out numbers and stop words", () => {
    expect(["2022", "the", "60th", "of"].map((word) => featureOf(words.number(word)))).toEqual([-1, -1, -1, -1]);
  });
});
