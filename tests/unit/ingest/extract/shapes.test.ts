import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { htmlOf, readPage } from "#lib/ingest/index.ts";

/** Pages of our own, each in a shape that outlets' pages have; a new folder is a new case. */
const CASES = "tests/fixtures/pages";

interface Expected {
  title?: string;
  byline?: string | null;
  publishedAt?: string;
  language?: string | null;
  problem: string | null;
  paragraphs?: string[];
}

describe("a page in the shape of", () => {
  test.each(readdirSync(CASES))("%s", async (name) => {
    const expected = JSON.parse(readFileSync(join(CASES, name, "expected.json"), "utf8")) as Expected;
    const page = await readPage(
      htmlOf({ body: readFileSync(join(CASES, name, "input.html")), contentType: "text/html; charset=utf-8" }),
    );
    if (expected.problem !== null) {
      expect(page.problem?.kind).toBe(expected.problem);
      return;
    }
    const { title, byline, publishedAt, language, problem, text } = page;
    expect({ title, byline, publishedAt, language, problem, paragraphs: text.split("\n\n") }).toEqual(expected);
  });
});
