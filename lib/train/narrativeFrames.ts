import { z } from "zod";
import { fitFrames, prepare, type FrameFitOptions, type Labelled } from "./fitFrames.ts";
import { crossValidate, measurementOf } from "./frames.ts";
import { readDocuments } from "./frameDocuments.ts";
import type { Trainer } from "./trainer.ts";

const DATA = "gold/narrative-frames/articles.jsonl";
/** The data's own names of the five frames. */
const CODES = { resolution: "RE", human_interest: "HI", conflict: "CO", moral: "MO", economic: "EC" } as const;
const row = z.looseObject({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  test_fold: z.number().int(),
  frames: z.record(z.string(), z.boolean()),
});

export const narrativeFrames: Trainer = {
  name: "narrative-frames",
  describe: `narrative-frames.json: five narrative frames from ${DATA}`,
  run(input) {
    const codebook = { ...input.codebook, frames: input.codebook.narrative ?? [] };
    const rows = z.array(row).parse(input.rows(DATA));
    const { documents, rarity, neverFired } = readDocuments(codebook, rows, null);
    const ids = codebook.frames.map((f) => f.id);
    const labelled = rows.map(({ frames }, i): Labelled => {
      const truth = ids.map((id) => frames[CODES[id as keyof typeof CODES]] === true);
      return { document: documents[i]!, truth };
    });
    const options: FrameFitOptions = {
      frames: ids,
      scaled: ids,
      rarity,
      l2: 1,
      minDf: 4,
      iterations: 60,
      rounds: 0,
      unlabelledWeight: 0,
      cueShare: 0.4,
      innerFolds: 5,
    };
    const scaledOn = (items: readonly Labelled[]) =>
      prepare(
        [],
        items.map((item) => item.document),
        options,
      );
    const folds = rows.map((r) => r.test_fold);
    const judged = crossValidate(labelled, scaledOn, options, folds, input.log);
    const measurement = measurementOf(input, judged, "narrative-frames", DATA, rows, "people (Frermann et al. 2023)");
    return {
      "narrative-frames.json": fitFrames(labelled, scaledOn(labelled), options),
      "narrative-frames.card.json": {
        model: "Ridge logistic regression over stems beside the codebook's unfitted cue score",
        trainedOn: [{ file: DATA, articles: rows.length, coder: measurement.coder, licence: "MIT" }],
        citation:
          "Frermann, Li, Khanehzar & Mikolajczak 2023, Conflicts, Villains, Resolutions: Towards models of Narrative Media Framing, ACL, https://doi.org/10.18653/v1/2023.acl-long.486; github phenixace/narrative-framing",
        topic: "climate change, outlets from left to right; other topics are not measured",
        licence: "Apache-2.0, as the project",
        options: { ...options, rarity: undefined },
        folds: "as given in the data (test_fold)",
        figures: measurement.figures,
        cuesThatNeverFire: neverFired,
        date: input.date,
        command: "npx parallax train narrative-frames --data <folder>",
        seed: 1,
      },
      "measurements/narrative-frames.json": measurement,
    };
  },
};
