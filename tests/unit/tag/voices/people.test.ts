import { describe, expect, it } from "vitest";
import { said } from "./support.ts";

describe("names the codebook does not know", () => {
  it("begin behind a long title", () => {
    const text =
      "Deputy Prime Minister and Minister for Return of the Occupied Lands Iryna Tkachuk warned that time was short.";
    expect(said(text)[0]).toMatchObject({ speaker: "Iryna Tkachuk", kind: "official" });
  });

  it("take a rank or a title before them", () => {
    for (const [text, speaker, kind] of [
      ["Dr Anna Weiss said that the drug works.", "Anna Weiss", "expert"],
      ["Colonel Pavlo Hrytsenko said that the road was open.", "Pavlo Hrytsenko", "military"],
      ["Sir John Hale said that the deal was fair.", "John Hale", "citizen"],
      ["Lt. Gen. Mark Dunn said that the road was open.", "Mark Dunn", "military"],
    ]) {
      expect(said(text!)[0], text).toMatchObject({ speaker, kind });
    }
  });

  it("are institutions where they are acronyms or name one", () => {
    expect(said("CRWT estimated that prices would rise.")[0]).toMatchObject({ speaker: "CRWT", kind: "institution" });
    expect(
      said("A report from the Finland-based Centre for Research on Wind and Tides (CRWT) said that prices rose.")[0],
    ).toMatchObject({ speaker: "Centre for Research on Wind and Tides", bloc: "west" });
    expect(said("An indictment unsealed in the Northern District says that she lied.")[0]!.speaker).not.toBe(
      "Northern District",
    );
    expect(said("The Belarusian Interior Ministry explained that the rule was old.")[0]).toMatchObject({
      speaker: "The Belarusian Interior Ministry",
      bloc: "other",
    });
    expect(
      said("Foundation for Quiet Seas Senior Vice President Karl Brandt said that the rule was old.")[0],
    ).toMatchObject({
      speaker: "Karl Brandt",
    });
    expect(said("It was first reported by the Prosecutor General’s office that two people had died.")[0]).toMatchObject(
      {
        kind: "institution",
      },
    );
  });

  it("belong to the state they serve, not to where they serve", () => {
    expect(said("Former Russian consul in Marseille Oleg Vetrov said that he would return.")[0]).toMatchObject({
      speaker: "Oleg Vetrov",
      bloc: "russia",
    });
    expect(said("A French officer said that the road was open.")[0]).toMatchObject({ bloc: "west", kind: "military" });
    expect(said("The Russian Foreign Ministry accused London of lying.")[0]).toMatchObject({
      bloc: "russia",
      kind: "institution",
    });
    expect(said("Hungarian commentator Zoltan Kiss said that the vote was fair.")[0]).toMatchObject({
      bloc: "west",
      kind: "expert",
    });
  });
});

describe("words that place nobody", () => {
  it("are a side somebody takes and a subject somebody studies", () => {
    expect(said("Pro-Russian officials say that the bones were removed.")[0]).toMatchObject({ bloc: null });
    expect(said("Anna Weiss, a Russia analyst at the institute, said that the call-up had failed.")[0]).toMatchObject({
      speaker: "Anna Weiss",
      bloc: null,
    });
    expect(said("A Russian analyst said that the call-up had failed.")[0]).toMatchObject({ bloc: "russia" });
  });

  it("are months before a title, and a title finds somebody named elsewhere", () => {
    const text = "The plan of Defence Secretary Ben Wallace was read out. Mr Wallace added that it would take time.";
    expect(said(text).at(-1)).toMatchObject({ speaker: "Ben Wallace", bloc: "west" });
  });
});

describe("taking somebody up again", () => {
  it("lets a pronoun choose by the name's gender", () => {
    const text = "Irina Petrova commented on the visit of Chancellor Olaf Scholz. He said that the talks were short.";
    expect(said(text).at(-1)).toMatchObject({ cue: "said", speaker: "Olaf Scholz" });
    const two = "Anna Weiss said that rain would come. Karl Brandt said that it would not. She insisted that it would.";
    expect(said(two).at(-1)).toMatchObject({ speaker: "Anna Weiss" });
  });

  it('takes "they" for a group met a little before, never for one person or a paper long gone', () => {
    const near = "German officials said that the road was open. They added that it was safe.";
    expect(said(near).at(-1)).toMatchObject({ speaker: "German officials" });
    const one = "Anna Weiss said that the road was open. They added that it was safe.";
    expect(said(one).at(-1)!.speaker).not.toBe("Anna Weiss");
    const far =
      "Reuters reported that prices rose. The sea was calm. The shops were shut. Nobody came. They added that it was safe.";
    expect(said(far).at(-1)!.speaker).not.toBe("Reuters");
  });

  it("does not mix one group of officials with another", () => {
    const text =
      "Russian customs officers said that the bag was searched. Russian officials said that a swap was too early.";
    expect(said(text).map((a) => a.speaker)).toEqual(["Russian customs officers", "Russian officials"]);
  });

  it("places an official without a country where the news is", () => {
    const text = "Ukraine closed the port of Odessa on Monday. Spokesman Artem Bondar said that ships would wait.";
    expect(said(text)[0]).toMatchObject({ speaker: "Artem Bondar", bloc: "ukraine" });
    const mixed = "Russia shelled the port of Odessa on Monday. Spokesman Artem Bondar said that ships would wait.";
    expect(said(mixed)[0]).toMatchObject({ speaker: "Artem Bondar", bloc: null });
    expect(said("Foreign Secretary Ann Cole said that ships would wait.")[0]).toMatchObject({ bloc: "west" });
  });
});
