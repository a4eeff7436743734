import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sentencesBehind, type Behind } from "#app/articles/behind.ts";
import { corpusSummary } from "#app/_charts/load.ts";
import { codebook, store } from "#app/_database.ts";
import { Checked } from "#app/_ui/Badge.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { firing } from "#app/codebook/firing.ts";
import { Notation } from "#app/codebook/Notation.tsx";
import { Parts } from "#app/codebook/Parts.tsx";
import { Sign } from "#app/codebook/Sign.tsx";
import type { Side } from "#lib/domain/article.ts";

interface Props {
  params: Promise<{ frame: string }>;
}

const ARTICLES_A_SIDE = 3;

function frameOf(id: string) {
  return codebook().frames.find((each) => each.id === decodeURIComponent(id));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: frameOf((await params).frame)?.label ?? "No such frame" };
}

interface Found extends Behind {
  id: string;
  outlet: string;
}

/** One sentence each of the newest articles of a side that have the frame in their own words. */
async function examplesOf(side: Side, frame: string): Promise<Found[]> {
  const db = await store();
  const wanted = { measure: "frame", target: frame, voice: "own" } as const;
  const { rows } = await db.list({ side, withMeasure: wanted, limit: ARTICLES_A_SIDE });
  const read = await Promise.all(rows.map(({ id }) => db.article(id)));
  return read.flatMap((stored) => {
    const behind = stored ? sentencesBehind(codebook(), stored, wanted)[0] : undefined;
    return stored && behind
      ? [{ ...behind, id: stored.article.id, outlet: stored.article.outletName ?? "outlet not known" }]
      : [];
  });
}

export default async function FramePage({ params }: Props) {
  const frame = frameOf((await params).frame);
  if (!frame) notFound();
  const [summary, own, all] = await Promise.all([corpusSummary(), firing("frame", "own"), firing("frame", "all")]);
  const sides = summary.sides.filter(({ side }) => side !== "unknown").map(({ side }) => side);
  const examples = await Promise.all(sides.map(async (side) => ({ side, found: await examplesOf(side, frame.id) })));
  const weights = [3, 2, 1].map((weight) => ({ weight, cues: frame.cues.filter((cue) => cue.weight === weight) }));
  const href = (side: string, voice: string): string =>
    `/articles?side=${side}&measure=frame&target=${encodeURIComponent(frame.id)}&voice=${voice}`;
  return (
    <>
      <p className="crumb">
        <a href="/codebook">Codebook</a> · {frame.layer === "generic" ? "generic frame" : "frame of this topic"}
      </p>
      <h1>{frame.label}</h1>
      <p className="lead">{frame.definition}</p>
      <Parts here="/codebook" />
      <dl className="card">
        <dt>Counts</dt>
        <dd>{frame.includes}</dd>
        <dt>Does not count</dt>
        <dd>{frame.excludes}</dd>
        <dt>Source</dt>
        <dd>
          {frame.source} <Checked checked={frame.checked} />
        </dd>
      </dl>

      <h2>In the collection</h2>
      {sides.length === 0 ? <p className="empty">No articles yet.</p> : null}
      {sides.length > 0 ? (
        <div className="scroll" role="region" aria-label="How often it is met" tabIndex={0}>
          <table className="data narrow">
            <thead>
              <tr>
                <th scope="col">Side</th>
                <th scope="col">In the outlet’s own words</th>
                <th scope="col">In all words</th>
              </tr>
            </thead>
            <tbody>
              {sides.map((side) => (
                <tr key={side}>
                  <th scope="row">
                    <SideMark side={side} />
                  </th>
                  {[
                    ["own", own],
                    ["all", all],
                  ].map(([voice, fired]) => {
                    const said = (fired as typeof own).get(frame.id)?.get(side);
                    return (
                      <td key={voice as string} className="num">
                        {said ? (
                          <a href={href(side, voice as string)}>
                            {said.k} of {said.n} articles
                          </a>
                        ) : (
                          "–"
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="twins">
        {examples.map(({ side, found }) =>
          found.length > 0 ? (
            <div key={side}>
              <h3>
                <SideMark side={side} />
              </h3>
              <ul className="quotes">
                {found.map(({ sentence, mark, id, outlet }) => (
                  <li key={id}>
                    <a href={`/articles/${encodeURIComponent(id)}${mark ? `#mark-${mark}` : ""}`}>{sentence}</a>{" "}
                    <span className="interval">{outlet}</span>
                  </li>
                ))}
              </ul>
            </div>
          ) : null,
        )}
      </div>

      <h2>Examples of the codebook</h2>
      <p className="quiet">Written for it; the tagger is tested on every one.</p>
      <ul className="examples">
        {frame.examples.map(({ text, tagged }) => (
          <li key={text}>
            <Sign is={tagged ? "yes" : "no"} />
            {text}
          </li>
        ))}
      </ul>

      <h2>Words that count</h2>
      <p className="quiet">
        <Notation /> {frame.cues.length} in all.
      </p>
      {weights.map(({ weight, cues }) =>
        cues.length > 0 ? (
          <section key={weight}>
            <h3>{["", "Weak: only beside others", "Clear", "Decisive alone"][weight]}</h3>
            <ul className="cues">
              {cues.map((cue) => (
                <li key={cue.id} id={cue.id}>
                  {cue.phrase.replaceAll("|", " | ")}
                </li>
              ))}
            </ul>
          </section>
        ) : null,
      )}
      {frame.exceptions.length > 0 ? (
        <>
          <h3>Never counted</h3>
          <ul className="cues">
            {frame.exceptions.map((phrase) => (
              <li key={phrase}>{phrase.replaceAll("|", " | ")}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
