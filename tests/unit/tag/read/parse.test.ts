import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { describe, expect, it } from "vitest";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { forgetWords } from "#lib/tag/read/lexicon.ts";
import { parseText } from "#lib/tag/read/parse.ts";
import { splitWords } from "#lib/tag/read/words.ts";

const asked = winkNLP(model, ["sbd", "pos"]);
const NO_WORD = /^[^\p{L}\p{N}]*$/u;

/** What wink itself says of a piece when asked: start and part of speech of each token, starts of sentences with words. */
function byAsking(piece: string): { start: number; pos: string }[] & { sentences: number[] } {
  const doc = asked.readDoc(piece);
  const tags = doc.tokens().out(asked.its.pos) as string[];
  const spaces = doc.tokens().out(asked.its.precedingSpaces) as string[];
  let at = 0;
  const tokens = (doc.tokens().out() as string[]).map((token, i) => {
    const guess = at + spaces[i]!.length;
    const start = piece.startsWith(token, guess) ? guess : Math.max(at, piece.indexOf(token, at));
    at = start + token.length;
    return { start, end: at, pos: tags[i]! };
  });
  const spans = doc.sentences().out(asked.its.span) as unknown as [number, number][];
  const sentences = spans
    .filter(([first, last]) => first === 0 || !NO_WORD.test(piece.slice(tokens[first]!.start, tokens[last]!.end)))
    .map(([first]) => tokens[first]!.start);
  return Object.assign(tokens, { sentences });
}

function expectTheSame(text: string): void {
  const { words, pos, paragraphs } = parseText(text);
  expect(words).toEqual(splitWords(text));
  const told: string[] = [];
  for (const { start, end, sentences } of paragraphs) {
    const tokens = byAsking(text.slice(start, end));
    for (; told.length < words.start.length && words.start[told.length]! < end;) {
      const at = words.start[told.length]! - start;
      told.push((tokens.findLast((token) => token.start <= at) ?? tokens[0]!).pos);
    }
    // Sentences that end within initials are joined, so ours are wink's or fewer.
    const starts = new Set(tokens.sentences.map((each) => each + start));
    expect(sentences.length).toBeGreaterThan(starts.size / 2 - 1);
    for (const sentence of sentences) expect(starts).toContain(sentence.start);
  }
  expect(pos).toEqual(told);
}

const starter = readdirSync(join(corpusFolder(), "articles"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) =>
    readFileSync(join(corpusFolder(), "articles", name), "utf8")
      .split("---\n")
      .at(-1)!,
  );
const coverage = ["western", "russian"].map((side) => `../shared/coverage/${side}.jsonl`);

describe("words, parts of speech and sentences of a text", () => {
  it("are wink's own, in every teaching article", () => {
    expect(starter.length).toBeGreaterThan(30);
    for (const text of starter) expectTheSame(text);
  });

  it("are wink's own where marks, sums and numbers stand around words", () => {
    expectTheSame("They 'cannot' wait, 'no', said 'Ada'. The 'gonna' crowd's 'can't' and goin', 'etc.' and 'US'.");
    expectTheSame("It cost £25, $3,400.50 (€7) or $9.5billion; 40%, 3.5%. USD 5, 'USD' and '70s' are kept...");
    expectTheSame("A 29-hour flight, 10-am sharp, 4-they, Crew-4 and T-5 left... mr... cannot... don't...");
  });

  it("are wink's own when read again from what is known of each piece, and after it was forgotten", () => {
    const text = starter[0]!;
    const first = parseText(text);
    expect(parseText(text)).toEqual(first);
    splitWords(Array.from({ length: 60_000 }, (_, i) => `w${i}`).join(" "));
    forgetWords();
    expectTheSame(text);
    const { words, ...rest } = parseText(text);
    expect({ ...rest, norm: words.norm }).toEqual({
      pos: first.pos,
      paragraphs: first.paragraphs,
      norm: first.words.norm,
    });
  });

  it.skipIf(!coverage.every((path) => existsSync(path)))("are wink's own in real articles", () => {
    for (const path of coverage) {
      const lines = readFileSync(path, "utf8").split("\n").slice(0, 60);
      expect(lines.length).toBe(60);
      for (const line of lines) expectTheSame((JSON.parse(line) as { text: string }).text);
    }
  });

  it("are wink's own in any text, spaces and marks of all kinds included", () => {
    const piece = fc
      .array(
        fc.oneof(
          fc.constantFrom(..." .,…—-’'\"“”()!?/\u00A0\t\n", "  ", "...", "--", "'s", "’s"),
          fc.constantFrom(
            "Kyiv",
            "said",
            "well-known",
            "pre",
            "Inc",
            "USD",
            "he's",
            "[",
            "We",
            "will",
            "don't",
            "cannot",
            "gonna",
            "3,000",
            "U.S.",
            "a",
            "é",
            "🙂",
            "e.g",
          ),
          fc.constantFrom(
            "Mr",
            "pro",
            "led",
            "5th",
            "$5",
            "http://a.org/b",
            "x@y.org",
            "1990s",
            "10am",
            "Zxqv",
            "ſ",
            "Ж",
          ),
        ),
        { minLength: 1, maxLength: 40 },
      )
      .map((parts) => parts.join(""))
      .filter((text) => /\S/.test(text));
    fc.assert(fc.property(piece, expectTheSame), { numRuns: 400 });
  });
});

describe("a run without spaces that is longer than any word", () => {
  const SHAPES = ["A", "a", "A-", "a1", "ab'", "é", "aé", "a.", "http://a", "#", "a@", "$1", "😀", "(", "“"];

  it.each(SHAPES)("%s: time grows with its length, and words keep their places", (shape) => {
    for (const space of ["", "\u00a0Kyiv waits. "]) {
      const text = `${space}${shape.repeat(60_000 / shape.length)}${space}`;
      const begun = process.cpuUsage().user;
      const { words, paragraphs } = parseText(text);
      expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(5);
      expect(paragraphs).toHaveLength(1);
      const misplaced = words.start.filter((start, i) => start >= words.end[i]! || start < (words.end[i - 1] ?? 0));
      expect(misplaced).toEqual([]);
      if (space) expect(words.norm.at(-1)).toBe("waits");
    }
  });

  it("never cuts a character in two", () => {
    const text = `a${"😀".repeat(500)}b`;
    for (const { sentences } of parseText(text).paragraphs)
      for (const { start, end } of sentences) expect(text.slice(start, end).isWellFormed()).toBe(true);
  });
});
