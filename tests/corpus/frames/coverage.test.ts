import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { corpusFolder, loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { createReader } from "#lib/tag/tagArticle.ts";

const codebook = loadCodebook(null);
const card = join(corpusFolder(), "models", "frames.card.json");

/** Cues that fire in none of the texts. */
function silent(texts: readonly string[]): string[] {
  const read = createReader(codebook);
  const fired = new Set<string>();
  for (const text of texts) {
    for (const hit of read({ title: "", text }).hits) if (hit.rule.layer === "frame") fired.add(hit.rule.cue.id);
  }
  return codebook.frames.flatMap((f) => f.cues.map((c) => c.id)).filter((id) => !fired.has(id));
}

describe("cues that never fire", () => {
  it("are none: each fires in an example or in the coverage the model was scaled on", () => {
    expect(existsSync(card)).toBe(true);
    const { cuesThatNeverFireInCoverage } = z
      .object({ cuesThatNeverFireInCoverage: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(card, "utf8")));
    const inExamples = silent(codebook.frames.flatMap((f) => f.examples.map((e) => e.text)));
    const never = inExamples.filter((id) => cuesThatNeverFireInCoverage.includes(id));
    console.info(
      `Frame cues silent in coverage: ${cuesThatNeverFireInCoverage.length}; in examples, too: ${never.join(", ") || "none"}`,
    );
    expect(never).toEqual([]);
  });
});
