import { createReader } from "#lib/tag/tagArticle.ts";
import { loadedHits } from "#lib/tag/loaded/loadedHits.ts";
import { scoreText } from "#lib/tag/loaded/scoreText.ts";
import { labelQuotes } from "#lib/tag/wording/labelQuotes.ts";
import { pair } from "./shared.ts";
import { textInput, type PredictTask, type TextInput } from "./task.ts";

export const loadedLanguage: PredictTask<TextInput> = {
  name: "loaded-language",
  describe: "{id, text} -> + label loaded|plain, score 0..1, words [[start, end]]",
  input: textInput,
  prepare(codebook) {
    const read = createReader(codebook);
    return ({ text }) => {
      const { fields, voices, hits } = read({ title: "", text });
      const { label, score, words } = scoreText(loadedHits(hits), labelQuotes(fields, voices), hits);
      return { label, score: Math.round(score * 1000) / 1000, words: words.map(pair) };
    };
  },
};
