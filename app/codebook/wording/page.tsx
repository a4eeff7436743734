import type { Metadata } from "next";
import { codebook } from "#app/_database.ts";
import { Badge, Checked } from "#app/_ui/Badge.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { Notation } from "#app/codebook/Notation.tsx";
import { Parts } from "#app/codebook/Parts.tsx";
import { loadWordingSources } from "#lib/codebook/loadWordingSources.ts";
import type { WordingRow } from "#lib/domain/codebook.ts";

export const metadata: Metadata = { title: "Naming choices" };

const STRENGTH = ["", "weak", "clear", "strong"];

function Row({ row, sources }: { row: WordingRow; sources: ReturnType<typeof loadWordingSources> }) {
  return (
    <tr id={row.id}>
      <th scope="row">
        {row.concept}
        <span className="interval">
          {STRENGTH[row.strength]} sign{row.weakAlone ? ", only together with others" : ""}
          {row.needsOwnVoice ? "" : ", quoted uses count as well"}
        </span>
      </th>
      <td>
        {row.choices.map((choice) => (
          <span key={choice.choice} className="line">
            {choice.choice === "both" ? <Badge>both sides</Badge> : <SideMark side={choice.choice} />} {choice.label}
            <span className="interval">
              {[...choice.phrases, ...(choice.contextual ?? []).map(({ phrase }) => `${phrase} (in context)`)]
                .map((phrase) => phrase.replaceAll("|", " | "))
                .join("; ")}
            </span>
          </span>
        ))}
      </td>
      <td>
        {row.sources
          .map((code) => sources.get(code))
          .map((source) => source?.what ?? "")
          .filter(Boolean)
          .join("; ")}{" "}
        <Checked checked={row.checked} />
        {row.note ? <span className="interval">{row.note}</span> : null}
      </td>
    </tr>
  );
}

export default function Wording() {
  const { wording } = codebook();
  const sources = loadWordingSources();
  return (
    <>
      <p className="crumb">
        <a href="/codebook">Codebook</a>
      </p>
      <h1>Naming choices</h1>
      <p className="lead">
        One thing, two names. A choice says which side tends to use the words in its own voice: usage, not truth, and no
        single article proves a side by it.
      </p>
      <p className="quiet">
        In the lists of words: <Notation />
      </p>
      <Parts here="/codebook/wording" />
      <div className="scroll" role="region" aria-label="Naming choices" tabIndex={0}>
        <table className="data">
          <caption>{wording.length} rows</caption>
          <thead>
            <tr>
              <th scope="col">What is named</th>
              <th scope="col">Choices and the words that count</th>
              <th scope="col">Where it was seen</th>
            </tr>
          </thead>
          <tbody>
            {wording.map((row) => (
              <Row key={row.id} row={row} sources={sources} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
