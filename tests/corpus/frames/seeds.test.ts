import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusFolder, loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { FrameTag } from "#lib/domain/tags.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";

const folder = join(corpusFolder(), "..", "..", "shared", "seeds");
const there = existsSync(folder);
if (!there) console.info("Skipped: the seed articles (../shared/seeds) are not here.");

/** Expected third, discriminating frame by seed; null where none is named. */
const DISCRIMINATING: Record<string, readonly string[] | null> = {
  "000": ["legality"],
  "001": ["political"],
  "002": null,
  "003": ["capacity_and_resources"],
  "004": ["economic", "policy_prescription"],
};

describe.skipIf(!there)("the seed articles' generic frames, rated against the frozen baseline", () => {
  const codebook = loadCodebook(null);
  const tag = createTagger(codebook);
  const generic = (file: string): FrameTag[] => {
    const text = readFileSync(join(folder, file), "utf8");
    const { tags } = tag({ id: file, title: "", text }, { textHash: "", at: "" });
    return tags.filter((t): t is FrameTag => t.kind === "frame" && t.layer === "generic");
  };
  const files = there ? readdirSync(folder).filter((name) => /^\d{3}/.test(name)) : [];

  it.each(files)("%s is about security or external relations before all else", (file) => {
    const [top] = generic(file).toSorted((a, b) => b.probability - a.probability);
    expect(["security_and_defence", "external_relations"]).toContain(top?.frame);
  });

  it.each(files)("%s has its discriminating frame among the four highest", (file) => {
    const wanted = DISCRIMINATING[file.slice(0, 3)];
    const ranked = generic(file)
      .toSorted((a, b) => (b.relative ?? 0) - (a.relative ?? 0))
      .map((t) => `${t.frame} ${t.relative}`);
    if (wanted)
      expect(
        ranked.slice(0, 4).some((r) => wanted.includes(r.split(" ")[0]!)),
        ranked.join(", "),
      ).toBe(true);
    else expect(ranked.length).toBeGreaterThan(0);
  });
});
