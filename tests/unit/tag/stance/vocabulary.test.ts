import { describe, expect, it } from "vitest";
import { linearScores } from "#lib/tag/model/linear.ts";
import { NamedFeatures, PAIR, WORD, type FeatureSink } from "#lib/tag/stance/features.ts";
import { NumberedFeatures, Vocabulary, numbered } from "#lib/tag/stance/vocabulary.ts";

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
  sink.word(WORD["w:"], "attack", 0.5);
  sink.word(WORD["w:"], "attack", 0.25);
  sink.word(WORD["w:!"], "attack", 2);
  sink.word(WORD["r:"], "attack", 9);
  sink.word(WORD["l:"], "unheard", 9);
  sink.pair(PAIR["b:"], "attack", "town", 1.5);
  sink.pair(PAIR["b:"], "town", "attack", 9);
  sink.pair(PAIR["lp:"], "ACT", "attack", 1);
  sink.put("s:+", 1);
  sink.put("s:-", 9);
}

describe("features by number", () => {
  const vocabulary = new Vocabulary();
  vocabulary.add(Object.keys(model.weights));

  it("score as the same features do by name", () => {
    const named = new NamedFeatures();
    put(named);
    const sink = new NumberedFeatures(vocabulary);
    put(sink);
    expect(sink.score(numbered(model, vocabulary))).toEqual(linearScores(model, named.features));
  });

  it("are forgotten when cleared", () => {
    const sink = new NumberedFeatures(vocabulary);
    put(sink);
    sink.clear();
    expect(sink.score(numbered(model, vocabulary))).toEqual(model.bias);
  });

  it("weigh nothing where they are not kept", () => {
    const sink = new NumberedFeatures(vocabulary);
    put(sink);
    expect(sink.score(numbered(model, vocabulary, () => false))).toEqual(model.bias);
  });
});
