import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVoices, said, voiceOf } from "./support.ts";

describe("direct speech", () => {
  it("keeps its marks and takes a trailing, a leading and an inverted cue", () => {
    for (const text of [
      "“We will not give in to threats,” Peskov said.",
      "Peskov said: “We will not give in to threats.”",
      "“We will not give in to threats,” said Peskov.",
    ]) {
      expect(said(text)[0], text).toMatchObject({
        speaker: "Dmitry Peskov",
        bloc: "russia",
        type: "direct",
        source: "Peskov",
      });
      expect(said(text)[0]!.content, text).toMatch(/^“We will not give in to threats[,.]”$/);
    }
  });

  it("is one attribution when a cue splits it", () => {
    expect(said("“The road is long,” Scholz said, “and nobody should forget that.”")).toMatchObject([
      { speaker: "Olaf Scholz", content: "“The road is long,” … “and nobody should forget that.”" },
    ]);
  });

  it("goes on over sentences and paragraphs", () => {
    const text =
      "“The road is long,” Scholz said. “Nobody should forget that we chose it.”\n“We will walk it together.”";
    expect(said(text)).toHaveLength(1);
    expect(voiceOf(text, "walk it")).toEqual({ kind: "direct", speaker: "Olaf Scholz" });
  });

  it("may stand in single marks, and possessives are no marks", () => {
    const text = "The soldiers' families waited. 'We were told nothing at all,' one mother said. 'It's cruel.'";
    expect(said(text)[0]).toMatchObject({ source: "one mother", kind: "citizen" });
    expect(voiceOf(text, "families").kind).toBe("own");
    expect(voiceOf(text, "cruel").kind).toBe("direct");
  });
});

describe("indirect speech", () => {
  it("takes the clause behind the cue, without that, up to the next cue", () => {
    expect(said("Stoltenberg said on Friday that the alliance was ready, adding that it sought no war.")).toMatchObject(
      [
        { source: "Stoltenberg", cue: "said", content: "the alliance was ready", type: "indirect" },
        { source: "Stoltenberg", cue: "adding", content: "it sought no war" },
      ],
    );
  });

  it("knows who accuses whom", () => {
    expect(said("The Kremlin accused Kiev of breaking the truce.")[0]).toMatchObject({
      bloc: "russia",
      content: "Kiev of breaking the truce",
    });
  });

  it("takes a title and an apposition into the source", () => {
    expect(said("The bridge was empty, said Ivan Petrenko, head of the regional police.")[0]).toMatchObject({
      source: "Ivan Petrenko, head of the regional police",
      speaker: "Ivan Petrenko",
    });
  });

  it("finds sources behind according to, at either end", () => {
    expect(said("According to the ministry, the port is open.")[0]!.content).toBe("the port is open");
    expect(said("The port is open, according to the ministry.")[0]!.content).toBe("The port is open");
  });
});

describe("speakers", () => {
  it("are taken up by pronoun, last name and role", () => {
    const text =
      "Finnish Foreign Minister Aino Salmela said that the border would close. She added that it was time. The diplomat warned that more would follow.";
    expect(said(text).map((a) => [a.speaker, a.bloc])).toEqual([
      ["Aino Salmela", "west"],
      ["Aino Salmela", "west"],
      ["Aino Salmela", "west"],
    ]);
  });

  it("have no bloc where neither office nor nationality is known", () => {
    expect(said("Experts believe that the price will fall.")[0]).toMatchObject({ bloc: null });
  });

  it("come from where their town is, though the town stands for no government", () => {
    expect(said("Kharkiv police chief Oleh Marchenko said that the street was closed.")[0]).toMatchObject({
      bloc: "ukraine",
      kind: "official",
    });
  });
});

describe("voice segments", () => {
  it("keep the words that introduce somebody the outlet's own, and say whom they introduce", () => {
    const text = "The bridge is open, Macron told reporters.";
    const segment = readVoices({ title: "", text }).voices.at(-1)!;
    expect(segment.voice).toEqual({ kind: "own", speaker: null });
    expect(segment.introduces?.name).toBe("Emmanuel Macron");
    expect(voiceOf(text, "bridge").kind).toBe("indirect");
  });

  const pieces = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "— ",
    "Putin ",
    "said ",
    "that ",
    "the plan ",
    "failed",
    ". ",
    ", ",
    "\n",
    "according to ",
    "Kyiv ",
    "and ",
  ];
  const texts = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
    .map((list) => `A ${list.join("")}`);

  it("tile every text without gap or overlap, and count every word once", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { voices, words } = readVoices({ title: "", text });
        expect(voices[0]?.span.start ?? 0).toBe(0);
        voices.forEach((v, i) => expect(v.span.end).toBe(voices[i + 1]?.span.start ?? text.length));
        expect(voices.reduce((sum, v) => sum + v.words, 0)).toBe(words);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it("come from attributions whose spans lie inside the text and hold a word each", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const a of readVoices({ title: "", text }).attributions) {
          for (const s of [...a.source, ...a.cue, ...a.content]) {
            expect(s.start).toBeGreaterThanOrEqual(0);
            expect(s.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(s.start, s.end)).toMatch(/[\p{L}\p{N}]/u);
          }
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
