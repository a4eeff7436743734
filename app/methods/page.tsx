import type { Metadata } from "next";
import { corpusSummary } from "#app/_charts/load.ts";
import { codebook } from "#app/_database.ts";
import { definitions } from "#lib/chart/definitions/index.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { nullGrid, storedMeasurements } from "#app/_measured.ts";
import { example } from "./example.ts";
import { FalseAlarms } from "./FalseAlarms.tsx";
import { Measured } from "./Measured.tsx";
import { Steps } from "./Steps.tsx";

export const metadata: Metadata = { title: "Methods" };

const LIMITS = [
  [
    "It does not check facts.",
    "A frame, a stance or a word is described, not judged. Two sides that differ are not two equal truths, and a difference is not an error of either.",
  ],
  [
    "It reads English only.",
    "English services of Russian outlets write for readers abroad; they are not what people in Russia read. Machine-translated text is marked, because translation thins words such as “allegedly”.",
  ],
  [
    "Rules miss what is not said in words.",
    "Irony, pictures, layout, what a headline editor meant, and long arguments without any of the listed words stay unseen. Quotation marks that never close, and speech without a verb of saying, can put words into the wrong mouth; such stretches are marked “cannot be told” rather than guessed.",
  ],
  [
    "Stance is the least certain tag.",
    "How an article speaks of one actor also moves the scores of the others, so the marked words explain a score only in part. Much that a careful reader calls unfavourable stays “neutral” or “cannot tell”, above all away from the war news of 2022 it was learned on. On the thirty articles coded twice its surest signs were right no more often than a guess from the outlet’s side alone.",
  ],
  [
    "“Not found” is not “left out”.",
    "An article that is not in the collection says nothing about its outlet. Missing is never drawn as zero.",
  ],
  [
    "What was imported decides what is found.",
    "Other outlets, events or weeks could give another picture. Charts name their outlets and dates, and say when one outlet alone carries a finding.",
  ],
  [
    "The sides are a choice.",
    "They follow ownership and law, not opinion, and can be regrouped. Inside a side outlets differ, often more than the sides do; every outlet stays visible.",
  ],
] as const;

export default async function Methods() {
  const book = codebook();
  const [worked, summary] = await Promise.all([example(), corpusSummary()]);
  const [measurements, grid] = [storedMeasurements(), nullGrid()];
  return (
    <>
      <h1>How a number comes about</h1>
      <p className="lead">
        Every number in Parallax can be followed back to words in a text. Here is one, step by step, on a sentence of
        the teaching articles, tagged as you opened this page.
      </p>
      {worked ? (
        <Steps example={worked} />
      ) : (
        <p className="empty">The starter corpus is not installed, so there is no example.</p>
      )}

      <h2 id="sure">How sure is a difference?</h2>
      <p>Three wordings, by a rule, the same on every chart:</p>
      <dl className="card">
        <dt>Clear</dt>
        <dd>
          Each side has four outlets or more, the effect is not tiny, and the interval excludes zero even after it was
          widened for all the rows of the chart.
        </dd>
        <dt>Leans</dt>
        <dd>The row’s own interval excludes zero. One row in many may lean by chance.</dd>
        <dt>Cannot tell</dt>
        <dd>Everything else, and always under {SHARES_FROM} articles a side. It is not “no difference”.</dd>
      </dl>
      <p>
        The rule is tried on simulated collections in which the sides do not differ at all, with one to twelve outlets a
        side, and with and without spread between outlets: “clear” may appear on at most 5 % of such charts and “leans”
        on at most 20 % of their rows. <a href="/charts">Each chart</a> lets you re-deal the outlets at random and see
        what gaps chance alone makes.
      </p>
      {grid ? <FalseAlarms grid={grid} /> : null}

      <h2 id="right">How often are the tags right?</h2>
      <p>
        Measured against coded articles, per side, because unequal errors invent differences. Read F1 beside the trivial
        answer: a tag that does no better than always saying it is worth nothing.{" "}
        {measurements.some(({ coder }) => coder.includes("language model"))
          ? "Where the coder is “language models”, no person has coded the articles: agreement with them is not truth, and people disagree about frames as well."
          : ""}
      </p>
      <dl className="card">
        <dt>Precision, recall</dt>
        <dd>Of what was tagged, the part the coders tagged too; of what the coders tagged, the part that was found.</dd>
        <dt>F1</dt>
        <dd>Both in one number, 0 to 1; macro: the mean over tags, micro: over all decisions.</dd>
        <dt>AUC</dt>
        <dd>How often an article that has the tag is put before one that has not; .50 is guessing.</dd>
        <dt>Token</dt>
        <dd>A word: what is said (content), who says it (source), by which verb (cue).</dd>
        <dt>n</dt>
        <dd>Articles or sentences measured; in brackets what chance in choosing them leaves open, 95 %.</dd>
      </dl>
      <Measured measurements={measurements} />

      <h2 id="limits">What it cannot do</h2>
      <dl className="card limits-list">
        {LIMITS.map(([title, says]) => (
          <div key={title} className="limit">
            <dt>{title}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>

      <h2 id="charts">The charts, one question each</h2>
      <ul className="index">
        {[...definitions.values()].map(({ slug, question }) => (
          <li key={slug}>
            <a href={`/charts/${slug}`}>{question}</a>
          </li>
        ))}
      </ul>

      <h2 id="who">Who makes this</h2>
      <p>
        Parallax is free software under the Apache License 2.0. It runs on your own computer, sends nothing anywhere and
        has no accounts. Its frames are adapted from published schemes named on each page of the{" "}
        <a href="/codebook">codebook</a>; its naming rows and word lists were written for it, in English, from an
        outside view of both presses. That view is a leaning: which words were listed, which outlets, and which events
        decides what can be seen. Every list can be replaced by a folder of your own, every tag be overruled, and what
        would change our mind is a sentence that a rule reads wrongly, more often on one side than on the other.
      </p>
      <p className="quiet">
        Codebook {book.version}; collection of {summary.articles.toLocaleString("en")} articles
        {summary.versions.length > 0
          ? `, tagged by ${summary.versions.map(({ taggerVersion }) => taggerVersion).join(", ")}`
          : ""}
        . There is no overall score of bias or trust, on purpose.
      </p>
    </>
  );
}
