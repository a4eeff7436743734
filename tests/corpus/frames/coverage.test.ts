import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusFolder, loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { createReader } from "#lib/tag/tagArticle.ts";

const folder = join(corpusFolder(), "..", "..", "shared", "coverage");
const there = existsSync(folder);
const codebook = loadCodebook(null);

/** Cues that fire in none of the texts. */
function silent(texts: readonly { title: string; text: string }[]): string[] {
  const read = createReader(codebook);
  const fired = new Set<string>();
  for (const text of texts) {
    for (const hit of read(text).hits) if (hit.rule.layer === "frame") fired.add(hit.rule.cue.id);
  }
  return codebook.frames.flatMap((f) => f.cues.map((c) => c.id)).filter((id) => !fired.has(id));
}

describe("cues that never fire", () => {
  const examples = codebook.frames.flatMap((f) => f.examples.map((e) => ({ title: "", text: e.text })));

  it.skipIf(!there)("are none over examples and a third of real coverage", () => {
    const articles = ["russian.jsonl", "western.jsonl"].flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .trim()
        .split("\n")
        .filter((_, i) => i % 3 === 0)
        .map((line) => JSON.parse(line) as { title: string; text: string }),
    );
    const never = silent([...examples, ...articles]);
    console.info(`Frame cues that fire neither in an example nor in coverage: ${never.join(", ") || "none"}`);
    expect(never).toEqual([]);
  });
});
