import { describe, expect, it } from "vitest";
import { said, voiceOf } from "./support.ts";

/** The fifteen traps of methods 4.2, each in sentences of our own. */
describe("traps of quotation and attribution", () => {
  it("1: a source may begin with an accented capital", () => {
    expect(said("The Élysée said that the talks would go on.")[0]).toMatchObject({
      source: "The Élysée",
      content: "the talks would go on",
      bloc: "west",
    });
  });

  it("2: the outlet's own information is its own voice", () => {
    const text = "According to our information, the two sides will meet next week.";
    expect(said(text)).toEqual([]);
    expect(voiceOf(text, "the two sides").kind).toBe("own");
  });

  it("3: an ambassador belongs to the state that sent him, not to the capital he lives in", () => {
    const [named, role] = [
      said("Russian Ambassador to Paris Pavel Orlenko told reporters that the offer stands.")[0],
      said("The offer stands, the Russian ambassador in Paris believes.")[0],
    ];
    expect(named).toMatchObject({ speaker: "Pavel Orlenko", bloc: "russia" });
    expect(role).toMatchObject({ bloc: "russia", content: "The offer stands" });
  });

  it("4: whoever met somebody and said it is the speaker, not the nearest name", () => {
    expect(said("Macron met with Zelensky and said that the plan was ready.")[0]).toMatchObject({
      speaker: "Emmanuel Macron",
      content: "the plan was ready",
    });
  });

  it("5: acts are not speech, and member states state nothing", () => {
    for (const text of [
      "Italy opposed sending soldiers abroad.",
      "Several governments rejected a plan to pay for it.",
      "The ministry announced the launch of a new fund.",
      "EU member states the size of Malta have one vote.",
    ]) {
      expect(said(text), text).toEqual([]);
    }
  });

  it("6: a nested straight quotation may share the closing mark of the outer one", () => {
    const text =
      '"They want to send troops, or "helpers" from the so-called "alliance of the able," the diplomat told the paper. Nobody else spoke.';
    expect(said(text)[0]).toMatchObject({ source: "the diplomat", type: "direct" });
    expect(voiceOf(text, "Nobody else").kind).toBe("own");
  });

  it("7: an opening mark that is never closed ends before the cue", () => {
    const text = '"The bill will be a heavy burden,— the Russian ambassador in Paris believes. The talks went on.';
    expect(said(text)[0]).toMatchObject({ bloc: "russia", type: "direct" });
    expect(voiceOf(text, "The talks went on").kind).toBe("own");
  });

  it("8: an English opener is closed by a French closer", () => {
    const text = "Barrot added: “Our friendship will help us in the years to come. » The summit then ended.";
    expect(said(text)[0]).toMatchObject({ speaker: "Jean-Noël Barrot", type: "direct" });
    expect(voiceOf(text, "The summit").kind).toBe("own");
  });

  it("9: a single opener never closed swallows nothing, and apostrophes are no marks", () => {
    const text = "They marked the ‘Entente Cordiale of 1904. Ukraine’s army and the soldiers’ families were thanked.";
    expect(said(text)).toEqual([]);
    expect(voiceOf(text, "were thanked").kind).toBe("own");
  });

  it("10: marks without spaces around them still open and close", () => {
    const text = "France already has“a division ready to leave within sixty days”in the east. Others wait.";
    expect(voiceOf(text, "division ready").kind).toBe("direct");
    expect(voiceOf(text, "in the east").kind).toBe("own");
    expect(voiceOf(text, "Others wait").kind).toBe("own");
  });

  it("11: unnamed and collective sources are sources of kind unnamed or of their trade", () => {
    expect(said("There is talk of a new alliance in the north.")[0]).toMatchObject({
      kind: "unnamed",
      content: "a new alliance in the north",
    });
    expect(said("The price will rise, the media suggest.")[0]).toMatchObject({ kind: "media", bloc: null });
    expect(said("Support is fading, analysts say.")[0]).toMatchObject({ kind: "expert", bloc: null });
    expect(said("Critics say that the vote was unfair.")[0]).toMatchObject({ kind: "unnamed", bloc: null });
  });

  it("12: attributions nest, and the inner speaker keeps his words", () => {
    const text = "According to Reuters, Trump demanded that they stop buying oil.";
    expect(said(text).map((a) => [a.speaker, a.content])).toEqual([
      ["Reuters", "Trump demanded that they stop buying oil"],
      ["Donald Trump", "they stop buying oil"],
    ]);
    expect(voiceOf(text, "they stop").speaker).toBe("Donald Trump");
    expect(voiceOf(text, "Trump demanded").speaker).toBe("Reuters");
  });

  it("13: a noun can be the cue", () => {
    expect(said("Slutsky's analogy, likening the visit to a circus, drew laughter.")[0]).toMatchObject({
      speaker: "Leonid Slutsky",
      bloc: "russia",
    });
  });

  it("14: a viewpoint at the head of a sentence is an attribution", () => {
    expect(said("For President Zelenskyy, the promise represents a lasting guarantee.")[0]).toMatchObject({
      speaker: "Volodymyr Zelensky",
      content: "the promise represents a lasting guarantee",
    });
  });

  it("15: an institution can tell a newspaper something", () => {
    expect(said("The delay is due to quarrels at home, the European Parliament told Izvestia.")[0]).toMatchObject({
      speaker: "European Parliament",
      bloc: "west",
      content: "The delay is due to quarrels at home",
    });
  });
});

describe("words that only look like speech", () => {
  it("give no speaker when two sides accuse each other", () => {
    expect(said("Moscow and Kiev have both accused each other of shelling the plant.")).toEqual([]);
    expect(said("Moscow accused Kiev of shelling the plant.")[0]).toMatchObject({ bloc: "russia" });
  });

  it("do not let a think tank think", () => {
    const text = "Hill, a fellow at the Washington-based Brookings think tank, said Musk was a messenger.";
    expect(said(text).map((a) => a.cue)).not.toContain("think");
  });
});
