import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { Intended } from "#lib/domain/intended.ts";
import type { StanceTag } from "#lib/domain/tags.ts";
import { targetLabel } from "#app/_ui/marks.ts";
import { sayStance, ScaleEnds, StanceScale } from "#app/_ui/StanceScale.tsx";

function speakersOf(tag: StanceTag): string {
  return tag.speakers
    .filter(({ score }) => score.n > 0)
    .map(({ name, score }) => `${name}: ${sayStance(score)}`)
    .join("; ");
}

/** How the article speaks of each target, in its own words and in all of them; what could not be told stands below. */
export function StanceTable({
  codebook,
  coding,
  intended,
}: {
  codebook: Codebook;
  coding: Coding;
  intended: Intended | null;
}) {
  const meant = (target: string, voice: "own" | "all"): number | null => {
    const leaning = intended?.stance[target as keyof Intended["stance"]]?.[voice];
    return leaning === null || leaning === undefined ? null : leaning / 2;
  };
  const tags = coding.tags.filter(
    (tag): tag is StanceTag =>
      tag.kind === "stance" &&
      tag.discussed &&
      (tag.all.n > 0 || meant(tag.target, "own") !== null || meant(tag.target, "all") !== null),
  );
  const shown = new Set(tags.map(({ target }) => `stance:${target}`));
  const untold = coding.abstentions.filter(({ question }) => question.startsWith("stance:") && !shown.has(question));
  return (
    <section>
      <h2 id="stance">How it speaks of whom</h2>
      {tags.length === 0 ? <p className="empty">No target of the codebook is discussed here.</p> : null}
      {tags.length > 0 ? (
        <div className="scroll" role="region" aria-labelledby="stance" tabIndex={0}>
          <table className="data">
            <caption>
              −1 against to +1 for, with 80 % interval; n pieces of evidence.
              {intended ? " The ring is what the author of this teaching article meant." : ""}
            </caption>
            <thead>
              <tr>
                <th scope="col">Target</th>
                <th scope="col">
                  In the outlet’s own words <ScaleEnds />
                </th>
                <th scope="col">
                  In all words, quotations too <ScaleEnds />
                </th>
                <th scope="col">Speakers</th>
              </tr>
            </thead>
            <tbody>
              {tags.map((tag) => (
                <tr key={tag.target}>
                  <th scope="row">{targetLabel(codebook, tag.target)}</th>
                  {(["own", "all"] as const).map((voice) => (
                    <td key={voice}>
                      <StanceScale said={tag[voice]} intended={meant(tag.target, voice)} />
                      <span className="interval">{sayStance(tag[voice])}</span>
                    </td>
                  ))}
                  <td>
                    <span className="interval">{speakersOf(tag) || "–"}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {untold.length > 0 ? (
        <p className="quiet">
          Could not be told:{" "}
          {untold.map(({ question, why }) => `${targetLabel(codebook, question.slice(7))} (${why})`).join("; ")}
        </p>
      ) : null}
    </section>
  );
}
