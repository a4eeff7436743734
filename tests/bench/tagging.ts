import nlpCompromise from "compromise";
import { SentimentIntensityAnalyzer } from "vader-sentiment";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Article } from "#lib/domain/article.ts";
import { createBatchTagger } from "#lib/tag/tagArticle.ts";

/** Articles given to one contender, as an import gives them, before the next has its turn: a busy machine slows all alike. */
const TURN = 25;
/** Articles in which code is compiled and words are met for the first time: told apart from the rest. */
export const START = 400;
/** The slow pipelines take part in every fifth turn. */
const PIPELINE_TURNS = 5;

type Contender = "parallax" | "wink" | "winkRead" | "pipeline" | "tonePipeline";
interface Spread {
  whole: number;
  median: number;
  low: number;
  high: number;
}

export interface Speed {
  articles: number;
  /** Articles per second of processor time, garbage collection and compiling included. */
  perSecond: Record<Contender, number>;
  /** How fast the whole tagging is beside each, over the turns both had; and turn by turn, median and quartiles. */
  beside: Record<Exclude<Contender, "parallax">, Spread>;
}

/**
 * The whole tagging beside what it is held against, on one core, in turns over the same articles, without warming up, as
 * an import does: wink-nlp reading sentences and parts of speech (`wink`), the same with both read
 * out (`winkRead`), and in every fifth turn compromise + vader-sentiment: with people, places and organisations, which
 * tagging finds too (`pipeline`), and for the tone of sentences alone (`tonePipeline`). The first START articles, the rest,
 * and the rest once more, when every contender has compiled its code and met every word: where long imports come to.
 */
export function compareTagging(
  articles: readonly Article[],
  withPipeline = true,
): Record<"start" | "rest" | "again", Speed> {
  const tagAll = createBatchTagger(loadCodebook(null));
  // One for each contender: who reads a turn behind another of the same instance finds its new words known.
  const [wink, read] = [winkNLP(model, ["sbd", "pos"]), winkNLP(model, ["sbd", "pos"])];
  const contenders: Record<Contender, (turn: readonly Article[]) => void> = {
    parallax: (turn) => tagAll(turn.map((article) => ({ article, context: { textHash: "", at: "" } }))),
    wink: eachOf(({ title, text }) => wink.readDoc(`${title}\n${text}`)),
    winkRead: eachOf(({ title, text }) => {
      const doc = read.readDoc(`${title}\n${text}`);
      return [doc.sentences().out(), doc.tokens().out(), doc.tokens().out(read.its.pos)];
    }),
    pipeline: eachOf(({ title, text }) => {
      const doc = nlpCompromise(`${title}\n${text}`);
      return [tones(doc), [doc.people(), doc.places(), doc.organizations()].map((found) => found.out("offset"))];
    }),
    tonePipeline: eachOf(({ title, text }) => tones(nlpCompromise(`${title}\n${text}`))),
  };
  const turns: Partial<Record<Contender, number>>[] = [];
  const readFrom = (first: number): void => {
    for (let from = first; from + TURN <= articles.length; from += TURN) {
      const turn = articles.slice(from, from + TURN);
      const seconds: (typeof turns)[number] = {};
      for (const name of inTurn(turns.length, withPipeline)) {
        const begun = spent();
        contenders[name](turn);
        seconds[name] = spent() - begun;
      }
      turns.push(seconds);
    }
  };
  readFrom(0);
  const once = turns.length;
  readFrom(START);
  return {
    start: speedOf(turns.slice(0, START / TURN)),
    rest: speedOf(turns.slice(START / TURN, once)),
    again: speedOf(turns.slice(once)),
  };
}

const tones = (doc: ReturnType<typeof nlpCompromise>): unknown =>
  (doc.sentences().out("array") as string[]).map((sentence) => SentimentIntensityAnalyzer.polarity_scores(sentence));

const eachOf =
  (read: (article: Article) => unknown) =>
  (turn: readonly Article[]): void => {
    for (const article of turn) read(article);
  };

function speedOf(turns: readonly Partial<Record<Contender, number>>[]): Speed {
  const perSecond = (name: Contender): number => {
    const seconds = turns.flatMap((turn) => turn[name] ?? []);
    return (seconds.length * TURN) / seconds.reduce((a, b) => a + b, 0);
  };
  const beside = (name: Contender): Spread => {
    const both = turns.flatMap(({ parallax, [name]: other }) =>
      parallax === undefined || other === undefined ? [] : { parallax, other },
    );
    const sum = (of: (turn: (typeof both)[number]) => number): number =>
      both.reduce((total, each) => total + of(each), 0);
    const whole = sum(({ other }) => other) / sum(({ parallax }) => parallax);
    return { whole, ...quartiles(both.map(({ parallax, other }) => other / parallax)) };
  };
  return {
    articles: turns.length * TURN,
    perSecond: {
      parallax: perSecond("parallax"),
      wink: perSecond("wink"),
      winkRead: perSecond("winkRead"),
      pipeline: perSecond("pipeline"),
      tonePipeline: perSecond("tonePipeline"),
    },
    beside: {
      wink: beside("wink"),
      winkRead: beside("winkRead"),
      pipeline: beside("pipeline"),
      tonePipeline: beside("tonePipeline"),
    },
  };
}

const READERS: readonly Contender[] = ["parallax", "wink", "winkRead"];
const PIPELINES: readonly Contender[] = ["pipeline", "tonePipeline"];

/** Who takes part in a turn, each first as often as any other: who comes first finds the caches cold and the texts unread. */
function inTurn(turn: number, withPipeline: boolean): Contender[] {
  const all = withPipeline && turn % PIPELINE_TURNS === 0;
  const names = all ? [...READERS, ...PIPELINES] : READERS;
  const first = (all ? turn / PIPELINE_TURNS : turn) % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function quartiles(values: readonly number[]): Omit<Spread, "whole"> {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
