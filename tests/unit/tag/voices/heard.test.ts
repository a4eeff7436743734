import { describe, expect, it } from "vitest";
import { readVoices, said, voiceOf } from "./support.ts";

/** Contents of all attributions of a text. */
const contents = (text: string): string[] => said(text).map((s) => s.content);

describe("what is said is heard", () => {
  it("behind what was said, when a body is taken up by it", () => {
    const text = "The Chilean Customs Service said it stopped nine lorries. The drivers were sent home, it added.";
    expect(said(text)[1]).toMatchObject({ source: "it", cue: "added", content: "The drivers were sent home" });
  });

  it("from whoever has a name like an adverb, and of whom reports quote", () => {
    expect(said("The minister, Mr Cleverly said: “The nets are torn.”")[0]!.source).toMatch(/Mr Cleverly$/);
    expect(
      said("Norwegian media reports cited sailors as saying that the nets were torn.").map((s) => s.source),
    ).toEqual(["sailors"]);
  });

  it("with a time between auxiliary and verb, or a plain day before it", () => {
    expect(contents("The authorities have so far confirmed that two boats sank.")).toEqual(["two boats sank"]);
    expect(said("Norwegian fishermen yesterday said the boats were late.")[0]).toMatchObject({
      source: "Norwegian fishermen",
      speaker: "Norwegian fishermen",
    });
  });

  it("of nobody the text names, told in the passive", () => {
    for (const text of [
      "It was claimed last week that the ferry is late.",
      "The ferry is late, it was claimed yesterday.",
    ]) {
      expect(said(text), text).toMatchObject([
        { content: expect.stringMatching(/^[Tt]he ferry is late$/), speaker: null },
      ]);
    }
    expect(contents("It was raining when the ferry left.")).toEqual([]);
  });

  it("by any verb behind the comma of a quotation, of whoever follows", () => {
    const [one] = said("“Those who touch the nets will pay for it,” threatened the Norwegian minister Ada Berg.");
    expect(one).toMatchObject({ speaker: "Ada Berg", bloc: "west", type: "direct" });
    expect(said("Those with “torn nets and broken masts to mend” told the Post about the storm.")).toEqual([]);
  });

  it("in single marks that open each paragraph and close only the last", () => {
    const text = "Ada Berg said: 'The nets are torn. 'We have no others.' The harbour is shut.";
    expect(voiceOf(text, "nets are")).toEqual({ kind: "direct", speaker: "Ada Berg" });
    expect(voiceOf(text, "no others")).toEqual({ kind: "direct", speaker: "Ada Berg" });
    expect(voiceOf(text, "harbour").kind).toBe("own");
  });
});

describe("who says it is found", () => {
  it.each([
    ["Norway, in a speech of its minister, said the boats were late.", "Norway", "the boats were late"],
    ["Ada Berg, whose crew the town depends on for fish, said the boats were late.", "Ada Berg", "the boats were late"],
    ["Ada Berg, the Oslo-backed head of the harbour, said the boats were late.", "Ada Berg", "the boats were late"],
    [
      "A Norwegian spokesman, asked to respond to it, said the boats were late.",
      "A Norwegian spokesman",
      "the boats were late",
    ],
    ["The Norwegian military claims that the boats are late.", "The Norwegian military", "the boats are late"],
    ["Norway claims to have sunk nine boats.", "Norway", "to have sunk nine boats"],
    [
      "The harbour is shut for good, claims Norway's navy chief who saw it.",
      "Norway's navy chief",
      "The harbour is shut for good",
    ],
    ["A sailor, a cook from Norway identified as Paul, said the boats were late.", "A sailor", "the boats were late"],
    ["The captain, named by the paper as Paul Berg, said the boats were late.", "The captain", "the boats were late"],
    ["Berg announced last week he would sell the boats.", "Berg", "he would sell the boats"],
    ["It added Berg was selling the boats.", "It", "Berg was selling the boats"],
    ["A survey released on Saturday found that the boats were late.", "A survey released", "the boats were late"],
    ["People living there say they have no boats.", "People living there", "they have no boats"],
    ["According to court files, the boats were late.", "court files", "the boats were late"],
    ["Earlier reports claimed that the boats were late.", "reports", "the boats were late"],
    ["The agency quoted Berg as saying that the boats were late.", "Berg", "the boats were late"],
    ["The boats were late, the agency quoted Berg as saying.", "Berg", "The boats were late"],
    ["A sailor can be heard shouting: “The boats are late!”", "A sailor", "“The boats are late!”"],
    ["“The boats are late again,” Norwegian papers reported him saying.", "him", "“The boats are late again,”"],
    ["Berg condemned the catch calling it a crime against all of us.", "Berg", "it a crime against all of us"],
    [
      "Berg made the claim that the boats were late in phone calls with Oslo.",
      "Berg",
      "the boats were late in phone calls with Oslo",
    ],
    ["Norway's top general admitted Ada Berg's boats were late.", "Norway's top general", "Ada Berg's boats were late"],
    ["Lawyers acting for her family called for a new race.", "Lawyers acting for her family", "a new race"],
    ["Berg was quoted as saying that the boats were late.", "Berg", "the boats were late"],
    ["Berg called the race on Friday “a shameful farce”.", "Berg", "the race on Friday “a shameful farce”"],
    ["He's hiding his boats, Berg added.", "Berg", "He's hiding his boats"],
    [
      "All Norwegian citizens share the blame for it, he argued in a letter.",
      "he",
      "All Norwegian citizens share the blame for it",
    ],
    ["The storm sank nine boats, Tuesday's report said.", "Tuesday's report", "The storm sank nine boats"],
    [
      "His Chilean counterpart, Pedro Soto, added: “The boats are all late.”",
      "His Chilean counterpart, Pedro Soto",
      "“The boats are all late.”",
    ],
  ])("%s", (text, source, content) => {
    const one = said(text).at(-1);
    expect(one && { ...one, source: one.source.split(/, (?!Pedro)/)[0] }).toMatchObject({ source, content });
  });

  it("in headlines that leave verbs out or write all words large", () => {
    const heard = (title: string): string[] =>
      readVoices({ title, text: "It rains." }).attributions.map(
        (a) =>
          `${a.source.map((s) => title.slice(s.start, s.end)).join()}: ${a.content.map((s) => title.slice(s.start, s.end)).join()}`,
      );
    expect(heard("Harbour Mayor Warns Oslo’s Boats Are Out Of Fuel")).toEqual([
      "Harbour Mayor: Oslo’s Boats Are Out Of Fuel",
    ]);
    expect(heard("Boats one day from Oslo, mayor warns")).toEqual(["mayor: Boats one day from Oslo"]);
    expect(heard("Mayor says Oslo planning to hide its boats")).toEqual(["Mayor: Oslo planning to hide its boats"]);
    expect(heard("Moscow claims Chilean spy sank a boat")).toEqual(["Moscow: Chilean spy sank a boat"]);
  });
});

describe("who is named between a quotation and the verb", () => {
  it("speaks with all that is named, and none of it is said", () => {
    expect(said("“The boats are late again,” her brother, Paul, said.")[0]).toMatchObject({
      source: "her brother, Paul",
      content: "“The boats are late again,”",
    });
    expect(
      said("“The boats are late again,” Reps. Ann Hale of Ohio, Tom Dunn of Iowa and Sue Pratt said.")[0],
    ).toMatchObject({
      content: "“The boats are late again,”",
      bloc: "west",
    });
  });

  it("is somebody even where a body is named behind", () => {
    expect(said("Boyd Hale, founder of the Union of Boats, said it was late.")[0]).toMatchObject({
      speaker: "Boyd Hale",
      kind: "citizen",
    });
  });
});

describe("who is heard", () => {
  it("is a writing that others take up, not who takes it up", () => {
    expect(said("Norway voted in favour of a resolution condemning the catch.")[0]).toMatchObject({
      source: "a resolution",
      content: "the catch",
    });
  });

  it("is somebody doing something, not what they do it to", () => {
    expect(said("A person mending nets in the harbour told the Post that the catch was poor.")[0]!.source).toBe(
      "A person mending nets in the harbour",
    );
  });

  it("begins where a phrase of its own does", () => {
    expect(said("Cold was the one reason some locals said the catch was poor.")[0]!.source).toBe("some locals");
  });

  it("is named without the clause, aside or month behind the words", () => {
    const name = (text: string): string | null | undefined =>
      readVoices({ title: "", text }).attributions[0]?.speaker?.name;
    expect(name("The divers, who had seen the wreck, said that it was old.")).toBe("The divers");
    expect(name("Prosecutors in December said the wreck was found.")).toBe("Prosecutors");
    expect(name("Psychologist Anna Lindqvist said the wreck was found.")).toBe("Anna Lindqvist");
    expect(name("NBF Executive Director Anna Lindqvist said the wreck was found.")).toBe("Anna Lindqvist");
  });

  it("is the person behind a talk, and no quoted term's nationality", () => {
    expect(said("He cited a conversation with an unnamed envoy who said that it was late.").at(-1)).toMatchObject({
      speaker: "an unnamed envoy",
    });
    const text = "Berg said locals who left the areas described Norwegian “sailors who shout and sing all night long.”";
    expect(said(text).some((s) => s.source === "Norwegian")).toBe(false);
  });

  it("keeps the name before a description", () => {
    expect(
      said("Ada Berg, the star detained in Chile, sent a letter to the court, saying she was afraid.").at(-1),
    ).toMatchObject({ speaker: "Ada Berg" });
  });
});
