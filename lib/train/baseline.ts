import { baselineSchema } from "#lib/domain/codebook.ts";
import { readDocuments, round } from "./frameDocuments.ts";
import { momentsOf } from "./fitFrames.ts";
import { stanceBaseline } from "./stanceBaseline.ts";
import { COVERAGE, openCoverage } from "./coverage.ts";
import type { Trainer } from "./trainer.ts";

/**
 * What usual coverage looks like, so that an article is rated against named articles and never against what is loaded.
 * Frames: mean and standard deviation of the density of cues. Stance: the usual mean of the evidence by rules.
 */
export const baseline: Trainer = {
  name: "baseline",
  describe: "baseline.json: usual density of every frame, usual evidence on every actor, in coverage",
  run(input) {
    const sides = COVERAGE.map((path) => openCoverage(input, [path]));
    const { documents } = readDocuments(input.codebook, sides.flat(), null);
    const frames = Object.fromEntries(
      input.codebook.frames.map(({ id }) => {
        const { mean, sd } = momentsOf(documents.map((d) => d.counts.get(id)![1]!));
        return [id, { mean: round(mean), sd: round(sd) }];
      }),
    );
    const made = {
      version: input.date,
      madeFrom: `${COVERAGE.join(", ")} without the articles kept for testing: RT and thirteen Western outlets, June to October 2022`,
      articles: documents.length,
      frames,
      stance: stanceBaseline(input.codebook, sides),
    };
    return { "baseline.json": baselineSchema.parse(made) };
  },
};
