import { describe, expect, it } from "vitest";
import { loadedCategorySchema } from "#lib/domain/tags.ts";
import { loadedHits } from "#lib/tag/loaded/loadedHits.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { bareCodebook, loadedLists } from "./support.ts";

const lists = loadedLists();
const read = createReader(bareCodebook({ loaded: lists }));
const found = (text: string) => loadedHits(read({ title: "", text }).hits);

describe("lists of loaded and distancing words", () => {
  it("cover every category but scare quotes, which are told from marks", () => {
    const covered = new Set(lists.map((list) => list.category));
    for (const category of loadedCategorySchema.options)
      expect(covered.has(category), category).toBe(category !== "scare_quote");
  });

  it.each(lists.map((list) => [list.id, list] as const))("%s finds exactly the words of its examples", (_, list) => {
    expect(list.examples.some((example) => example.words.length > 0)).toBe(true);
    expect(list.examples.some((example) => example.words.length === 0)).toBe(true);
    for (const { text, words } of list.examples) {
      const exact = found(text)
        .filter((each) => each.category === list.category)
        .map(({ hit }) => hit.field.text.slice(hit.start, hit.end));
      expect(exact, text).toEqual(words);
    }
  });

  it("give every group its own id, within its list", () => {
    const ids = lists.flatMap((list) => list.groups.map((group) => group.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const list of lists) for (const group of list.groups) expect(group.id.startsWith(`${list.id}.`)).toBe(true);
  });
});
