import { z } from "zod";
import { chooseBlend, type BlendGrid } from "./chooseBlend.ts";
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

/** Ridge strengths and shares of the cue score tried inside every training part. */
const GRID: BlendGrid = { l2: [0.1, 0.25, 0.5, 1, 2], cueShare: [0.2, 0.3, 0.4, 0.5, 0.6] };

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
      l2: 0.5,
      minDf: 4,
      iterations: 60,
      cueShare: 0.4,
      lowered: 0,
      innerFolds: 5,
    };
    const scaledOn = (items: readonly Labelled[]) =>
      prepare(
        items.map((item) => item.document),
        options,
      );
    const folds = rows.map((r) => r.test_fold);
    const chosen = (train: readonly Labelled[]): FrameFitOptions => {
      const places = new Set(train);
      const theirs = folds.filter((_, i) => places.has(labelled[i]!));
      const blend = chooseBlend(train, scaledOn, options, GRID, theirs);
      input.log(`chosen on ${train.length} articles: l2 ${blend.l2}, share of cues ${blend.cueShare}`);
      return { ...options, ...blend };
    };
    const judged = crossValidate(labelled, scaledOn, chosen, folds, input.log);
    const shipped = chosen(labelled);
    const scored = measurementOf(input, judged, "narrative-frames", DATA, rows, "people (Frermann et al. 2023)");
    const measurement = { ...scored, method: `${scored.method}; strength and blend are chosen there, too` };
    return {
      "narrative-frames.json": fitFrames(labelled, scaledOn(labelled), shipped),
      "narrative-frames.card.json": {
        model: "Ridge logistic regression over stems beside the codebook's unfitted cue score",
        trainedOn: [{ file: DATA, articles: rows.length, coder: measurement.coder, licence: "MIT" }],
        citation:
          "Frermann, Li, Khanehzar & Mikolajczak 2023, Conflicts, Villains, Resolutions: Towards models of Narrative Media Framing, ACL, https://doi.org/10.18653/v1/2023.acl-long.486; github phenixace/narrative-framing",
        topic: "climate change, outlets from left to right; other topics are not measured",
        licence: "Apache-2.0, as the project",
        options: { ...shipped, rarity: undefined, chosenFrom: GRID },
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
