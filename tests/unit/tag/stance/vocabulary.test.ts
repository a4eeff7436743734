import { describe, expect, it } from "vitest";
import { linearScores } from "#lib/tag/model/linear.ts";
import { NamedFeatures, PAIR, WORD, type FeatureSink } from "#lib/tag/stance/features.ts";
import { stems } from "#lib/tag/stance/stem.ts";
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
