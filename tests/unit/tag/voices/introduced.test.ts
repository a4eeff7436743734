import { describe, expect, it } from "vitest";
import { readVoices, said } from "./support.ts";

const last = (text: string) => said(text).at(-1)!;

describe("somebody who is named without an office", () => {
  it("has the bloc of how the article introduces them elsewhere", () => {
    expect(last("They met the Ukrainian deputy Ana Rojas. Later Rojas said that it was late.").bloc).toBe("ukraine");
    expect(
      last("It rained on Ana Rojas, a member of the Russian academy, all day. Rojas said that it was late.").bloc,
    ).toBe("russia");
    expect(last("The Norwegian envoy to Moscow Ada Berg left. “It was late,” Berg said.").bloc).toBe("west");
    expect(last("They met Ana Rojas in Russia. Rojas said that it was late.").bloc).toBeNull();
  });

  it("takes an office before a comma along", () => {
    const spoken = last("Ukraine’s deputy minister for rivers, Ana Rojas has said that it was late.");
    expect(spoken).toMatchObject({ speaker: "Ana Rojas", bloc: "ukraine", kind: "official" });
  });

  it("is Western by honours and parties only Western states have", () => {
    expect(last("Sir Alan Rook said that it was late.").bloc).toBe("west");
    expect(last("Alan Rook, a Tory backbencher, said that it was late.").bloc).toBe("west");
    expect(last("Alan Rook, an amateur painter, said that it was late.").bloc).toBeNull();
  });

  it("is Ukrainian by the spelling of the name in an office beside Ukraine, and by spelling alone never", () => {
    expect(last("It rained in Ukraine. Governor Serhiy Rohach said that it was late.").bloc).toBe("ukraine");
    expect(last("The painter Serhiy Rohach said that it was late.").bloc).toBeNull();
  });
});

describe("names", () => {
  it("are met again by the given name where one person has it", () => {
    const text = "Boris Johnson left the house. Boris said that it was late.";
    expect(last(text)).toMatchObject({ speaker: "Boris Johnson", bloc: "west" });
  });

  it("tell two of one family name apart", () => {
    expect(last("The governor, Oleksiy Kuleba, said that it was late.").speaker).toBe("Oleksiy Kuleba");
    expect(last("Dmytro Kuleba said that it was late.").speaker).toBe("Dmytro Kuleba");
  });

  it("before a role own it and do not speak", () => {
    expect(last("Zelensky adviser says that it is late.")).toMatchObject({
      speaker: "Zelensky adviser",
      bloc: "ukraine",
    });
    expect(last("Harbour Lines chief executive Ada Berg said that it was late.").speaker).toBe("Ada Berg");
    expect(last("Northern Lines said that it was early. Then Harbour Lines said that it was late.").speaker).toBe(
      "Harbour Lines",
    );
  });
});

describe("sources", () => {
  it("do not begin with a month, and a country one studies is no home", () => {
    expect(last("It has stood since late February, and Moscow on Friday accused Kiev of the shelling.").speaker).toBe(
      "Moscow",
    );
    const fellow = "Dana Berg, head of the Centre for the Study of the United States in Moscow, said that it was late.";
    expect(last(fellow).bloc).toBe("russia");
  });

  it("may stand behind what they say though the verb looks like an adjective", () => {
    expect(last("Two boats took part in the race, the Russian Defence Ministry alleged on Saturday.").bloc).toBe(
      "russia",
    );
  });
});

describe("who says I", () => {
  it("inside a quotation is whoever is quoted", () => {
    const spoken = said("Boris Johnson said that it rained, and I think that it is late.");
    expect(spoken.map((s) => s.speaker)).toEqual(["Boris Johnson", "Boris Johnson"]);
  });

  it("outside of one is nobody known", () => {
    expect(last("Honestly, I think that it is late.").bloc).toBeNull();
  });
});

describe("offices at another place", () => {
  it("are of the town named before", () => {
    const text =
      "The vote in Chicago was close. Ana Rojas, the city's police chief, came. It rained. Rojas said that it was over.";
    expect(said(text).at(-1)).toMatchObject({ speaker: "Ana Rojas", bloc: "west" });
    const mayor = "In Lviv, the mayor, Taras Zelyk, came. It rained. Zelyk said that it was over.";
    expect(said(mayor).at(-1)).toMatchObject({ speaker: "Taras Zelyk", bloc: "ukraine" });
  });

  it("are of a town of either side", () => {
    const text = "The mayor of the city of Kaluga, Gleb Osokin, came. It rained in Kyiv. Osokin said that it was over.";
    expect(said(text).at(-1)).toMatchObject({ speaker: "Gleb Osokin", bloc: "russia" });
    expect(said("The mayor of Bila Tserkva said that it was over.")[0]).toMatchObject({ bloc: "ukraine" });
  });

  it("are not told by the spelling of who takes a side", () => {
    const text = "Troops left Kreminna. Serhiy Dolin, a pro-Russian official, said that they had gone to Svatove.";
    expect(said(text)[0]?.bloc).not.toBe("ukraine");
  });

  it("are of the school somebody teaches at", () => {
    expect(said("Professor Gleb Osokin, who teaches law at a Moscow college, said that it was over.")[0]).toMatchObject(
      {
        speaker: "Gleb Osokin",
        bloc: "russia",
      },
    );
    expect(said("Nora Finch, a historian at Harvard, said that it was over.")[0]).toMatchObject({ bloc: "west" });
  });

  it("leave whom an according-to names a speaker, whatever they teach", () => {
    const text = "According to Gleb Osokin, head of a Moscow institute of maritime law, the treaty has no force.";
    expect(said(text)[0]).toMatchObject({ speaker: "Gleb Osokin", bloc: "russia" });
    expect(said("According to the letter of the law, the treaty has no force.")).toEqual([]);
  });
});

describe("a bare office in a headline", () => {
  const titled = (title: string, text: string): string | null | undefined =>
    readVoices({ title, text }).attributions[0]?.speaker?.bloc;

  it("is whose the one holder of it in the text is", () => {
    const text =
      "Rain fell in Chile. Poland's Defence Minister Jan Kurak spoke in Moscow. Kurak said that it was cold.";
    expect(titled("Russian missile threat grows, defence chief says", text)).toBe("west");
  });

  it("is not told by two", () => {
    const text = "Poland's defence minister met the Russian defence minister. Rain fell in Russia.";
    expect(titled("Missile threat grows, defence chief says", text)).not.toBe("west");
  });
});

describe("he and she behind a passive", () => {
  it("are the agent of what was done to a thing", () => {
    const text = "The Harbour Club was founded by Paul Zielak. Back then, he said, it was warm.";
    expect(said(text)[0]).toMatchObject({ speaker: "Paul Zielak" });
  });
});
