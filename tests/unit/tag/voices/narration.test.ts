import { describe, expect, it } from "vitest";
import { said, voiceOf } from "./support.ts";

/** What only looks like a report, and where a report ends. */
describe("narration beside speech", () => {
  it("reports nothing where nobody is told to have said a thing", () => {
    for (const text of [
      "The singer has found herself in the middle of a quarrel that nobody wanted.",
      "The minister stopped short of claiming that the bridge was safe.",
      "The envoy would not say how many ships had left.",
      "It came during a phone call that was filmed by a guest.",
      "The law made Danish the only state language and changed the schools.",
      "The trip comes in the wake of media reports that named nobody.",
      "The harbour shows one of many vessels ordered by the old king.",
      "A court banned the Islamic State and the plan failed.",
    ])
      expect(said(text), text).toEqual([]);
  });

  it("leaves a picture, a law and a plan to the outlet", () => {
    expect(said("The wording is to list “war” instead of “a time of open armed conflict at home”.")).toEqual([]);
    expect(said("The act stands beside ‘The Protection of Our Old Wooden Bridges Act’ of last year.")).toEqual([]);
  });

  it("hears police behind “according to” whatever the word is taken for", () => {
    const [first] = said("According to police, the driver was taken to hospital.");
    expect(first).toMatchObject({ source: "police", content: "the driver was taken to hospital" });
  });

  it("gives a clause to the verb right before it", () => {
    const text = "Pictures posted on a page by a guest confirmed that the bridge was shut.";
    expect(said(text).map((a) => a.cue)).toEqual(["confirmed"]);
  });

  it("ends what a relative clause reports where the main clause goes on", () => {
    const text = "Chile, which calls the tax a trap for its farmers, has left the talks.";
    expect(said(text)[0]?.content).toBe("the tax a trap for its farmers");
    expect(voiceOf(text, "has left").kind).toBe("own");
  });

  it("ends it before a gloss of the outlet's own", () => {
    const of = (text: string): string | undefined => said(text)[0]?.content;
    expect(of("The firm said it had paid the bill, a claim that the mayor denies.")).toBe("it had paid the bill");
    expect(of("The mayor said the old pier must go, in an apparent reference to the storm.")).toBe(
      "the old pier must go",
    );
    expect(of("The mayor said the ship had left, but did not say why.")).toBe("the ship had left");
  });

  it("keeps whom somebody addresses apart from what is said", () => {
    const of = (text: string): string | undefined => said(text)[0]?.content;
    expect(of("The brewer warned the price of a pint would rise.")).toBe("the price of a pint would rise");
    expect(of("Berg told the Daily Bugle her firm was late.")).toBe("her firm was late");
    expect(of("The mayor was asked by reporters if the pier was safe.")).toBe("if the pier was safe");
    expect(of("The mayor said $40 was enough for 30%.")).toBe("$40 was enough for 30%");
  });

  it("takes the last word of a quotation that began before", () => {
    expect(said("“Is that new? No,” Ada Berg wrote on her page after the vote.")[0]).toMatchObject({
      content: "“Is that new? No,”",
      speaker: "Ada Berg",
    });
  });

  it("has no cue where a colon or a dash alone tells who speaks", () => {
    expect(said("Macron: The bridge is shut and will stay so.")[0]).toMatchObject({ cue: "", source: "Macron" });
  });
});
