import { describe, expect, it } from "vitest";
import { said } from "./support.ts";

const who = (text: string): { speaker: string | null; bloc: string | null }[] =>
  said(text).map(({ speaker, bloc }) => ({ speaker, bloc }));

describe("who is named as the speaker", () => {
  it("is whoever a noun's description belongs to", () => {
    expect(who("A source familiar with the matter said the pier was shut.")[0]?.speaker).toBe(
      "A source familiar with the matter",
    );
    expect(said("The mayor praised the calm shown by many guests and said that all was well.")[0]?.source).toBe(
      "The mayor",
    );
    expect(said("According to TASS, prosecutors claim the two men had asked for money.").at(-1)?.source).not.toContain(
      "claim",
    );
  });

  it("is named behind a comma that ends the quotation, by whatever verb, not whoever spoke before", () => {
    const before = "Oslo dismissed the charge. ";
    for (const [text, source] of [
      ["“The pier stays shut until the matter is cleared up,” the harbour ministry outlined.", "the harbour ministry"],
      ["“The pier stays shut,” Berg was quoted as saying.", "Berg"],
    ] as const)
      expect(said(before + text).find(({ content }) => content.includes("pier"))?.source, text).toBe(source);
    expect(said(`${before}They sang “Our Old Pier,” whose last lines are sad.`).map((a) => a.source)).not.toContain(
      "whose last lines",
    );
  });

  it("is the first named where a description follows", () => {
    expect(who("Mikhail Podolyak, adviser to the president Ada Zelenkyy, claimed that it was late.")[0]?.speaker).toBe(
      "Mykhailo Podolyak",
    );
    expect(who("Moscow, which shut the ports of the Amber Bay, complained that it was late.")[0]?.speaker).toBe(
      "Moscow",
    );
    expect(
      who("The pier is shut, Rafael Grossi, Director General of the Atomic Agency (AA), said on Friday.")[0],
    ).toEqual({
      speaker: "Rafael Grossi",
      bloc: "other",
    });
  });

  it("keeps names whole", () => {
    expect(who("The Norwegian Harbour Council said that it rained.")[0]?.speaker).toBe("Norwegian Harbour Council");
    expect(who("Gen. Carl Q. Stone Jr., chief of the fleet, said it was late.")[0]?.speaker).toBe("Carl Q. Stone");
    const text = "The skater Ana Lund plans to travel on Monday. Lund said she was glad.";
    expect(who(text)[0]?.speaker).toBe("Ana Lund");
  });

  it("is the body behind a report, a statement or an account", () => {
    expect(who("A United Nations report published Tuesday showed that fewer ships came.")[0]).toEqual({
      speaker: "United Nations",
      bloc: "other",
    });
    const study =
      "A study by the US-based Institute for the Study of War noted that ships left. The report claimed it was late.";
    expect(who(study).map((s) => s.bloc)).toEqual(["west", "west"]);
    const account = "Ada Berg told the court it was dark. According to her account, the door was open.";
    expect(who(account)[1]?.speaker).toBe("Ada Berg");
  });

  it("has the side of the letters' full name", () => {
    const text = "The UN Harbour Safety Office (UHSO) went there. The UHSO asked Chile to stop the works.";
    expect(who(text)[0]).toEqual({ speaker: "UHSO", bloc: "other" });
  });

  it("has no side of a place that stands before the name by chance", () => {
    const text = "While the firm pays its 300 workers in Russia, Lindqvist said that it would leave.";
    expect(who(text)[0]).toEqual({ speaker: "Lindqvist", bloc: null });
  });

  it("is no one met before where an article brings in somebody new", () => {
    const text = "The Ukrainian official Ada Lund left. A Ukrainian official said it was late.";
    expect(who(text)[0]?.speaker).toBe("A Ukrainian official");
  });

  it("stays who a pronoun took up, and is not whom a quotation names", () => {
    const text =
      "Peter Szijjarto said it was late. Of his talk with Lavrov he noted: “What is it for, if not for this?!” In an interview with RIA Novosti, he added that it rained.";
    expect(who(text).at(-1)?.speaker).toBe("Péter Szijjártó");
    const quoted =
      "Vucic believes it will rain. “I know what comes. When Putin is done, he will write. Then all will be late,” he predicted that day.";
    expect(who(quoted).at(-1)?.speaker).toBe("Aleksandar Vučić");
  });

  it("is taken up by the office an apposition gave", () => {
    const text = "Ada Berg, the mayor of Lund, said the pier was shut. It will open soon, the mayor added.";
    expect(who(text).map((s) => s.speaker)).toEqual(["Ada Berg", "Ada Berg"]);
  });

  it("belongs to the country named first where it is “the country's”", () => {
    const text = "Ukraine was a friend of the European Union for long, the country's Foreign Ministry said.";
    expect(who(text)[0]?.bloc).toBe("ukraine");
  });

  it("is no follower's master", () => {
    expect(who("Men who do not pay are sent there, according to a Kremlin mouthpiece.")[0]?.speaker).toBe(
      "a Kremlin mouthpiece",
    );
  });

  it("is no American by a letter and a hyphen alone", () => {
    expect(who("The maker of R-77 rockets said it was late.")[0]?.bloc).toBe(null);
    expect(who("Rep. Ana Berg, D-N.J., said it was late.")[0]?.bloc).toBe("west");
  });
});
