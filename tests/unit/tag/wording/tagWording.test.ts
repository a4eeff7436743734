import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordingRowSchema } from "#lib/domain/codebook.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { labelQuotes } from "#lib/tag/wording/labelQuotes.ts";
import { tagWording } from "#lib/tag/wording/tagWording.ts";
import { bareCodebook, namingRows } from "#tests/corpus/wording/support.ts";

const row = (id: string, choice: object) =>
  wordingRowSchema.parse({
    id,
    n: 1,
    concept: id,
    strength: 2,
    choices: [{ choice: "russian", label: id, ...choice }],
  });
const found = (rows: ReturnType<typeof row>[], text: string): string[] =>
  tagWording(createReader(bareCodebook({ wording: rows }))({ title: "", text }).hits).flatMap((tag) =>
    tag.evidence.map((each) => `${tag.row}:${each.exact}`),
  );

describe("naming choices", () => {
  it("count in every row they belong to, though one phrase holds the other", () => {
    const rows = [row("capital", { phrases: ["kiev"] }), row("state", { phrases: ["kiev regime"] })];
    expect(found(rows, "The Kiev regime refused.").toSorted()).toEqual(["capital:Kiev", "state:Kiev regime"]);
  });

  it("count once in a row, the longest phrase first, in whatever order the phrases stand", () => {
    for (const phrases of [
      ["kiev regime", "regime", "kiev"],
      ["kiev", "regime", "kiev regime"],
    ])
      expect(found([row("state", { phrases })], "The Kiev regime refused.")).toEqual(["state:Kiev regime"]);
  });

  it("do not care for case, unless a row says so", () => {
    expect(found([row("capital", { phrases: ["kyiv"] })], "In kyiv and KYIV.")).toHaveLength(2);
    const polish = row("polish", { contextual: [{ phrase: "Polish", caseSensitive: true }] });
    expect(found([polish], "The Polish army will polish its boots.")).toEqual(["polish:Polish"]);
  });

  it("need their context where the codebook asks for one", () => {
    const hawks = row("hawks", {
      contextual: [{ phrase: "hawks", near: ["nato"], unless: ["nest*"], notIn: ["hawks eye"] }],
    });
    expect(found([hawks], "The hawks in NATO met.")).toHaveLength(1);
    expect(found([hawks], "The hawks met.")).toHaveLength(0);
    expect(found([hawks], "The hawks met. NATO did not.")).toHaveLength(0);
    expect(found([hawks], "The hawks near NATO nested there.")).toHaveLength(0);
    expect(found([hawks], "NATO looks with hawks eyes, hawks eye and all.")).toHaveLength(1);
  });

  it("keep the outlet's own words apart from quoted ones", () => {
    const read = createReader(bareCodebook({ wording: [row("capital", { phrases: ["kiev"] })] }));
    const text = "Kiev was calm. “We will return to Kiev when all of this is over,” she wrote to her son.";
    const voices = tagWording(read({ title: "", text }).hits).flatMap((tag) => tag.evidence.map((e) => e.voice.kind));
    expect(voices).toEqual(["own", "direct"]);
  });

  it("are nobody's inside a short quotation nobody is said to make, names in capitals apart", () => {
    const rows = [row("war", { phrases: ["special operation"] }), row("pact", { phrases: ["new pact"] })];
    const text = "The “special operation” went on. The “New Pact” was signed. A special operation ended.";
    const { fields, voices, hits } = createReader(bareCodebook({ wording: rows }))({ title: "", text });
    const tags = tagWording(hits, labelQuotes(fields, voices));
    expect(tags.map((tag) => tag.evidence.map((e) => e.voice.kind))).toEqual([["ambiguous", "own"], ["own"]]);
  });

  it("always show the words they were found in", () => {
    const read = createReader(bareCodebook({ wording: namingRows() }));
    const pieces = [
      "Kiev ",
      "“the so—called ",
      "Zelensky’s ",
      "invasion of Ukraine",
      ". ",
      "” ",
      "é",
      "NATO bloc ",
      "\n",
      "𝄞 ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        for (const tag of tagWording(read({ title: "", text }).hits))
          for (const { span, exact } of tag.evidence) expect(text.slice(span.start, span.end)).toBe(exact);
      }),
      { numRuns: 50 },
    );
  });
});
