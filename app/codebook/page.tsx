import type { Metadata } from "next";
import { codebook } from "#app/_database.ts";
import { corpusSummary } from "#app/_charts/load.ts";
import { Checked } from "#app/_ui/Badge.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import type { Frame } from "#lib/domain/codebook.ts";
import { firing, type Firing } from "./firing.ts";
import { overlay } from "./overlay.ts";
import { Parts } from "./Parts.tsx";

export const metadata: Metadata = { title: "Codebook" };

function Overlaid() {
  const laid = overlay();
  if (!laid) return null;
  return (
    <section aria-labelledby="overlay">
      <h2 id="overlay">Another topic is laid over it</h2>
      <p>
        The folder <code>{laid.folder}</code> replaces records of the same id and adds new ones. Everything else is as
        shipped.
      </p>
      <ul>
        {laid.changes.map(({ part, replaced, added }) => (
          <li key={part}>
            {part}: {replaced.length > 0 ? `replaces ${replaced.join(", ")}` : ""}
            {replaced.length > 0 && added.length > 0 ? "; " : ""}
            {added.length > 0 ? `adds ${added.join(", ")}` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FrameTable({
  title,
  frames,
  fired,
  sides,
}: {
  title: string;
  frames: readonly Frame[];
  fired: ReadonlyMap<string, Firing>;
  sides: readonly string[];
}) {
  return (
    <div className="scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="data">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Frame</th>
            <th scope="col">The event is told as …</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                <SideMark side={side} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {frames.map((frame) => (
            <tr key={frame.id}>
              <th scope="row">
                <a href={`/codebook/frames/${encodeURIComponent(frame.id)}`}>{frame.label}</a>
              </th>
              <td>{frame.definition}</td>
              {sides.map((side) => {
                const said = fired.get(frame.id)?.get(side as never);
                return (
                  <td key={side} className="num">
                    {said ? `${said.k} of ${said.n}` : "–"}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export default async function CodebookPage() {
  const book = codebook();
  const [summary, fired] = await Promise.all([corpusSummary(), firing("frame", "own")]);
  const sides = summary.sides.filter(({ side }) => side !== "unknown").map(({ side }) => side as string);
  const unchecked = {
    frames: book.frames.filter(({ checked }) => !checked).length,
    wording: book.wording.filter(({ checked }) => !checked).length,
    actors: book.actors.filter(({ checked }) => !checked).length,
  };
  return (
    <>
      <h1>Codebook</h1>
      <p className="lead">
        What each tag means and which words earn it. It is data, not code: every page here is made from the files the
        tagger reads, so it cannot lag behind.
      </p>
      <p className="facts">
        <span>Version {book.version}</span>
        <span>
          Not looked up yet: {unchecked.frames} of {book.frames.length} frames, {unchecked.wording} of{" "}
          {book.wording.length} naming rows, {unchecked.actors} of {book.actors.length} names{" "}
          <Checked checked={false} />
        </span>
      </p>
      <Parts here="/codebook" />
      <Overlaid />
      <h2>Frames</h2>
      <p>
        A frame is what an event is told as. Tone is not a frame, and a frame is not a lie. Counts: articles here that
        have it in the outlet’s own words, of those asked.
      </p>
      <FrameTable
        title="Generic frames, for any topic"
        frames={book.frames.filter(({ layer }) => layer === "generic")}
        fired={fired}
        sides={sides}
      />
      <FrameTable
        title="Frames of this topic"
        frames={book.frames.filter(({ layer }) => layer === "issue")}
        fired={fired}
        sides={sides}
      />
    </>
  );
}
