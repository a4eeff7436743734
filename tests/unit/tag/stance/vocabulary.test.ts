import { describe, expect, it } from "vitest";
import { linearScores } from "#lib/tag/model/linear.ts";
import { NamedFeatures, PAIR, WORD, type FeatureSink } from "#lib/tag/stance/features.ts";
import { stems } from "#lib/tag/stance/stem.ts";
import { ScoreSum, beside, numbered, sentenceWeights, type NumberedWeights } from "#lib/tag/stance/scoreSum.ts";
import { Vocabulary } from "#lib/tag/stance/vocabulary.ts";

const model = {
  classes: ["minus", "plus"],
  bias: [0.25, -1],
  weights: {
    "w:attack": [1, -2],
    "w:!attack": [-3, 5],
    "l:attack": [0.5, 0.125],
    "b:attack town": [7, 11],
    "lp:ACT:attack": [-13, 17],
    "s:+": [19, -23],
  },
};

function put(sink: FeatureSink): void {
  sink.word(WORD["w:"], stems.number("attack"), 0.5);
  sink.word(WORD["w:"], stems.number("attack"), 0.25);
  sink.word(WORD["w:!"], stems.number("attack"), 2);
  sink.word(WORD["r:"], stems.number("attack"), 9);
  sink.word(WORD["l:"], stems.number("unheard"), 9);
  sink.pair(PAIR["b:"], stems.number("attack"), stems.number("town"), 1.5);
  sink.pair(PAIR["b:"], stems.number("town"), stems.number("attack"), 9);
  sink.pair(PAIR["lp:"], stems.number("ACT"), stems.number("attack"), 1);
  sink.put("s:+", 1);
  sink.put("s:-", 9);
}

describe("features by number", () => {
  const vocabulary = new Vocabulary();
  vocabulary.add(Object.keys(model.weights));

  const sum = new ScoreSum(vocabulary);
  const scored = (weights: NumberedWeights): number[] => {
    sum.start(weights);
    put(sum);
    return [...sum.sums];
  };

  it("score as the same features do by name", () => {
    const named = new NamedFeatures();
    put(named);
    const expected = linearScores(model, named.features);
    scored(numbered(model, vocabulary)).forEach((score, c) => expect(score).toBeCloseTo(expected[c]!, 9));
  });

  it("score the words around a target as the same features do by name", () => {
    const words = ["town", "attack", "ACT", "unheard", "attack", "town", "of", "attack"];
    const masked = Int32Array.from(words, (word) => stems.number(word));
    const seen = { from: 0, to: words.length, masked, polar: [], marks: [], question: false };
    const weights = sentenceWeights(numbered(model, vocabulary), vocabulary);
    for (const negated of [null, Uint8Array.from([0, 0, 0, 0, 1, 1, 0, 0])])
      for (const [a, b] of [
        [2, 3],
        [0, 1],
        [4, 6],
      ] as const) {
        const named = new NamedFeatures();
        named.around({ ...seen, negated }, a, b);
        sum.start(weights);
        sum.around({ ...seen, negated }, a, b);
        const expected = linearScores(model, named.features);
        [...sum.sums].forEach((score, c) => expect(score).toBeCloseTo(expected[c]!, 9));
        expect([...sum.sums]).not.toEqual(model.bias);
      }
  });

  it("begin anew with the bias", () => {
    const weights = numbered(model, vocabulary);
    expect(scored(weights)).toEqual(scored(weights));
    sum.start(weights);
    expect([...sum.sums]).toEqual(model.bias);
  });

  it("score two models in one go", () => {
    const weights = numbered(model, vocabulary);
    const turned = { ...weights, weights: weights.weights.map((w) => -w) };
    const both = scored(beside(weights, turned, vocabulary));
    expect(both).toEqual([...scored(weights), ...scored(turned)]);
  });

  it("are refused where a weight is beyond what is kept of it", () => {
    expect(() => numbered({ bias: [0], weights: { "w:attack": [33] } }, vocabulary)).toThrow(RangeError);
  });

  it("weigh nothing where they are not kept", () => {
    expect(scored(numbered(model, vocabulary, () => false))).toEqual(model.bias);
  });
});
