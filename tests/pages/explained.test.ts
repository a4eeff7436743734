import { describe, expect, it } from "vitest";
import { because, NOT_MEANT, readable } from "#app/_ui/explain.ts";
import { marksOf } from "#app/_ui/marks.ts";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { articleCoder } from "#lib/operations/tagging.ts";
import { anArticle } from "#tests/support/articles.ts";

const codebook = loadCodebook(null);
const code = articleCoder(codebook);
const marks = (text: string) => marksOf(codebook, code(anArticle({ text }), "2026-01-01T00:00:00.000Z").coding);
const TEXT =
  "The Kiev regime attacked a village, and two people were killed. EU officials claimed that the army shamelessly lied. " +
  "The so-called treaty was signed. “We will send troops,” President Emmanuel Macron said. The special military operation goes on.";

describe("why words are marked", () => {
  it("writes a codebook's phrase as people read it", () => {
    expect(readable("(kiev|kyiv|) regime* ... @x")).toBe("(kiev / kyiv / –) regime… [some words] [actor]");
  });

  it("is said in plain words, with the direction a stance counts and without a rule's name", () => {
    for (const mark of marks(TEXT)) {
      const said = because(mark);
      expect(said, mark.rule).toMatch(/^[A-Z].*\.$/);
      expect(said, mark.rule).not.toMatch(/_|\||@|\bundefined\b/);
      expect(NOT_MEANT[mark.kind]).toMatch(/\.$/);
    }
    const regime = marks(TEXT).find(({ kind, exact }) => kind === "stance" && exact === "Kiev regime");
    expect(regime && because(regime)).toMatch(/tells against .* looks for “.*regime”.* against\.$/);
    expect(regime && because({ ...regime, weight: 0.4 })).toMatch(/favours .* \.40 in favour\.$/);
  });

  it("names what a wording row names, and says that usage is no proof", () => {
    const operation = marks(TEXT).find(({ kind, exact }) => kind === "wording" && /operation/.test(exact));
    expect(operation && because(operation)).toContain("What the war is called");
    expect(operation && because(operation)).toContain("Russian outlets tend to choose it");
    expect(NOT_MEANT.wording).toContain("usage");
  });

  it("gives every category of loaded words its definition", () => {
    for (const list of codebook.loaded) {
      const [group] = list.groups;
      const mark = { kind: "loaded" as const, tag: `loaded:${list.category}`, rule: group!.id, weight: group!.weight };
      expect(because({ ...mark, pattern: list.definition })).toContain(list.definition);
    }
  });
});
