import { describe, expect, test } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { StanceTag } from "#lib/domain/tags.ts";
import { SIGNS } from "#lib/tag/stance/joint.ts";
import { LearnedChannel } from "#lib/tag/stance/learned.ts";
import { memberSigns } from "#lib/tag/stance/members.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";

const codebook = loadCodebook(null);
const signs = LearnedChannel.from(codebook)!.members.signs;

describe("the signs of a state of the West", () => {
  test("each rise with what the West's questions say of it, within 0 and 1, and stay put beyond log-odds of 8", () => {
    expect(signs).toHaveLength(SIGNS.length);
    for (let c = 0; c < SIGNS.length; c++) {
      const at = (z: number): number => memberSigns(signs, [0, 0, 0, 0].with(c, z))[c]!;
      for (let z = -8; z < 8; z++) expect(at(z + 1)).toBeGreaterThan(at(z));
      expect(at(-9)).toBe(at(-8));
      expect(at(9)).toBe(at(8));
      expect(at(-8)).toBeGreaterThan(0);
      expect(at(8)).toBeLessThan(1);
    }
  });
});

describe("the label of a state of the West", () => {
  const tag = createTagger(codebook);
  const told = (target: string, text: string): StanceTag | undefined =>
    tag({ id: "a", title: "", text }, { textHash: "", at: "" }).tags.find(
      (t): t is StanceTag => t.kind === "stance" && t.target === target,
    );

  test("is unclear where loaded words stand in a single sentence that names it", () => {
    const france = told(
      "france",
      "France is a reckless warmonger.\n\nThe committee met in the morning and then went home.",
    );
    expect(france?.own.label).toBe("unclear");
    expect(france?.all.label).toBe("unclear");
  });

  test("agrees with the sign of the score beside it", () => {
    const names = ["France", "Britain", "Washington"];
    const targets = ["france", "united_kingdom", "united_states"];
    const told_ = targets.flatMap((target, i) => {
      const name = names[i]!;
      const text = [
        `${name}'s leadership wins praise for its bold and decisive plan for peace.`,
        `The reckless provocations of ${name} inflame the conflict, and ${name} lies about it.`,
        `${name} supports the talks. ${name} deceives and threatens everybody.`,
      ];
      return [text.slice(0, 1), text.slice(1, 2), text].map((lines) => told(target, lines.join("\n\n")));
    });
    for (const found of told_)
      for (const { label, score } of [found!.own, found!.all]) {
        if (label === "favourable") expect(score).toBeGreaterThan(0);
        if (label === "unfavourable") expect(score).toBeLessThan(0);
      }
  });
});
