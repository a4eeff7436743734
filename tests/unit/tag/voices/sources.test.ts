import { describe, expect, it } from "vitest";
import { readVoices, said } from "./support.ts";

/** Sources of a text as they stand in it. */
const sources = (text: string): string[] => said(text).map((a) => a.source);

describe("the source of a report verb", () => {
  it("is the subject of joined verbs, with a weekday and a quoted term between them", () => {
    const text =
      "Commissioner Else Brandt on Tuesday called the blast “planned sabotage” and warned that “any attack on the cables will be answered in kind.”";
    expect(said(text).at(-1)).toMatchObject({ cue: "warned", speaker: "Else Brandt" });
  });

  it("is the name before its description, also where a relative clause follows", () => {
    const text =
      "Mykola Savchuk, an aide to President Zelensky, who has previously called the bridge a fair target, wrote that the road was shut.";
    expect(said(text).map((a) => a.speaker)).toEqual(["Mykola Savchuk", "Mykola Savchuk"]);
    const trailing =
      "The attacks on the plant must stop, Ines Halvorsen, director general of the Atomic Watch Agency (AWA), has warned.";
    expect(said(trailing)).toMatchObject([
      { speaker: "Ines Halvorsen", content: "The attacks on the plant must stop" },
    ]);
    const open =
      "Oleh Marchuk, head of Ukraine's radiation, chemical and biological defence forces said the lines were cut.";
    expect(said(open)[0]).toMatchObject({ speaker: "Oleh Marchuk", bloc: "ukraine" });
    const relative =
      "Karl Brandt, the former governor who has been talking with both sides as a private citizen, said in October that a deal was near.";
    expect(said(relative)[0]).toMatchObject({ speaker: "Karl Brandt", content: "a deal was near" });
  });

  it("keeps a name behind another name, a bracket with initials, or before its description", () => {
    const speakers = (text: string) => said(text).map((a) => a.speaker);
    expect(speakers("The head of Interpol, Jurgen Falk, has warned that weapons will spread.")).toEqual([
      "Jurgen Falk",
    ]);
    expect(speakers("Senate Majority Leader Carl Weber (D-N.Y.) said the bill would pass.")).toEqual(["Carl Weber"]);
    const described = "Sen. Bob Marten (D-N.J.), the chairman of the committee, accused the kingdom of greed.";
    expect(speakers(described)).toEqual(["Bob Marten"]);
    expect(speakers("Larsen, a conservative who took office in May, has pledged to boost exports.")).toEqual([
      "Larsen",
    ]);
    expect(speakers("Larsen in a statement on Facebook said the plan would hold.")).toEqual(["Larsen"]);
    expect(speakers("Choi Jin-mok, a senior secretary, said the talks were slow.")).toEqual(["Choi Jin-mok"]);
    expect(speakers("Officials in the Donetsk People’s Republic (DPR) said that the toll has grown.")).toEqual([
      "Officials in the Donetsk People’s Republic",
    ]);
  });

  it("is no article before a participle, and no “one” who would think so", () => {
    expect(said("An estimated 5,000 people fled, and the said amount was paid.")).toEqual([]);
    expect(said("The newly announced shutdown raises fears that prices will climb.")).toEqual([]);
    expect(sources("In a later comment for the paper, Kowal predicted that the wall would stand.")).toEqual(["Kowal"]);
    expect(said("Not the kind of man you would want there, one would think.")).toEqual([]);
  });

  it("is an official where two words of an office say so, though one alone is military", () => {
    const text = "Jan Nowak, the general secretary of the ruling party, revealed that a wall was planned.";
    expect(said(text)).toMatchObject([{ speaker: "Jan Nowak", kind: "official" }]);
    expect(said("The general said that the line held.")).toMatchObject([{ kind: "military" }]);
  });

  it("is described, not quoted further, behind a closed quotation", () => {
    const text =
      "“The authorities are delaying the reforms,” according to Andrey Bondar of Glass House, a group funded by Western governments.";
    expect(said(text)).toMatchObject([{ content: "“The authorities are delaying the reforms,”" }]);
  });

  it("is no object that follows the verb", () => {
    const posted = said(
      "The rescue service, meanwhile, posted a dog picture, telling people to “stay at home and wait.”",
    );
    expect(posted.map((a) => a.source)).not.toContain("a dog picture");
    const month =
      "The remark comes after the envoy to the city, Oleg Vetrov, warned last month that the border was open.";
    expect(said(month)).toMatchObject([{ speaker: "Oleg Vetrov", content: "the border was open" }]);
  });

  it("is no noun that a preposition governs behind a participle", () => {
    expect(
      said("Dozens of women freed in the first exchange of the war have spoken of cold cells.")[0]!.source,
    ).toMatch(/^Dozens of women/);
  });

  it("is found through since, and a reported clause belongs to it", () => {
    expect(said("Former President Poroshenko has since admitted that the plan was a bluff.")[0]).toMatchObject({
      bloc: "ukraine",
      content: "the plan was a bluff",
    });
  });

  it("is the agent of a passive, who says what was done", () => {
    expect(said("The observers were repeatedly accused by Russia of ignoring the shelling.")[0]).toMatchObject({
      source: "Russia",
      content: "The observers … of ignoring the shelling",
    });
  });
});

describe("what a report verb reports", () => {
  it("may be an infinitive, and whom somebody urges belongs to it", () => {
    expect(said("The leader condemned the strikes and promised to send more help.").at(-1)).toMatchObject({
      cue: "promised",
      content: "to send more help",
    });
    expect(said("The governor urged residents of the region to exercise caution.")[0]).toMatchObject({
      content: "residents of the region to exercise caution",
    });
    expect(said("It gives the guarantees he has long demanded to keep the peace.")).toEqual([]);
    expect(said("A city official warned strikes could leave the town without power.")[0]).toMatchObject({
      content: "strikes could leave the town without power",
    });
    expect(said("The states continue their drills in the north.")).toEqual([]);
    expect(said("The video shows a big hole in the ground.")).toEqual([]);
    expect(said("Her letter asked the president not to forget her.")[0]).toMatchObject({
      content: "not to forget her",
    });
  });

  it("is found behind an abbreviated state", () => {
    expect(said("House Leader Kevin Larsen, R-Calif., told The Record that the vote was near.")[0]).toMatchObject({
      speaker: "Kevin Larsen",
    });
  });
});

describe("words that report nothing", () => {
  it("stand inside a quoted term", () => {
    const text =
      "Because of the “increased and continued pressure” on the plant, “there is little hope of a quick repair,” the official warned.";
    expect(sources(text)).toEqual(["the official"]);
  });

  it("are continue before an infinitive, and blame as a noun", () => {
    const text =
      "While Russia has put the blame on Kiev, officials in Oslo continue to accuse Moscow of shelling the plant.";
    expect(said(text).map((a) => a.content)).toEqual(["Moscow of shelling the plant"]);
    expect(said("The head of the self-proclaimed republic left.")).toEqual([]);
    expect(said("The court closed the case without assigning blame for the fire to anybody.")).toEqual([]);
  });

  it("have things for subjects that cannot speak", () => {
    for (const text of [
      "All the evidence shows that the road was mined.",
      "Fuel sales added 43 billion to the state budget.",
      "The call-up underscores that the war is going badly.",
      "The crater suggests that the shell came from the north.",
    ]) {
      expect(sources(text), text).toEqual([]);
    }
    expect(sources("The report shows that prices fell.")).toEqual(["The report"]);
    expect(sources("The minister suggested that the shell came from the north.")).toEqual(["The minister"]);
  });

  it("are telephone calls and visits", () => {
    for (const text of ["Macron called Putin on Friday.", "Scholz called his Polish colleague twice."]) {
      expect(sources(text), text).toEqual([]);
    }
    expect(said("Macron called Putin a stubborn man.")[0]).toMatchObject({ content: "Putin a stubborn man" });
  });

  it("do not carry what the outlet adds behind although", () => {
    const text = "Kiev considers the island occupied, although its people voted to leave ten years ago.";
    expect(said(text)[0]!.content).toBe("the island occupied");
  });
});

describe("a headline", () => {
  const headline = (title: string) =>
    readVoices({ title, text: "" }).attributions.map((a) => ({
      speaker: a.speaker?.name,
      content: a.content.map((s) => title.slice(s.start, s.end)).join(" … "),
    }));

  it("names its speaker behind a dash", () => {
    expect(headline("Weapons sent abroad turn up on the black market – Putin")).toEqual([
      { speaker: "Vladimir Putin", content: "Weapons sent abroad turn up on the black market" },
    ]);
    expect(headline("Minister fears a hard winter – ex-Ukrainian official")).toMatchObject([
      { content: "Minister fears a hard winter" },
    ]);
  });

  it("lists two sides before a colon without letting them speak", () => {
    expect(headline("Ukraine and Russia: What you need to know today")).toEqual([]);
    expect(headline("A hard winter – and no end in sight")).toEqual([]);
  });
});
