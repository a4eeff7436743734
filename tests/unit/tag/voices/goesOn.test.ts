import { describe, expect, it } from "vitest";
import { said, voiceOf } from "./support.ts";

/** Contents of all attributions of a text. */
const contents = (text: string): string[] => said(text).map((s) => s.content);

describe("speech that goes on", () => {
  it("is of whoever began it, paragraph by paragraph", () => {
    const text =
      "'The nets are torn,' Ada Berg said. 'He takes our boats. 'He will take more. 'We have no others. 'It will not do.' The harbour is shut.";
    for (const words of ["takes our", "take more", "no others", "not do"])
      expect(voiceOf(text, words), words).toEqual({ kind: "direct", speaker: "Ada Berg" });
  });

  it("stands on both sides of who says it", () => {
    expect(said("There, Berg said, they spent five nights at sea.")).toMatchObject([
      { source: "Berg", content: "There … they spent five nights at sea" },
    ]);
  });

  it("is of who spoke, not of who passed it on", () => {
    const text = "“The nets are torn for good,” Berg said, according to Reuters. “We have no others left.”";
    expect(voiceOf(text, "no others")).toEqual({ kind: "direct", speaker: "Berg" });
  });

  it("is the teller's again after somebody they quote", () => {
    const text = "Paul said one of his sailors told him “that the nets were torn for good.” “He wept,” he added.";
    expect(said(text).at(-1)).toMatchObject({ speaker: "Paul", content: "“He wept,”" });
  });

  it("is of one unnamed person whom they call they, and behind a date", () => {
    expect(said("A source said it was late. They added: 'The nets are torn.'").at(-1)!.speaker).toBe("A source");
    expect(contents("Berg said Wednesday, Aug. 17, that the nets were torn.")).toEqual(["the nets were torn"]);
  });

  it("goes on to the next mark where only the last paragraph is closed", () => {
    for (const [open, close] of ['""', "“”"]) {
      const text = `Berg wrote: ${open}The nets are torn. It was done on purpose. ${open}We have no others.${close} The harbour is shut.`;
      expect(voiceOf(text, "on purpose"), text).toEqual({ kind: "direct", speaker: "Berg" });
      expect(voiceOf(text, "no others").speaker).toBe("Berg");
      expect(voiceOf(text, "harbour").kind).toBe("own");
    }
    const told = 'Berg wrote: "The nets are torn. Hale said it was late. "We have no others," she added.';
    expect(voiceOf(told, "it was late").speaker).toBe("Hale");
  });

  it("is of the person the sentence right before is about, and a heading is nobody's", () => {
    const text =
      "Hale said it was late. Vladimir Putin, for his part, tried to put a good face on it. “This does not mean that we lost.”";
    expect(voiceOf(text, "does not mean").speaker).toBe("Vladimir Putin");
    const heading = "Hale said that it was late. 'A race without end' This year the boats will be late.";
    expect(voiceOf(heading, "race").speaker).toBe(null);
  });

  it("is the first speaker's again behind 'and' or 'but' where what they speak of is a thing", () => {
    expect(said("Berg said the harbour was calm and dismissed as 'wholly false' word of a storm.")[1]!.source).toBe(
      "Berg",
    );
    expect(said("Berg said Oslo is working out when the crews will meet but said it will be soon.")[1]!.source).toBe(
      "Berg",
    );
  });

  it("keeps what was said before the aside that adds to it", () => {
    expect(
      said("Norway is against a ban on “small boats,” Ada Berg said recently, adding: “It is late.”")[0]!.content,
    ).toMatch(/^Norway is against/);
  });

  it("is the first speaker's behind 'and' where others act now, and is not the agency's that passes it on", () => {
    expect(said("Ada Berg said the Chileans are taking the nets and urged sailors to stay home.")[1]!.source).toBe(
      "Ada Berg",
    );
    const text =
      '"The nets are torn for good," Berg said, according to Reuters. "We have no others left in the harbour at all."';
    expect(voiceOf(text, "are torn").speaker).toBe("Berg");
  });
});
