import { pair, rowTagger } from "./shared.ts";
import { textInput, type PredictTask, type TextInput } from "./task.ts";

export const attribution: PredictTask<TextInput> = {
  name: "attribution",
  describe: "{id, text} -> + attributions [{source, cue, content: [[start, end]], speaker, bloc, kind}]",
  input: textInput,
  prepare(codebook) {
    const tag = rowTagger(codebook, false);
    return (row) => ({
      attributions: tag(row)
        .voices.filter((v) => v.voice.kind !== "own" && v.voice.kind !== "ambiguous")
        .map((v) => ({
          source: v.source ? [pair(v.source)] : [],
          cue: v.cue ? [pair(v.cue)] : [],
          content: [pair(v.span)],
          speaker: v.voice.speaker?.name ?? null,
          bloc: v.voice.speaker?.bloc ?? null,
          kind: v.voice.kind,
        })),
    });
  },
};
