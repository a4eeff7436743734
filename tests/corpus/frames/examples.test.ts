import { describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { countCues } from "#lib/tag/frames/cueCounts.ts";
import { createReader } from "#lib/tag/tagArticle.ts";

const codebook = loadCodebook(null);
const rarity = { idf: {}, fallback: 1 };

/** Whether one sentence speaks in a frame's terms, and in which words. */
function cuesIn(read: ReturnType<typeof createReader>, frame: string, text: string) {
  const reading = read({ title: "", text });
  const found = countCues(reading.hits, reading.words, rarity).get(frame);
  return { speaks: (found?.sentences ?? 0) > 0, words: found?.evidence.map((e) => `${e.rule}: ${e.exact}`) ?? [] };
}

describe.each([
  ["the frames", codebook.frames, createReader(codebook)],
  ["the narrative frames", codebook.narrative ?? [], createReader({ ...codebook, frames: codebook.narrative ?? [] })],
] as const)("%s of the codebook", (_, frames, read) => {
  it.each(frames.map((f) => [f.id, f] as const))("%s meets its own examples", (id, frame) => {
    for (const example of frame.examples) {
      const { speaks, words } = cuesIn(read, id, example.text);
      expect.soft(speaks, `${example.text} ${words.join(", ")}`).toBe(example.tagged);
    }
    expect(frame.examples.filter((e) => e.tagged).length).toBeGreaterThanOrEqual(4);
    expect(frame.examples.filter((e) => !e.tagged).length).toBeGreaterThanOrEqual(4);
  });
});

describe("the scheme", () => {
  const generic = codebook.frames.filter((f) => f.layer === "generic");

  it("holds fourteen generic frames with 25 cues or more, many of several words", () => {
    const ids =
      "capacity_and_resources crime_and_punishment cultural_identity economic external_relations fairness_and_equality health_and_safety legality morality policy_prescription political public_opinion quality_of_life security_and_defence";
    expect(generic.map((f) => f.id).toSorted()).toEqual(ids.split(" "));
    for (const frame of generic) {
      expect.soft(frame.cues.length, frame.id).toBeGreaterThanOrEqual(25);
      expect.soft(frame.cues.filter((c) => c.phrase.trim().includes(" ")).length, frame.id).toBeGreaterThanOrEqual(8);
    }
  });

  it("holds the twelve issue frames", () => {
    const issue = codebook.frames.filter((f) => f.layer === "issue").map((f) => f.id);
    expect(new Set(issue)).toEqual(new Set(Array.from({ length: 12 }, (_, i) => `I${i + 1}`)));
  });

  it("gives every cue an id of its own", () => {
    const ids = codebook.frames.flatMap((f) => f.cues.map((c) => c.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("keeps cue phrases of one frame apart", () => {
    for (const frame of codebook.frames) {
      const phrases = frame.cues.map((c) => c.phrase);
      expect.soft(new Set(phrases).size, frame.id).toBe(phrases.length);
    }
  });

  it("knows how many sources were looked up", () => {
    const open = codebook.frames.filter((f) => !f.checked).map((f) => f.id);
    console.info(`Frames whose source was not looked up: ${open.length} of ${codebook.frames.length}`);
    expect(open).toEqual([]);
  });
});
