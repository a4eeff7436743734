import { join } from "node:path";
import type { Codebook } from "#lib/domain/codebook.ts";
import { loadedListSchema, wordingRowSchema } from "#lib/domain/codebook.ts";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import { readRecords } from "#lib/codebook/readYaml.ts";

/** The codebook with nothing in it but what a test gives. */
export function bareCodebook(parts: Partial<Codebook>): Codebook {
  return {
    version: "test",
    digest: "test",
    frames: [],
    targets: [],
    wording: [],
    loaded: [],
    actors: [],
    speech: {
      verbs: [],
      hedges: [],
      boosters: [],
      distancing: [],
      negations: [],
      notNegations: [],
      hypotheticals: [],
      unnamedSources: [],
      roleNouns: [],
      nationalities: [],
    },
    roleVerbs: [],
    stanceCues: [],
    outlets: [],
    sides: [],
    baseline: { version: "none", madeFrom: "nothing", articles: 0, frames: {}, stance: {} },
    models: {},
    ...parts,
  };
}

/** The naming rows of corpus/codebook/wording. */
export const namingRows = () => readRecords(join(corpusFolder(), "codebook", "wording"), wordingRowSchema);

/** The lists of loaded and distancing words of corpus/codebook/loaded. */
export const loadedLists = () => readRecords(join(corpusFolder(), "codebook", "loaded"), loadedListSchema);
