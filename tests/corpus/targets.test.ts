import { describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { createReader } from "#lib/tag/tagArticle.ts";
import { stanceUnits } from "#lib/tag/stance/units.ts";

const codebook = loadCodebook(null);
const read = createReader(codebook);
const units = stanceUnits(codebook);

describe("stance targets", () => {
  for (const target of codebook.targets)
    it(`${target.id}: every example gets its sign from the cues`, () => {
      for (const { text, sign } of target.examples) {
        const sum = units(read({ title: "", text }).hits)
          .filter((u) => u.target === target.id)
          .reduce((total, u) => total + u.value * u.weight, 0);
        expect(Math.abs(sum) < 0.03 ? 0 : Math.sign(sum), text).toBe(sign);
      }
    });

  it("holds the seven actors and four propositions that are asked for", () => {
    expect(codebook.targets.map((t) => t.id).toSorted()).toEqual(
      "coalition france p1 p2 p3 p4 russia ukraine united_kingdom united_states west".split(" "),
    );
  });

  it("has cues of a dozen kinds, each about an actor or a vote", () => {
    expect(new Set(codebook.stanceCues.map((c) => c.kind)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(codebook.stanceCues.map((c) => c.id)).size).toBe(codebook.stanceCues.length);
    expect(codebook.roleVerbs.length).toBeGreaterThanOrEqual(220);
  });
});
