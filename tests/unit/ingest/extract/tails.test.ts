import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRejected, normaliseAll, rawOffset, type ReadItem } from "#lib/ingest/index.ts";
import type { Article } from "#lib/domain/article.ts";
import type { Rejected } from "#lib/domain/import.ts";
import { SENTENCES } from "#tests/unit/ingest/support.ts";

const TREES = ["ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple"];
const bodyOf = (tree: string, mark: string): string =>
  `${SENTENCES}The ${tree} by the road was cut.${mark} Nobody saw the ${tree} fall.`;

async function normalised(rows: { outlet: string; text: string }[]): Promise<(Article | Rejected)[]> {
  async function* items(): AsyncGenerator<ReadItem> {
    for (const [i, row] of rows.entries()) yield { file: "rows", line: i + 1, ...row };
  }
  const all: (Article | Rejected)[] = [];
  for await (const one of normaliseAll(items(), { language: "en" }, () => null)) all.push(one);
  return all;
}

describe("an outlet's own tail", () => {
  const words = fc.constantFrom(
    "Download",
    "our",
    "app",
    "today",
    "for",
    "the",
    "latest",
    "from",
    "valley",
    "and",
    "hill",
  );
  const tail = fc.array(words, { minLength: 6, maxLength: 12 }).map((w) => `All ${w.join(" ")}.`);
  const mark = fc.constantFrom("", "\r\n", "\u00a0", " &amp; more.", " caf\u0065\u0301.", "\u200b", " “Gone”he said.");

  test("goes from that outlet's articles only; raw text, offsets and what was removed stay exact", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(TREES, { minLength: 4 }),
        tail,
        mark,
        fc.constantFrom(" ", "\n\n"),
        async (trees, end, odd, gap) => {
          const rows = trees.map((tree) => ({ outlet: "Valley Courier", text: `${bodyOf(tree, odd)}${gap}${end}` }));
          const guest = { outlet: "Hill Gazette", text: `${bodyOf("yew", odd)}${gap}${end}` };
          const all = await normalised([...rows, guest]);
          expect(all.filter(isRejected)).toEqual([]);
          const articles = all as Article[];
          expect(articles.at(-1)?.text.endsWith(end)).toBe(true);
          for (const [i, { text, raw, removed, offsetMap }] of articles.slice(0, -1).entries()) {
            expect(text.endsWith("fall.")).toBe(true);
            expect(raw).toBe(rows[i]?.text);
            expect(removed.some(({ exact }) => exact.trim() === end)).toBe(true);
            for (const { exact, rawStart } of removed) expect(raw.slice(rawStart, rawStart + exact.length)).toBe(exact);
            const fell = text.lastIndexOf("Nobody");
            const at = rawOffset(offsetMap, fell);
            expect(raw.slice(at, at + 6)).toBe("Nobody");
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
