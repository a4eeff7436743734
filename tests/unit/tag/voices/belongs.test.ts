import { describe, expect, it } from "vitest";
import { said } from "./support.ts";

/** Speaker and bloc of a text's last attribution. */
const last = (text: string): [string | null, string | null] => {
  const one = said(text).at(-1);
  return [one?.speaker ?? null, one?.bloc ?? null];
};

describe("where somebody belongs", () => {
  it("is told by a shortened title or a party behind the name anywhere in the text", () => {
    expect(last("Voters chose freshman Rep. Martin Hale. The bridge is old. Hale said the bridge was rotten.")).toEqual(
      ["Martin Hale", "west"],
    );
    expect(last("The signers were Sonia Pratt (D-Wis.) and others. Pratt said the bridge was rotten.")).toEqual([
      "Sonia Pratt",
      "west",
    ]);
    expect(last("They met state Assemblywoman Sonia Pratt. Pratt said the bridge was rotten.")).toEqual([
      "Sonia Pratt",
      "west",
    ]);
  });

  it("is whose minister somebody is", () => {
    expect(last("Lukashenko spoke for hours. His defense minister, Pavel Hrynko, said the bridge was rotten.")).toEqual(
      ["Pavel Hrynko", "other"],
    );
  });

  it("is told by a sentence on who somebody is, or by a body behind the name", () => {
    expect(
      last("A call to Ana Rojas came late. Rojas is the head of the Polish Boat Office. Rojas said it was late."),
    ).toEqual(["Ana Rojas", "west"]);
    expect(last("Pilot Vera Lunina of Roscosmos flew. Lunina said it was late.")).toEqual(["Vera Lunina", "russia"]);
  });

  it("is told where somebody is only the fifth of a nation", () => {
    expect(last("Hanna Lund flew. Lund is only the fifth Norwegian singer in space. Lund said it was late.")[1]).toBe(
      "west",
    );
  });

  it("is not told by where somebody was held", () => {
    const text =
      "Paul Hale, a retired Marine who was freed from Russia, weighs in. Former U.S. Marine Paul Hale spent years there. Hale said it was late.";
    expect(last(text)).toEqual(["Paul Hale", "west"]);
  });

  it("is not that of another office met", () => {
    const text = "Zelensky’s office said it was late. “It is very late indeed,” the Chilean prosecutor's office said.";
    expect(last(text)[0]).not.toBe("Zelensky’s office");
  });

  it("is that of the organisation named just before, or of who holds the office", () => {
    expect(last("The UN made a deal with Chile. The organization pledged to send boats.")).toEqual([
      "United Nations",
      "other",
    ]);
    expect(last("Borrell was in Oslo. The diplomat said it was late.")[0]).toBe("Josep Borrell");
  });

  it("is not told where his could be anybody's", () => {
    expect(last("Lukashenko met Scholz. His press secretary, Pavel Hrynko, said that it was late.")[1]).not.toBe(
      "west",
    );
  });

  it("is that of the body somebody speaks for", () => {
    const text =
      "The Chilean Foreign Ministry said it was late. A spokesman for the ministry said nobody knew. The spokesman, Pedro Soto, said it would rain.";
    expect(said(text).map((s) => s.bloc)).toEqual(["other", "other", "other"]);
  });

  it("is that of the full name before the letters in a bracket", () => {
    expect(last("A call came from Norway’s Centre for Boat Safety (Boatcom). Boatcom said it was late.")).toEqual([
      "Boatcom",
      "west",
    ]);
  });

  it("is not told by what somebody called others", () => {
    const text =
      "The Chilean Foreign Ministry said it was late. A spokesman for the ministry, who called the Ukrainian plan a joke, said it was late.";
    expect(last(text)[1]).toBe("other");
    expect(last("Tom Weiss, who is also Poland’s foreign minister, said that it was late.")[1]).toBe("west");
  });

  it("is the place of those who live there, not the state that acts", () => {
    const text = "The market in Kherson is shut. Russia is aiming at crowds. One victim said that it was late.";
    expect(last(text)).toEqual(["One victim", "ukraine"]);
    expect(last("Russia is aiming at crowds. One diplomat said that it was late.")).toEqual(["One diplomat", null]);
  });
});
