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

  test("is told where rules are sure and agree with the score beside it", () => {
    const praised = told(
      "france",
      [
        "French leadership has shown the way, the ministers wrote in a long paper on the future of the continent.",
        "By leading the group of states, France has become a driving force behind the common plan.",
        "France spearheads the effort, and France's bold course seeks strategic autonomy for everybody.",
        "France's diplomatic work supports the peace that the villages on the river have waited for.",
      ].join("\n\n"),
    )!;
    expect(praised.own.label).toBe("favourable");
    expect(praised.own.score).toBeGreaterThan(0);
  });
});
