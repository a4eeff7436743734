import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { readChecked } from "#lib/codebook/readYaml.ts";
import { createPropositionTagger } from "#lib/tag/stance/proposition.ts";

const rowSchema = z.tuple([
  z.string(),
  z.enum(["favour", "against", "reports", "none"]),
  z.enum(["own", "direct", "indirect", "none"]),
  z.enum(["west", "russia", "ukraine", "other", "none"]),
]);
const halves = z.strictObject({ build: z.array(rowSchema), check: z.array(rowSchema) });
const folder = join(process.cwd(), "tests", "fixtures", "propositions");
const codebook = loadCodebook(null);
const ids = ["p1", "p2", "p3", "p4"];
const read = (id: string) => readChecked(join(folder, `${id}.yml`), halves);

describe("sentences about a proposition", () => {
  for (const half of ["build", "check"] as const) {
    const judged = ids.flatMap((id) => {
      const tag = createPropositionTagger(codebook, id);
      return read(id)[half].map(([text, stance, holder, bloc]) => ({
        id,
        text,
        stance,
        holder,
        bloc,
        said: tag(text),
      }));
    });
    const right = (of: "stance" | "holder" | "about", floor: number): void => {
      const wrong = judged.filter(({ said, stance, holder }) =>
        of === "about" ? said.about !== (stance !== "none") : said[of] !== (of === "stance" ? stance : holder),
      );
      const share = 1 - wrong.length / judged.length;
      expect(share, wrong.map((w) => `${w.id} ${w.said.stance}: ${w.text}`).join("\n")).toBeGreaterThanOrEqual(floor);
    };

    it(`${half}: eighty or more, three or more for and against each`, () => {
      expect(judged.length).toBeGreaterThanOrEqual(80);
      for (const id of ids)
        for (const stance of ["favour", "against"])
          expect(judged.filter((j) => j.id === id && j.stance === stance).length, id).toBeGreaterThanOrEqual(3);
    });
    it(`${half}: what is said of it is told as it was meant in nine of ten`, () => right("stance", 0.9));
    it(`${half}: what is about it is told from what stands near it in 19 of 20`, () => right("about", 0.95));
    it(`${half}: who holds it is told in nine of ten`, () => right("holder", 0.9));
    it(`${half}: nobody is told to hold the opposite in more than one of fifty`, () => {
      const sides = ["favour", "against"];
      const turned = judged.filter(
        (j) => sides.includes(j.stance) && sides.includes(j.said.stance) && j.stance !== j.said.stance,
      );
      expect(turned.length / judged.length).toBeLessThanOrEqual(0.02);
    });
  }
});
