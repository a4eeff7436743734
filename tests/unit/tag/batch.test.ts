import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { corpusFolder, loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { createBatchTagger, createTagger } from "#lib/tag/tagArticle.ts";

const folder = join(corpusFolder(), "articles");
const batch = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((id) => {
    const [, , text = ""] = readFileSync(join(folder, id), "utf8").split(/^---$/m);
    return { article: { id, title: id, text: text.trim() }, context: { textHash: "", at: "" } };
  });

it("gives an article the same coding alone, among others, in any order", () => {
  const codebook = loadCodebook(null);
  const tag = createTagger(codebook);
  const tagAll = createBatchTagger(codebook);
  const alone = batch.map(({ article, context }) => tag(article, context));
  expect(batch.length).toBeGreaterThan(25);
  expect(alone.every(({ tags }) => tags.length > 0)).toBe(true);
  expect(tagAll(batch)).toEqual(alone);
  expect(tagAll(batch.toReversed()).toReversed()).toEqual(alone);
  expect(tagAll([])).toEqual([]);
});
