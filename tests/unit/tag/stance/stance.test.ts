import { describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";
import { isGiveaway } from "#lib/tag/stance/giveaways.ts";
import { createTargetReader } from "#lib/tag/stance/readTarget.ts";
import { stem } from "#lib/tag/stance/stem.ts";
import { createPropositionTagger } from "#lib/tag/stance/proposition.ts";
import { predictor } from "#lib/operations/predict/index.ts";

const codebook = loadCodebook(null);
const tag = createTagger(codebook);
const stanceOf = (text: string, target: string) =>
  tag({ id: "x", title: "", text }, { textHash: "", at: "" }).tags.find(
    (t) => t.kind === "stance" && t.target === target,
  );

const TEXT =
  "Ukrainian defenders held the town against brutal Russian aggression. Russian forces shelled a hospital and killed children. " +
  "The minister condemned the Russian atrocities. Russia falsely claimed that nobody was hurt. Ukraine mourned its dead.";

describe("stance stage", () => {
  it("points at words for every stance it tells", () => {
    const coding = tag({ id: "x", title: "Russia shells a town in Ukraine", text: TEXT }, { textHash: "", at: "" });
    const title = "Russia shells a town in Ukraine";
    const stances = coding.tags.filter((t) => t.kind === "stance" || t.kind === "role");
    expect(stances.length).toBeGreaterThan(1);
    for (const { evidence } of stances)
      for (const { span, exact } of evidence)
        expect((span.in === "title" ? title : TEXT).slice(span.start, span.end)).toBe(exact);
  });

  it("scores the aggressor below the attacked", () => {
    const russia = stanceOf(TEXT, "russia");
    const ukraine = stanceOf(TEXT, "ukraine");
    expect(russia?.kind === "stance" && ukraine?.kind === "stance" && russia.all.score < ukraine.all.score).toBe(true);
  });

  it("tells the same of the same text every time", () => {
    expect(stanceOf(TEXT, "russia")).toEqual(stanceOf(TEXT, "russia"));
  });

  it("leaves out what gives the outlet away", () => {
    expect(isGiveaway("w:operation")).toBe(true);
    expect(isGiveaway("b:getty image")).toBe(true);
    expect(isGiveaway("w:cooperation")).toBe(false);
  });

  it("does not read a negation over a comma", () => {
    const hits = (text: string): number => {
      const found = stanceOf(text, "russia");
      return found?.kind === "stance" ? Math.max(...found.evidence.map((e) => e.weight)) : 0;
    };
    expect(hits("If it cannot be settled, Russia is ready to talk to everybody.")).toBeGreaterThan(0);
  });
});

describe("words around a target", () => {
  const read = createTargetReader(codebook);
  it("tell doer from done-to", () => {
    const text = "Mr Brown accused Ms Green of lying.";
    const doer = read(text, 3, 8);
    const done = read(text, text.indexOf("Green"), text.indexOf("Green") + 5);
    expect(doer.has("ra:accus")).toBe(true);
    expect(done.has("ra:accus")).toBe(false);
    expect(done.has("l0:accus")).toBe(true);
  });
  it("mask names, so that nobody's name weighs", () => {
    const names = [...read("Brown met Zorblatt in Zedtown on Monday.", 0, 5).keys()].join(" ");
    expect(names).not.toMatch(/zorblatt|zedtown/);
  });
  it("share a stem over endings", () => {
    expect(new Set(["attack", "attacks", "attacked", "attacking"].map(stem)).size).toBe(1);
  });
});

describe("proposition", () => {
  const answer = createPropositionTagger(codebook, "p1");
  it("is about Western troops in Ukraine and nothing near it", () => {
    expect(answer("Belarus could soon send troops into Ukraine.").about).toBe(false);
    expect(answer("The bakery opened on Monday.")).toEqual({
      about: false,
      stance: "none",
      holder: "none",
      holder_bloc: "none",
    });
  });
  it("is still about them where the sentence goes on to troops elsewhere", () => {
    const both = "Canadian officials said that US troops are not going into Ukraine, but that more are sent to Poland.";
    expect(answer(both)).toMatchObject({ about: true, stance: "against" });
    expect(answer("More US troops are sent to Poland.").about).toBe(false);
  });
  it("takes no side where the answer to ruling out is open", () => {
    const open = "Asked whether he could rule out deploying British troops to Ukraine, he left.";
    expect(answer(open)).toMatchObject({ about: true, stance: "reports" });
  });
  it("tells who refuses", () => {
    expect(answer("The Pentagon has ruled out sending American troops to Ukraine.")).toMatchObject({
      about: true,
      stance: "against",
      holder_bloc: "west",
    });
  });
});

describe("predict target-sentiment", () => {
  it("answers with probabilities that add up to 1", async () => {
    const ask = predictor(codebook, "target-sentiment");
    const [line] = await ask([
      JSON.stringify({ id: 1, text: "The mayor was praised for her courage.", start: 4, end: 9, kept: true }),
    ]);
    const answer = line!.answer;
    const scores = Object.values(answer["scores"] as Record<string, number>);
    expect(scores.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
    expect(answer["label"]).toBe("positive");
    expect(answer["kept"]).toBe(true);
  });
  it("refuses a span that holds no words", async () => {
    const ask = predictor(codebook, "target-sentiment");
    const [line] = await ask([JSON.stringify({ id: 1, text: "The mayor left.", start: 9, end: 9 })]);
    expect(line!.answer["error"]).toBeDefined();
  });
});
