import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgetWords, Remembered, words } from "#lib/tag/read/lexicon.ts";
import { foldWord, splitWords } from "#lib/tag/read/words.ts";

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’](?!s(?![\p{L}\p{N}]))\p{L}+)*/gu;
const byExpression = (text: string): string[] =>
  [...text.matchAll(WORD)]
    .filter((m) => m[0] !== "s" || !/['’]/.test(text[m.index - 1] ?? ""))
    .map((m) => foldWord(m[0]));
const piece = fc.constantFrom(..."aSsi.'’- 1é“—…½", "🙂", "ß", "Ж", "\n", "U.S.", "can't", "Élysée’s");

describe("words", () => {
  it("are those of the regular expression, letter by letter", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        expect(splitWords(text).norm).toEqual(byExpression(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("are the same, and so is what is remembered of them, after many were forgotten", () => {
    const lengths = new Remembered(words, (text) => text.length);
    const read = (text: string): [string, number][] => {
      const { norm, id } = splitWords(text);
      return norm.map((word, i) => [word, lengths.get(id[i]!)]);
    };
    const before = read("Many words, many forms");
    read(Array.from({ length: 60_000 }, (_, i) => `w${i}`).join(" "));
    forgetWords();
    expect(words.size).toBeGreaterThan(50_000);
    expect(read("Other words first: many forms").slice(-2)).toEqual(before.slice(-2));
    expect(words.size).toBeLessThan(100);
    expect(read("Many words, many forms")).toEqual(before);
  });
});
