import { describe, expect, it } from "vitest";
import { Gazetteer } from "#lib/tag/read/actors.ts";
import { readArticle } from "#lib/tag/read/readArticle.ts";
import { splitWords } from "#lib/tag/read/words.ts";
import { voicesCodebook } from "#tests/unit/tag/voices/support.ts";

const gazetteer = new Gazetteer(voicesCodebook);
const mentions = (text: string): [string, string][] =>
  gazetteer.find(text, splitWords(text)).map((m) => [text.slice(m.start, m.end), m.bloc]);

describe("actor mentions", () => {
  it("leave the possessive out of the span, whatever its apostrophe", () => {
    expect(mentions("Putin's plan and Macron’s answer")).toEqual([
      ["Putin", "russia"],
      ["Macron", "west"],
    ]);
  });

  it("are found with and without accents", () => {
    expect(mentions("The Élysée, the Elysee Palace and Séjourné")).toEqual([
      ["Élysée", "west"],
      ["Elysee Palace", "west"],
      ["Séjourné", "west"],
    ]);
  });

  it("are found in lower case where the name is no English word", () => {
    expect(mentions("in kyiv and moscow they ate turkey from china plates")).toEqual([
      ["kyiv", "ukraine"],
      ["moscow", "russia"],
    ]);
  });

  it("take the longest name, and short capitals only as written", () => {
    expect(mentions("The Russian Foreign Ministry told us about the US")).toEqual([
      ["Russian Foreign Ministry", "russia"],
      ["US", "west"],
    ]);
  });
});

describe("words of a field", () => {
  it("carry a part of speech each, in every paragraph", () => {
    const [field] = readArticle(
      { title: "", text: "The minister spoke.\n\nKyiv’s army waited; nobody left." },
      gazetteer,
    );
    expect(field!.pos).toHaveLength(field!.norm.length);
    expect(field!.pos[field!.norm.indexOf("minister")]).toBe("NOUN");
    expect(field!.pos[field!.norm.indexOf("waited")]).toBe("VERB");
  });

  it("are the text at their offsets", () => {
    const text = "“Well,” the U.S. envoy’s aide said — it’s 5,937 names, neo-Nazis’ and Zelenskyy’s among them.";
    const words = splitWords(text);
    words.norm.forEach((norm, i) => {
      expect(splitWords(text.slice(words.start[i], words.end[i])).norm).toEqual([norm]);
    });
  });
});
