import { describe, expect, it } from "vitest";
import { said } from "./support.ts";

const last = (text: string): ReturnType<typeof said>[number] => said(text).at(-1)!;

describe("he and she", () => {
  it("are not whose husband or wife somebody is", () => {
    const text = "Liudmyla Hrytsenko, 51, came. Her husband, Pavlo Rudenko, said it was late. “We go,” he said.";
    expect(last(text)).toMatchObject({ speaker: "Pavlo Rudenko" });
  });

  it("are never a force, a state or a paper", () => {
    const text =
      "Defence minister Pavlo Hrytsenko said that Ukrainian forces had shown that they could hold. He urged allies to send more guns.";
    expect(last(text)).toMatchObject({ speaker: "Pavlo Hrytsenko" });
  });

  it("behind a conjunction are the one person named before in the sentence", () => {
    const text =
      "“It was a trap,” said the analyst Karl Brandt. The day was a blow to Russian President Vladimir Putin's plan after he announced that the road would be shut.";
    expect(last(text)).toMatchObject({ speaker: "Vladimir Putin" });
  });

  it("stay who spoke before where the sentence begins with them", () => {
    const text = "Karl Brandt said that Vladimir Putin was late. He left when he said that it was time to go.";
    expect(last(text)).toMatchObject({ speaker: "Karl Brandt" });
  });

  it("may be a member of a parliament", () => {
    const text =
      "Former member of Russian parliament Boris Lemkin said that it was late. “It is lost,” Lemkin said. Ukrainian forces held the road. He went on to praise Vladimir Putin, stating that it was time.";
    expect(last(text)).toMatchObject({ speaker: "Boris Lemkin", kind: "official" });
  });

  it("may be a judge of a court", () => {
    const text =
      "Supreme Court Justice Walter Quill spoke in Rome. Quill also laughed at Emmanuel Macron. “It was a joke,” he said.";
    expect(last(text)).toMatchObject({ speaker: "Walter Quill", kind: "official" });
  });
});

describe("several sources at once", () => {
  it("have no bloc where they are of different ones", () => {
    expect(said("Vladimir Putin and Emmanuel Macron praised “the good talks of the past week”.")[0]).toMatchObject({
      bloc: null,
      speaker: "Vladimir Putin and Emmanuel Macron",
    });
    expect(said("Russia, Ukraine and Poland said that grain would flow.")[0]).toMatchObject({ bloc: null });
  });

  it("keep the bloc they share", () => {
    expect(said("Germany and Poland said that grain would flow.")[0]).toMatchObject({ bloc: "west" });
    expect(said("The US and several other Western powers claimed that it was a ruse.")[0]).toMatchObject({
      bloc: "west",
    });
  });
});

describe("institutions without a country", () => {
  it("are the side whose deeds the sentence before tells, not where they happen", () => {
    const text =
      "Russian officials have tried to play the retreat down. The Ministry of Defence claimed that troops had left the Kharkiv region and Izyum as planned.";
    expect(last(text)).toMatchObject({ bloc: "russia" });
  });

  it("go on with an institution of their kind", () => {
    const text =
      "The Russian Defence Ministry said that the town was lost. The Ukrainian forces lost 20 tanks, the military added.";
    expect(last(text)).toMatchObject({ bloc: "russia" });
  });

  it("that are agencies of a state are no media", () => {
    expect(said("Russia's top counterintelligence agency said that the man was a spy.")[0]).toMatchObject({
      bloc: "russia",
      kind: "institution",
    });
    expect(said("A Russian news agency said that the man was a spy.")[0]).toMatchObject({ kind: "media" });
    expect(said("Russian news agencies said that the man was a spy.")[0]).toMatchObject({ kind: "media" });
  });

  it("are companies by how they are introduced", () => {
    const text = "The sum was paid by Slovak refiner Dunarol after talks. Dunarol said that oil flowed again.";
    expect(last(text)).toMatchObject({ bloc: "west", kind: "institution" });
  });
});

describe("reports and papers", () => {
  it("have no bloc of what they are about", () => {
    expect(
      said("Russian shells hit Kharkiv. According to the latest report, two people were hurt by them.")[0],
    ).toMatchObject({ bloc: null });
    expect(said("Shells hit Kharkiv in Ukraine. According to media reports, two people were hurt.")[0]).toMatchObject({
      kind: "media",
      bloc: null,
    });
  });

  it("are whose words they are said to be from", () => {
    const text =
      "The Russian Defence Ministry banned such trips. Kharkiv was dark. A statement from the ministry added that units would wait.";
    expect(last(text)).toMatchObject({ bloc: "russia" });
  });

  it("are taken up again by what they are", () => {
    const text = "Reuters reported that prices rose. The report said that wages fell.";
    expect(last(text)).toMatchObject({ speaker: "Reuters", kind: "media" });
  });
});

describe("the bloc of a speaker", () => {
  it("is told by party and state behind an American name", () => {
    expect(said("Paul Harwick, R-Fla., said that the bill would fail.")[0]).toMatchObject({
      speaker: "Paul Harwick",
      bloc: "west",
      kind: "official",
    });
    expect(said("Minority Leader Paul Harwick (D-Calif.) said that the bill would fail.")[0]).toMatchObject({
      speaker: "Paul Harwick",
      bloc: "west",
    });
  });

  it("is the country that owns the name", () => {
    const text = "Britain's Prince Edmund came to New York. Edmund said that the year was hard.";
    expect(last(text)).toMatchObject({ bloc: "west" });
  });

  it("is not that of a side taken or excluded", () => {
    expect(said("The non-Russian soldiers said that they would go.")[0]).toMatchObject({ bloc: null });
  });

  it("is not a lawyer's by the client", () => {
    expect(said("Vladimir Putin's lawyers said that the case was closed.")[0]).toMatchObject({ bloc: null });
  });

  it("is that of the West where the West speaks", () => {
    expect(said("Moscow waited while the West insisted that talks were over.").at(-1)).toMatchObject({
      bloc: "west",
      kind: "institution",
    });
  });

  it("is where the speaker stands, not what is spoken of", () => {
    const text =
      "A French insurer in Paris has a policy ready and a French bank has not. “It hangs on Moscow and on Moscow alone,” a manager said.";
    expect(said(text)[0]).toMatchObject({ speaker: "a manager", bloc: "west" });
  });

  it("is that of the members of a group", () => {
    expect(said("A group of French lawmakers said that the bill would fail.")[0]).toMatchObject({
      kind: "official",
      bloc: "west",
    });
  });
});

describe("what is said and what is not", () => {
  it("is said by a body described behind a comma with a participle", () => {
    const text =
      "The Centre for Tidal Studies, a policy research organization based in Washington, said the addition of men was late.";
    expect(said(text)[0]).toMatchObject({
      content: "the addition of men was late",
      speaker: "Centre for Tidal Studies",
      bloc: "west",
    });
  });

  it("follows an aside behind the verb", () => {
    expect(said("Ada Berg said, however, that she did not know the number.")[0]).toMatchObject({
      content: "she did not know the number",
    });
  });

  it("may be interrupted behind its subject", () => {
    expect(said("The first list, Ada Berg said, is referred to as the main one.")[0]).toMatchObject({
      content: "The first list … is referred to as the main one",
    });
  });

  it("may be interrupted behind what leads in", () => {
    const heard = (text: string) => said(text).at(-1);
    expect(heard("For the town, Ada Berg noted, half a year of delay is a question of taxes.")).toMatchObject({
      speaker: "Ada Berg",
      content: "For the town … half a year of delay is a question of taxes",
    });
    expect(heard("Ada Berg spoke. At that time, she said, nobody had come to help.")).toMatchObject({
      speaker: "Ada Berg",
      content: "At that time … nobody had come to help",
    });
  });

  it("may stand behind a verb that looks like a noun", () => {
    expect(said("His family claim he ran off to join the militia.")[0]).toMatchObject({
      content: "he ran off to join the militia",
    });
  });

  it("is how somebody rejects something", () => {
    expect(said("Ukraine has rejected the claims as “absurd.”")[0]).toMatchObject({ bloc: "ukraine" });
    expect(said("Ukraine has rejected the plan.")).toEqual([]);
    expect(said("The men who reject politics as normal came second.")).toEqual([]);
  });

  it("begins behind a source and not inside a list of things", () => {
    expect(said("According to the Kremlin, land, sea, and air forces took part in the drills.")[0]).toMatchObject({
      source: "the Kremlin",
    });
    expect(
      said("According to the ministry, Dunarol Oil, which is part of it, is now building a port.")[0]!.source,
    ).toBe("the ministry");
    expect(said("According to the mayor, Ana Rojas, the bridge is shut.")[0]!.source).toContain("Ana Rojas");
  });

  it("is nothing things do, keep or go on with", () => {
    expect(said("As the shell itself blasted away, it struck the roof of a house.")).toEqual([]);
    expect(said("Berg maintains a wide lead over Hale among voters, and her show drew many.")).toEqual([]);
    expect(said("Three alleged Kremlin spies were caught near the border.")).toEqual([]);
    expect(said("Berg opens a probe after gunmen “shot at least 11 men and hurt 15 others”.")).toEqual([]);
  });
});
