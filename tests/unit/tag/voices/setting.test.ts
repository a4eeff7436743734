import { describe, expect, it } from "vitest";
import { said } from "./support.ts";

const last = (text: string): ReturnType<typeof said>[number] => said(text).at(-1)!;

describe("a ministry without a country", () => {
  it("is that of the dateline, whatever states the sentence names", () => {
    const pact = "The pact signed in Warsaw by Poland, Germany and Ukraine will bring no calm";
    expect(last(`MOSCOW, May 3. ${pact}, a spokesman for the ministry said.`)).toMatchObject({ bloc: "russia" });
    expect(last(`KYIV, May 3 - ${pact}, the foreign ministry said.`)).toMatchObject({ bloc: "ukraine" });
    expect(last(`MOSCOW, May 3. ${pact}, Foreign Ministry spokesman Gleb Osokin said.`)).toMatchObject({
      speaker: "Gleb Osokin",
      bloc: "russia",
    });
  });

  it("is another state's where the article named that one's just before", () => {
    const text = "MOSCOW, May 3. The Polish Foreign Ministry sent a note. Rain is a trifle, the ministry said.";
    expect(last(text)).toMatchObject({ bloc: "west" });
  });

  it("is told by no capitals a sentence begins with", () => {
    const text = "WARSAW hosted the cup. The match with Russia and Ukraine was long. Rain fell, the ministry said.";
    expect(last(text)).toMatchObject({ bloc: null });
  });
});
