import { describe, expect, it } from "vitest";
import { namingRows } from "#app/compare/naming.ts";
import { LEAST, profileParts } from "#app/outlets/[id]/profileRows.ts";
import { packReader, unpackMarks, unpackVoices } from "#app/_ui/readerData.ts";
import { paragraphs } from "#app/_ui/segments.ts";
import { marksOf } from "#app/_ui/marks.ts";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Article } from "#lib/domain/article.ts";
import type { RollUp } from "#lib/domain/coding.ts";
import type { Tag } from "#lib/domain/tags.ts";
import { articleCoder } from "#lib/operations/tagging.ts";
import { anArticle } from "#tests/support/articles.ts";

const codebook = loadCodebook(null);
const code = articleCoder(codebook);
const coded = (more: Partial<Article>) => code(anArticle(more), "2026-01-01T00:00:00.000Z");

describe("two articles side by side", () => {
  it("marks where the two name the same thing differently in their own words", () => {
    const a = coded({ text: "The special military operation went on. Troops moved at night." });
    const b = coded({ text: "Russia's full-scale invasion went on. Troops moved at night." });
    const row = namingRows(a.coding, b.coding).find((each) => each.row === "w05_the_war");
    expect(row?.differs).toBe(true);
    expect(row?.a?.words.map(({ exact }) => exact.toLowerCase())).toContain("special military operation");
  });

  it("does not call a quoted name the outlet's own choice", () => {
    const a = coded({ text: "“The special military operation goes on,” Mr Orlov said. Nobody answered him." });
    const b = coded({ text: "Russia's full-scale invasion went on. Troops moved at night." });
    const row = namingRows(a.coding, b.coding).find((each) => each.row === "w05_the_war");
    expect(row?.differs).toBe(false);
    expect(row?.a?.words.every(({ own }) => own === 0)).toBe(true);
  });
});

describe("a marked text", () => {
  it("cuts at marks and voices without losing a character", () => {
    const stored = coded({
      text: "Moscow said the strike was a response.\n“We will answer,” a spokesman said.\nThe economy shrank.",
    });
    const { article, coding } = stored;
    const marks = marksOf(codebook, coding);
    const data = packReader(article, marks, coding.voices, "m");
    expect(unpackMarks(data)).toEqual(marks.map((mark) => ({ ...mark, weight: expect.closeTo(mark.weight, 3) })));
    const cut = paragraphs("text", data.text, unpackMarks(data), unpackVoices(data));
    expect(cut.map((each) => each.map(({ text }) => text).join("")).join("\n")).toBe(article.text);
    for (const mark of marks.filter(({ span }) => span.in === "text")) {
      const over = cut.flat().filter((segment) => segment.marks.some(({ id }) => id === mark.id));
      expect(over.map(({ text }) => text).join("")).toBe(mark.exact);
    }
  });
});

describe("marks of an article", () => {
  it("are weak where they settle nothing: an absent frame, a stance that leans nowhere, a slight weight, a learned word", () => {
    const { coding } = coded({ text: "Moscow said the strike was a response. The economy shrank, and so did trade." });
    const evidence = coding.tags[0]!.evidence;
    const score = { score: 0, interval: [-0.2, 0.2] as [number, number], n: 3 };
    const stance = (label: "neutral" | "unfavourable", weight: number, rule = "label.01"): Tag => ({
      kind: "stance",
      target: "russia",
      discussed: true,
      own: { ...score, label },
      all: { ...score, label },
      speakers: [],
      evidence: [{ ...evidence[0]!, weight, rule }],
    });
    const frameTag = (present: boolean): Tag => ({
      kind: "frame",
      frame: "economic",
      layer: "generic",
      probability: 0.6,
      present,
      presentOwn: false,
      salience: 0.2,
      evidence: [{ ...evidence[0]!, rule: "economic.cue" }],
    });
    const weak = (tag: Tag): boolean | undefined => marksOf(codebook, { ...coding, tags: [tag] })[0]?.weak;
    expect([frameTag(true), frameTag(false)].map(weak)).toEqual([false, true]);
    expect([stance("unfavourable", -0.8), stance("unfavourable", -0.1)].map(weak)).toEqual([false, true]);
    expect(weak(stance("neutral", -0.8))).toBe(true);
    expect(weak(stance("unfavourable", -0.8, "model:russia:minus"))).toBe(true);
  });
});

describe("an outlet's profile", () => {
  const rollUp = (outlet: string, n: number, sum: number): RollUp => ({
    outlet,
    side: "western",
    subGroup: null,
    teaching: false,
    machineTranslated: false,
    language: "en",
    event: null,
    week: null,
    measure: "frame",
    target: "economic",
    voice: "own",
    n,
    abstained: 0,
    sum,
    sumSquares: sum,
  });

  it("gives every peer its own mean and no dot below five articles", () => {
    const frame = [rollUp("a", 10, 5), rollUp("b", 20, 5), rollUp("c", LEAST - 1, 2)];
    const parts = profileParts(codebook, { id: "a" }, { frame, stance: [], voice_share: [] });
    const row = parts.flatMap((part) => part.rows).find(({ target }) => target === "economic");
    expect(row?.own).toEqual({ outlet: "a", n: 10, k: 5, mean: 0.5, interval: null });
    expect(row?.peers).toEqual([{ outlet: "b", n: 20, k: 5, mean: 0.25, interval: null }]);
    expect(row?.tooFew).toBe(1);
  });

  it("leaves articles that could not be told out of a mean, and gives an interval from thirty on", () => {
    const stance = [
      { ...rollUp("a", 60, -20), measure: "stance" as const, target: "russia", abstained: 20, sumSquares: 16 },
    ];
    const parts = profileParts(codebook, { id: "a" }, { frame: [], stance, voice_share: [] });
    const own = parts.flatMap((part) => part.rows).find(({ target }) => target === "russia")?.own;
    expect(own).toMatchObject({ n: 40, mean: -0.5 });
    expect(own?.interval?.[0]).toBeLessThan(-0.5);
    expect(own?.interval?.[1]).toBeGreaterThan(-0.5);
  });
});
