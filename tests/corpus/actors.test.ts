import { describe, expect, it } from "vitest";
import { voicesCodebook } from "#tests/unit/tag/voices/support.ts";

const { actors, speech } = voicesCodebook;
const unverified = actors.filter((a) => !a.checked).length;
console.info(`actors: ${actors.length}, of them unverified: ${unverified}`);

describe("actors", () => {
  it("number at least a hundred persons, fifty institutions and eighty places", () => {
    const count = (type: string): number => actors.filter((a) => a.type === type).length;
    expect(count("person")).toBeGreaterThanOrEqual(100);
    expect(count("institution")).toBeGreaterThanOrEqual(50);
    expect(actors.filter((a) => a.type === "place" && a.metonym).length).toBeGreaterThanOrEqual(80);
  });

  it("name a dated source where they count as checked, and none where they do not", () => {
    for (const a of actors) {
      if (a.checked) expect(a.source, a.id).toMatch(/, \d{4}-\d{2}-\d{2}, https?:\/\//);
      else expect(a.source, a.id).toBeUndefined();
    }
  });

  it("hold their office in order", () => {
    for (const a of actors) if (a.from && a.to) expect(a.from <= a.to, a.id).toBe(true);
  });

  it("do not share a name", () => {
    const owners = new Map<string, string>();
    for (const a of actors) {
      for (const name of new Set([a.name, ...a.aliases])) {
        expect(owners.get(name) ?? a.id, name).toBe(a.id);
        owners.set(name, a.id);
      }
    }
  });
});

describe("speech lists", () => {
  it("hold the bloc of every nationality once", () => {
    const words = speech.nationalities.map((n) => n.phrase);
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThan(190);
  });

  it("hold at least ninety report verbs with all their forms", () => {
    expect(speech.verbs.length).toBeGreaterThanOrEqual(90);
    for (const verb of speech.verbs) expect(verb.forms, verb.lemma).toContain(verb.lemma);
  });
});
