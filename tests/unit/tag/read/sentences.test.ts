import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { describe, expect, it } from "vitest";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { paragraphsOf, parseParagraph } from "#lib/tag/read/sentences.ts";

const asked = winkNLP(model, ["sbd", "pos"]);

/** What wink itself says of a piece when asked: tokens, their parts of speech, the first token of each sentence. */
function byAsking(piece: string): { tokens: string[]; pos: string[]; firsts: number[] } {
  const doc = asked.readDoc(piece);
  return {
    tokens: doc.tokens().out(),
    pos: doc.tokens().out(asked.its.pos) as string[],
    firsts: (doc.sentences().out(asked.its.span) as unknown as [number, number][]).map(([first]) => first),
  };
}

function expectTheSame(piece: string): void {
  const read = parseParagraph(piece, { start: 0, end: piece.length });
  const told = byAsking(piece);
  expect(read.tokenPos).toEqual(told.pos);
  read.tokenStart.forEach((start, at) =>
    expect(piece.slice(start)).toSatisfy((rest: string) => rest.startsWith(told.tokens[at]!)),
  );
  // A sentence without a word joins the one before it, so ours are wink's or fewer.
  const starts = new Set(told.firsts.map((first) => read.tokenStart[first]));
  for (const { start } of read.sentences) expect(starts.has(start)).toBe(true);
}

const starter = readdirSync(join(corpusFolder(), "articles"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) =>
    readFileSync(join(corpusFolder(), "articles", name), "utf8")
      .split("---\n")
      .at(-1)!,
  );

describe("a paragraph's sentences and tokens", () => {
  it("are wink's own, in every teaching article", () => {
    expect(starter.length).toBeGreaterThan(30);
    for (const text of starter) {
      for (const { start, end } of paragraphsOf(text)) expectTheSame(text.slice(start, end));
    }
  });

  it("are wink's own in any text, spaces and marks of all kinds included", () => {
    const piece = fc
      .array(
        fc.constantFrom(
          "Kyiv",
          "said",
          "“We",
          "will”",
          " ",
          "\u00A0",
          "  ",
          ".",
          ",",
          "don't",
          "3,000",
          "U.S.",
          "…",
          "—",
          "é",
          "🙂",
          "\t",
        ),
        {
          minLength: 1,
          maxLength: 40,
        },
      )
      .map((parts) => parts.join(""))
      .filter((text) => /\S/.test(text));
    fc.assert(fc.property(piece, expectTheSame), { numRuns: 150 });
  });
});
