import nlpCompromise from "compromise";
import { SentimentIntensityAnalyzer } from "vader-sentiment";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Article } from "#lib/domain/article.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";

/** Articles given to one contender before the next has its turn, so that a busy machine slows all alike. */
const TURN = 25;
const ROUNDS = 2;

export interface Speed {
  /** Articles per second of processor time. */
  perSecond: Record<"parallax" | "wink" | "winkRead" | "pipeline", number>;
  /** How fast the whole tagging is beside each, turn by turn: median, lower and upper quartile. */
  beside: Record<"wink" | "winkRead" | "pipeline", { median: number; low: number; high: number }>;
}

/**
 * The whole tagging beside what it is held against, on one core, in turns over the same articles: wink-nlp reading
 * sentences and parts of speech (`wink`), the same with both read out (`winkRead`), compromise + vader-sentiment.
 */
export function compareTagging(articles: readonly Article[], withPipeline = true): Speed {
  const tag = createTagger(loadCodebook(null));
  const wink = winkNLP(model, ["sbd", "pos"]);
  const contenders: Record<keyof Speed["perSecond"], (article: Article) => unknown> = {
    parallax: (article) => tag(article, { textHash: "", at: "" }),
    wink: ({ title, text }) => wink.readDoc(`${title}\n${text}`),
    winkRead: ({ title, text }) => {
      const doc = wink.readDoc(`${title}\n${text}`);
      return [doc.sentences().out(), doc.tokens().out(), doc.tokens().out(wink.its.pos)];
    },
    pipeline: ({ title, text }) =>
      (nlpCompromise(`${title}\n${text}`).sentences().out("array") as string[]).map((sentence) =>
        SentimentIntensityAnalyzer.polarity_scores(sentence),
      ),
  };
  if (!withPipeline) contenders.pipeline = () => null;
  const names = Object.keys(contenders) as (keyof Speed["perSecond"])[];
  for (const name of names) for (const article of articles.slice(0, 4 * TURN)) contenders[name](article);
  const seconds: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (let from = 0; from + TURN <= articles.length; from += TURN) {
      const turn = articles.slice(from, from + TURN);
      for (const name of names) {
        const begun = spent();
        for (const article of turn) contenders[name](article);
        seconds[name]!.push(spent() - begun);
      }
    }
  }
  const perSecond = Object.fromEntries(
    names.map((name) => [name, (seconds[name]!.length * TURN) / seconds[name]!.reduce((a, b) => a + b, 0)]),
  ) as Speed["perSecond"];
  const beside = (name: string) => quartiles(seconds[name]!.map((each, i) => each / seconds["parallax"]![i]!));
  return {
    perSecond,
    beside: { wink: beside("wink"), winkRead: beside("winkRead"), pipeline: beside("pipeline") },
  };
}

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function quartiles(values: readonly number[]): { median: number; low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
