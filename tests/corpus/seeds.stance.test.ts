import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { StanceTag } from "#lib/domain/tags.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";

const folder = join(process.cwd(), "..", "shared", "seeds");
const present = existsSync(folder);
if (!present) console.warn("../shared/seeds is not there: the stance of the seeds is not tested.");

/** Signs of methods 11.2 for seeds 000 to 004; 0 = both sides or nothing expected. */
const EXPECTED: Record<string, readonly number[]> = {
  p1: [1, -1, 0, 1, -1],
  france: [1, -1, 1, 1, -1],
  coalition: [1, -1, 1, 1, -1],
  russia: [-1, 1, -1, -1, 1],
};

describe.skipIf(!present)("stance of the five seeds", () => {
  const tag = createTagger(loadCodebook(null));
  const stances = (present ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".txt"))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      const { tags } = tag({ id: name, title: "", text }, { textHash: "", at: "" });
      return new Map(tags.flatMap((t) => (t.kind === "stance" ? [[t.target, t] as const] : [])));
    });
  /** Own voice first; where it does not tell, all voices. */
  const signOf = (tagged: StanceTag | undefined): number => {
    for (const label of [tagged?.own.label, tagged?.all.label]) {
      if (label === "favourable") return 1;
      if (label === "unfavourable") return -1;
      if (label === "mixed") return 0;
    }
    return 0;
  };
  const cells = Object.entries(EXPECTED).flatMap(([target, signs]) =>
    signs.flatMap((sign, seed) => (sign === 0 ? [] : [{ target, seed, sign }])),
  );

  it("gets no sign wrong", () => {
    const wrong = cells.filter((c) => signOf(stances[c.seed]?.get(c.target)) === -c.sign);
    expect(wrong).toEqual([]);
  });
  it("commits itself with the right sign in two thirds of 19 cells (13)", () => {
    const right = cells.filter((c) => signOf(stances[c.seed]?.get(c.target)) === c.sign);
    expect(right.length).toBeGreaterThanOrEqual(13);
  });
  it("does not call seed 002 one-sided on sending troops", () => {
    expect(signOf(stances[2]?.get("p1"))).toBe(0);
  });
  it("finds seed 001 most negative towards France and the Coalition", () => {
    for (const target of ["france", "coalition"]) {
      const scores = stances.map((s) => s.get(target)?.own.score ?? 0);
      expect(Math.min(...scores)).toBe(scores[1]);
    }
  });
});
