import { describe, expect, it } from "vitest";
import { said, voiceOf } from "./support.ts";

/** Contents of all attributions of a text. */
const contents = (text: string): string[] => said(text).map((s) => s.content);

describe("nothing is said", () => {
  it.each([
    "She was driving home when the mast fell, suggesting that the ropes had been cut.",
    "The crew were found, with their health described as stable.",
    "A hotel was shut to anyone suspected of theft.",
    "The inspectors plan to check the pumps and assess the damage.",
    "The nets lie unused and the boats rot.",
    "The club could ask members to agree that they will leave.",
    "The port will act according to legal proceedings on the issue, after a while.",
    "Just days before the deal was due to end, Norway and Chile agreed to extend it.",
    "They formed a new crew called the Grey Herons on Friday from “willing sailors”.",
    "He has a mast which was rejected by Norway.",
    "There were officers who only wanted to go home.",
    "The trader told a series of Norwegian counter attacks.",
    "“Moving to clean boats” say those who may have sunk them.",
    "The owners have not confirmed any talks about the ferry.",
    "The storm has claimed the lives of nine sailors.",
    "The owners have not claimed that the ferry is late.",
    "Holding the road would deny Norway the harbour and all its boats.",
    "The owners can still call on reserves that lie in the harbour.",
    "The captain answered questions that the ferry had raised.",
    "Young sailors have led the way in daily protests that have filled the harbour.",
    "The council has a series of public hearings expected to bring more to light.",
    "Nine men said to be armed opened fire on the crew that day.",
    "They buried nine unnamed sailors found in Lund, the town on the coast that saw the worst of the storm.",
    "History is written by the winners of the race.",
    "The storm came after nine quiet days, hinting at a change of the winds.",
    "You may want to think about new nets.",
    "The fear is that the owners could claim that the storm was to blame.",
    "A review of privilege claims was not needed.",
    "The place where the sailors left the masts says a lot about the race.",
  ])("%s", (text) => {
    expect(said(text).filter((s) => !/^(?:told|confirmed)$/.test(s.cue))).toEqual([]);
  });

  it("but what somebody describes as something is theirs", () => {
    expect(said("They sank during what Berg described as a race.")[0]).toMatchObject({ source: "Berg" });
  });

  it("in a post: it only carries what its author wrote", () => {
    expect(said("Berg wrote in a Telegram post that the nets were torn.").map((s) => [s.source, s.cue])).toEqual([
      ["Berg", "wrote"],
    ]);
  });
});

describe("what is said ends", () => {
  it("before where it was said and what others call it", () => {
    expect(contents("Berg said the crew was “very tired indeed,” in a statement to reporters in Oslo.")).toEqual([
      "the crew was “very tired indeed,”",
    ]);
    expect(contents("Berg said that the crew had mutinied, an accusation that the owners called false.")[0]).toBe(
      "the crew had mutinied",
    );
    expect(contents("Berg said that the crew had mutinied, which the owners deny.")).toEqual(["the crew had mutinied"]);
  });

  it("before who else is named for it", () => {
    expect(contents("Norway has proposed that Chile release the boats, according to two sailors.")[0]).toBe(
      "Chile release the boats",
    );
  });

  it("where the main clause of a sentence begins that opens with it", () => {
    expect(contents("While Norwegian television praised the catch, sailors along the coast wept.")).toEqual([
      "the catch",
    ]);
    expect(contents("Now, as Norwegian officials suggest that the race will end soon, nets lie unused.")).toEqual([
      "the race will end soon",
    ]);
  });

  it("not where a clause inside it closes", () => {
    expect(contents("As Berg said, the boats wait in case it rains, nets lie in the sun.").join()).toMatch(/nets lie/);
    expect(contents("Berg told the Post, speaking in broken Norwegian: “The boats are out.”").join()).toMatch(
      /boats are out/,
    );
  });

  it("where a relative clause of the subject gives way to the sentence's own verb", () => {
    expect(contents("The school that announced the pupil’s death published a book about him.")).toEqual([]);
    expect(contents("She met people who said the storm was over.")).toEqual(["the storm was over"]);
  });
});

describe("words the outlet does not vouch for", () => {
  it("are letters to the editor, but for those whom they quote", () => {
    const text =
      "Readers write. To the Editor: The nets are torn again. Berg said that the boats were late. Nobody cares.";
    expect(voiceOf(text, "Readers").kind).toBe("own");
    expect(voiceOf(text, "nets are").kind).toBe("ambiguous");
    expect(voiceOf(text, "boats were")).toEqual({ kind: "indirect", speaker: "Berg" });
    expect(voiceOf(text, "Nobody cares").kind).toBe("ambiguous");
  });

  it("are no interviewer's, whose I stands in a sentence of its own", () => {
    expect(
      said("“It is late, and the boats are out,” Berg replies. I suggest he may be wrong.").at(-1)!.speaker,
    ).not.toBe("Berg");
  });
});
