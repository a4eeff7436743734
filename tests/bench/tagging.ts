import nlpCompromise from "compromise";
import { SentimentIntensityAnalyzer } from "vader-sentiment";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Article } from "#lib/domain/article.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";

interface Contender {
  name: string;
  run: (article: Article) => unknown;
}

/** Articles given to one contender before the next has its turn; so that a busy machine slows all alike. */
const TURN = 25;

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Articles per second of processor time of the whole tagging and of what it is held against, on one core. */
export function compareTagging(articles: readonly Article[]): Record<string, number> {
  const tag = createTagger(loadCodebook(null));
  const wink = winkNLP(model, ["sbd", "pos"]);
  const contenders: Contender[] = [
    { name: "parallax", run: (article) => tag(article, { textHash: "", at: "" }) },
    { name: "wink", run: ({ title, text }) => wink.readDoc(`${title}\n${text}`) },
    {
      name: "pipeline",
      run: ({ title, text }) =>
        (nlpCompromise(`${title}\n${text}`).sentences().out("array") as string[]).map((sentence) =>
          SentimentIntensityAnalyzer.polarity_scores(sentence),
        ),
    },
  ];
  for (const { run } of contenders) for (const article of articles.slice(0, TURN)) run(article);
  const seconds = new Map(contenders.map(({ name }) => [name, 0]));
  for (let from = 0; from < articles.length; from += TURN) {
    const turn = articles.slice(from, from + TURN);
    for (const { name, run } of contenders) {
      const begun = spent();
      for (const article of turn) run(article);
      seconds.set(name, seconds.get(name)! + spent() - begun);
    }
  }
  return Object.fromEntries([...seconds].map(([name, time]) => [name, articles.length / time]));
}
