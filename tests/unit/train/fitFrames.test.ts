import { describe, expect, it } from "vitest";
import { frameModelSchema } from "#lib/domain/frameModel.ts";
import { auc } from "#lib/compare/metrics/auc.ts";
import { LearnedFrames } from "#lib/tag/frames/learned.ts";
import { fitFrames, prepare, scoresOf, type FrameFitOptions, type Labelled } from "#lib/train/fitFrames.ts";
import type { FrameDocument } from "#lib/train/frameDocuments.ts";

/** Articles in which "tax" goes with the frame, half of them with a cue that says so. */
const documents = Array.from({ length: 60 }, (_, i): Labelled & { document: FrameDocument } => {
  const yes = i % 3 === 0;
  const cue = yes && i % 2 === 0 ? 1 : 0;
  const stems = new Map([
    [yes ? "tax" : "river", 1 + (i % 2)],
    [`noise${i % 5}`, 1],
  ]);
  return {
    document: {
      id: String(i),
      side: null,
      stems,
      counts: new Map([["economic", Array.from({ length: 6 }, () => cue)]]),
      sentences: new Map([["economic", cue]]),
    },
    truth: [yes],
  };
});
const options: FrameFitOptions = {
  frames: ["economic"],
  scaled: ["economic"],
  rarity: { idf: {}, fallback: 1 },
  l2: 0.5,
  minDf: 2,
  iterations: 100,
  cueShare: 0.4,
  lowered: 0,
  innerFolds: 3,
};
const half = documents.slice(0, 30);
const rest = documents.slice(30);
const fit = (lowered = 0) => {
  return fitFrames(
    half,
    prepare(
      documents.map((d) => d.document),
      options,
    ),
    { ...options, lowered },
  );
};

describe("a frame model", () => {
  const model = fit();
  const learned = new LearnedFrames(model);

  it("fits its schema and comes out the same twice", () => {
    expect(frameModelSchema.parse(model)).toEqual(model);
    expect(JSON.stringify(fit())).toBe(JSON.stringify(model));
  });

  it("says a frame as far below the best cut of training as it is told to", () => {
    expect(model.threshold[0]! - fit(0.25).threshold[0]!).toBeCloseTo(0.25, 4);
  });

  it("ranks unseen articles by words the cues do not know", () => {
    const scores = rest.map((d) => scoresOf(learned, d.document)[0]!);
    expect(
      auc(
        scores,
        rest.map((d) => d.truth[0]!),
      ),
    ).toBe(1);
  });

  it("points at the words that spoke for the frame", () => {
    const words = learned.strongest("economic", learned.stemScores(rest[0]!.document.stems), 3);
    expect(words[0]?.stem).toBe("tax");
    expect(
      learned.strongest("economic", learned.stemScores(rest[1]!.document.stems), 3).map((w) => w.stem),
    ).not.toContain("river");
  });
});
