import type { ReactNode } from "react";
import { buildSeries, corpusSummary, filterFor } from "#app/_charts/load.ts";
import { codebook } from "#app/_database.ts";
import { whoseWords } from "#app/_ui/marks.ts";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count, sentencesWith } from "#app/_ui/words.ts";
import { framesBySide } from "#lib/chart/definitions/framesBySide.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import type { PairedRow } from "#lib/domain/series.ts";
import type { WorkedExample } from "#lib/operations/workedExample.ts";

/** Stretches in order, those that overlap as one. */
function merged(stretches: readonly (readonly [number, number])[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [start, end] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** The sentence with the words that count marked. */
function Sentence({ example }: { example: WorkedExample }) {
  const { article, coding, evidence, sentence } = example;
  const span = coding.sentences[sentence];
  if (!span) return null;
  const text = article[span.in];
  const parts: ReactNode[] = [];
  let at = span.start;
  for (const [start, end] of merged(evidence.map((each) => [each.span.start, each.span.end] as const))) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <blockquote className="example-words">
      {parts}
      {text.slice(at, span.end)}
    </blockquote>
  );
}

/** The frame's row of the frames chart over the teaching articles stored here; null where none are. */
async function chartRow(frame: string): Promise<PairedRow | null> {
  const summary = await corpusSummary();
  const series = await buildSeries(framesBySide, filterFor(new URLSearchParams("teaching=on"), summary), summary);
  return series.shape === "paired" ? (series.rows.find((row) => row.id === frame) ?? null) : null;
}

function OutletsOf({ row, group, side }: { row: PairedRow; group: string; side: string }) {
  return (
    <p>
      <SideMark side={side} />{" "}
      {row.outlets
        .filter((each) => each.group === group && each.n > 0)
        .map((each) => `${each.label} ${each.k} of ${each.n}`)
        .join(", ")}
      .
    </p>
  );
}

/** How one number comes about, on one sentence, each step as it was just computed. */
export async function Steps({ example }: { example: WorkedExample }) {
  const { article, coding, frame, evidence, measures } = example;
  const book = codebook();
  const record = book.frames.find(({ id }) => id === frame.frame);
  const label = record?.label ?? frame.frame;
  const row = await chartRow(frame.frame);
  const value = measures.find(
    (each) => each.measure === "frame" && each.target === frame.frame && each.voice === "own",
  );
  const words = coding.voices.reduce((sum, each) => sum + each.words, 0);
  const own = coding.voices.filter(({ voice }) => voice.kind === "own").reduce((sum, each) => sum + each.words, 0);
  const first = evidence[0];
  return (
    <ol className="steps">
      <li>
        <h2>The text is read and cut into sentences</h2>
        <p>
          “{article.title}”, {article.outletName}: {words} words, {count(coding.sentences.length, "sentence")}.{" "}
          {article.removed.length > 0
            ? `Taken out before: ${article.removed.map(({ reason }) => reason).join(", ")}.`
            : "Nothing had to be taken out."}{" "}
          One of them:
        </p>
        <Sentence example={example} />
      </li>
      <li>
        <h2>Whose words are they?</h2>
        <p>
          {first ? whoseWords(first.voice) : ""}: no quotation marks, no “he said”. Of the whole article, {own} of{" "}
          {words} words are the outlet’s own; the rest belongs to speakers and is counted apart.
        </p>
      </li>
      <li>
        <h2>Words of the codebook are looked for</h2>
        <ul>
          {evidence.map((each) => (
            <li key={`${each.rule}${each.span.start}`}>
              “{each.exact}” fits the rule <code>{each.rule}</code>, weight{" "}
              {each.weight.toFixed(2).replace(/\.?0+$/, "")}, for the frame{" "}
              <a href={`/codebook/frames/${frame.frame}`}>{label}</a>.
            </li>
          ))}
        </ul>
        <p>No words, no tag: what cannot point at a stretch of text is not tagged.</p>
      </li>
      <li>
        <h2>Is the whole article framed so?</h2>
        <p>
          {count(frame.evidence.length, "such stretch", "such stretches")} in all, {sentencesWith(frame, coding)}; the
          rule puts the probability at {frame.probability.toFixed(2)}.{" "}
          {frame.presentOwn ? "Present in the outlet’s own words" : "Not present in the outlet’s own words"}: the
          article counts {value?.value ?? "as not told"}.
        </p>
      </li>
      {row ? (
        <>
          <li>
            <h2>Articles are counted for each outlet</h2>
            <OutletsOf row={row} group="western_teaching" side="western_teaching" />
            <OutletsOf row={row} group="russian_teaching" side="russian_teaching" />
            <p>Every outlet counts once for its side, however much it publishes.</p>
          </li>
          <li>
            <h2>What may be said about the two sides</h2>
            <p className="example-words">{row.sentence}</p>
            <p>
              From {SHARES_FROM} articles a side there is a share with a 95 % interval, and a difference with its own.
              Below that there are dots, and below five only the articles themselves.{" "}
              <a href="/charts/frames?teaching=on">The chart</a>
            </p>
          </li>
        </>
      ) : (
        <li>
          <h2>Articles are counted for each outlet, and outlets for each side</h2>
          <p>The teaching articles are not stored here, so this example ends with its article.</p>
        </li>
      )}
    </ol>
  );
}
