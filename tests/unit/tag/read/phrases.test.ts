import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PhraseIndex, type Readable } from "#lib/tag/read/phrases.ts";
import { splitWords } from "#lib/tag/read/words.ts";

/** Text in which "kyiv" and "the kremlin" are mentions of ukraine and russia. */
function readable(text: string): Readable {
  const { norm, id } = splitWords(text);
  const targets: Record<string, string[]> = { kyiv: ["ukraine"], kremlin: ["russia"] };
  return {
    norm,
    words: { id },
    mentionAt: (at) => {
      const found = targets[norm[at] ?? ""];
      return found && { endWord: at + 1, targets: found };
    },
  };
}

function hits(phrases: readonly string[], text: string): string[] {
  const index = new PhraseIndex<string>();
  for (const phrase of phrases) index.add(phrase, phrase);
  const read = readable(text);
  const found: string[] = [];
  index.find(read, 0, read.norm.length, (rule, from, to) =>
    found.push(`${rule}: ${read.norm.slice(from, to).join(" ")}`),
  );
  return found;
}

describe("phrases of the codebook", () => {
  it.each([
    ["peace talks", "The Peace-Talks began.", ["peace talks"]],
    [
      "deter* * (attack|aggression)",
      "It deterred another attack and deters all aggression.",
      ["deterred another attack", "deters all aggression"],
    ],
    [
      "send ... troops",
      "They send troops, send many more new fresh troops, send a b c d e troops.",
      ["send troops", "send many more new fresh troops"],
    ],
    ["@russia attack*", "The Kremlin attacked. Kyiv attacked.", ["kremlin attacked"]],
    ["blame ... @x", "They blame the Kremlin and blame only Kyiv.", ["blame the kremlin", "blame only kyiv"]],
    ["(a|an open) letter", "An open letter, a letter.", ["an open letter", "a letter"]],
    ["a*", "An apple", ["an", "apple"]],
    ["not (only|just ... but)", "not only, not just this but", ["not only", "not just this but"]],
  ])("%s is found in: %s", (phrase, text, expected) => {
    expect(hits([phrase], text)).toEqual(expected.map((words) => `${phrase}: ${words}`));
  });

  it.each(["... troops", "* troops", "(", "a)", ""])("refuses %j", (phrase) => {
    expect(() => hits([phrase], "")).toThrow(/phrase/);
  });

  it("finds a phrase the same way whatever other phrases are looked for", () => {
    const word = fc.constantFrom("a", "ab", "abc", "kyiv", "the", "kremlin");
    const element = fc.oneof(
      word,
      word.map((w) => `${w}*`),
      fc.constantFrom("*", "...", "@x", "@russia", "(a|ab*)", "(abc a|kyiv ... a)"),
    );
    const phrase = fc
      .tuple(
        fc.oneof(
          word,
          word.map((w) => `${w}*`),
          fc.constant("@x"),
          fc.constant("(ab|the a*)"),
        ),
        fc.array(element, { maxLength: 3 }),
      )
      .map(([first, rest]) => [first, ...rest].join(" "));
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 8 }), text, (phrases, words) => {
        const together = hits(phrases, words).toSorted();
        const alone = phrases.flatMap((each) => hits([each], words)).toSorted();
        expect(together).toEqual(alone);
      }),
    );
  });
});
