import { unmarkedWording } from "#lib/compare/unmarkedWording.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { Intended } from "#lib/domain/intended.ts";
import { targetLabel } from "#app/_ui/marks.ts";

/** Labels of the frames an author meant and of those found: both, only meant, only found; "–" where there are none. */
export function framesMeantAndFound(
  codebook: Pick<Codebook, "frames">,
  coding: Pick<Coding, "tags">,
  intended: Pick<Intended, "frames" | "issue_frames">,
): { both: string; missed: string; extra: string } {
  const label = (id: string): string => codebook.frames.find((each) => each.id === id)?.label ?? id;
  const meant = [...intended.frames, ...intended.issue_frames];
  const found = coding.tags.flatMap((tag) => (tag.kind === "frame" && tag.present ? [tag.frame] : []));
  const names = (ids: readonly string[]): string => ids.map(label).join(", ") || "–";
  return {
    both: names(meant.filter((id) => found.includes(id))),
    missed: names(meant.filter((id) => !found.includes(id))),
    extra: names(found.filter((id) => !meant.includes(id))),
  };
}

/** What the author of a teaching article meant it to show, beside what Parallax found: where they part, one is wrong. */
export function IntendedCodes({
  codebook,
  coding,
  intended,
}: {
  codebook: Codebook;
  coding: Coding;
  intended: Intended;
}) {
  const frames = framesMeantAndFound(codebook, coding, intended);
  const total = coding.voices.reduce((sum, each) => sum + each.words, 0);
  const own = coding.voices.filter((each) => each.voice.kind === "own").reduce((sum, each) => sum + each.words, 0);
  const unseen = unmarkedWording(coding, intended);
  const found = coding.tags.flatMap((tag) =>
    tag.kind === "role" ? [`${targetLabel(codebook, tag.target)} as ${tag.role}`] : [],
  );
  const meantRoles = Object.entries(intended.roles).map(
    ([target, role]) => `${targetLabel(codebook, target)} as ${role}`,
  );
  const rows = [
    ["Frames meant and found", frames.both, ""],
    ["Frames meant, not found", frames.missed, ""],
    ["Frames found, not meant", "", frames.extra],
    [
      "The outlet’s own words",
      `${Math.round(100 * intended.own_voice_share)} %`,
      total > 0 ? `${Math.round((100 * own) / total)} %` : "–",
    ],
    [
      "Naming choices",
      intended.wording.join(", "),
      unseen.length > 0 ? `not found: ${unseen.join(", ")}` : "all found",
    ],
    ["Parts", meantRoles.join(", ") || "–", found.join(", ") || "–"],
    ...(intended.hard_case ? [["Written as a hard case", intended.hard_case, ""] as const] : []),
  ] as const;
  return (
    <section>
      <h2 id="intended">What its author meant</h2>
      <p>
        This article was written for teaching, by one author, with these codes in mind. They are one coder’s yardstick
        and never enter the tags: where the two part, the tool may have erred, or the text.
      </p>
      <div className="scroll" role="region" aria-labelledby="intended" tabIndex={0}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Meant by the author</th>
              <th scope="col">Found by Parallax</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([question, meant, said]) => (
              <tr key={question}>
                <th scope="row">{question}</th>
                <td>{meant || "–"}</td>
                <td>{said || (question === "Frames meant and found" ? meant : "–")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
