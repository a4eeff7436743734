import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { parseYaml } from "#lib/codebook/readYaml.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { tagWording } from "#lib/tag/wording/tagWording.ts";
import { bareCodebook, namingRows } from "./support.ts";

const rows = namingRows();
const read = createReader(bareCodebook({ wording: rows }));
const tagsOf = (text: string) => tagWording(read({ title: "", text }).hits);

describe("naming rows", () => {
  it("cover the 84 concepts of the table, each id once", () => {
    const numbers = new Set(rows.map((row) => row.n));
    for (let n = 1; n <= 84; n++) expect(numbers.has(n), `row ${n}`).toBe(true);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it.each(rows.map((row) => [row.id, row] as const))(
    "%s finds its examples and nothing in its counter-examples",
    (_, row) => {
      expect(row.examples.length).toBeGreaterThan(1);
      for (const example of row.examples) {
        const found = tagsOf(example.text).filter((tag) => tag.row === row.id);
        const choices = [...new Set(found.map((tag) => tag.choice))];
        expect(choices, example.text).toEqual(example.choice === null ? [] : [example.choice]);
      }
    },
  );

  it.each(rows.map((row) => [row.id, row] as const))("%s shows an example of every choice", (_, row) => {
    const shown = new Set(row.examples.map((example) => example.choice));
    for (const { choice, phrases, contextual = [] } of row.choices) {
      expect(shown.has(choice), choice).toBe(true);
      expect(phrases.length + contextual.length).toBeGreaterThan(0);
    }
  });

  it("name a source, or say that they rest on general knowledge", () => {
    const file = readFileSync(join(corpusFolder(), "codebook", "wording.sources.yml"), "utf8");
    const codes = (parseYaml(file) as { code: string }[]).map((source) => source.code);
    for (const row of rows) {
      for (const code of row.sources) expect(codes, row.id).toContain(code);
      expect(row.sources.length, row.id).toBeGreaterThan(0);
      expect(row.checked, row.id).toBe(!row.sources.includes("K"));
    }
    const unchecked = rows.filter((row) => !row.checked).length;
    console.info(`naming rows: ${rows.length}, of them unverified: ${unchecked}`);
  });
});
