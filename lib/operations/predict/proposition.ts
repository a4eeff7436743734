import { createPropositionTagger } from "#lib/tag/stance/proposition.ts";
import { textInput, type PredictTask, type TextInput } from "./task.ts";

export const proposition: PredictTask<TextInput> = {
  name: "proposition",
  describe:
    "{id, text} -> + about, stance favour|against|reports|none, holder own|direct|indirect|none, holder_bloc (sending Western troops to Ukraine)",
  input: textInput,
  prepare(codebook) {
    const tag = createPropositionTagger(codebook, "p1");
    return ({ text }) => ({ ...tag(text) });
  },
};
