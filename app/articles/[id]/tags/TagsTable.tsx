import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { Tag } from "#lib/domain/tags.ts";
import { KIND_LABELS, KINDS, questionLabel, tagKey, tagLabel, type Mark } from "#app/_ui/marks.ts";
import { sayStance } from "#app/_ui/StanceScale.tsx";
import { sentencesWith, sideLabel } from "#app/_ui/words.ts";

/** What was concluded from the evidence. */
function result(tag: Tag, coding: Coding): string {
  if (tag.kind === "frame") {
    const said = tag.presentOwn
      ? "present in the outlet’s own words"
      : tag.present
        ? "present, in quoted words"
        : "some words, too few to count";
    return `${said}; ${sentencesWith(tag, coding)}`;
  }
  if (tag.kind === "stance") return `own words: ${sayStance(tag.own)}; all words: ${sayStance(tag.all)}`;
  if (tag.kind === "wording")
    return tag.choice === "both" ? "used by both sides" : `tends to be used by the ${sideLabel(tag.choice)} side`;
  if (tag.kind === "label_quote")
    return `${QUOTED[tag.use]}; in quotation marks ${tag.quoted} of ${tag.mentions} ${tag.mentions === 1 ? "time" : "times"}`;
  if (tag.kind === "loaded") {
    const own = tag.evidence.filter((each) => each.voice.kind === "own").length;
    return `${tag.evidence.length} in all, ${own} in the outlet’s own words`;
  }
  return tag.role;
}

const QUOTED = {
  proper_label: "a name or term given in marks, which is convention",
  attributed: "somebody else’s term",
  distancing: "kept at a distance",
  unclaimed: "a term in marks; whose it is the words do not tell",
} as const;

function Speakers({ tag }: { tag: Tag }) {
  if (tag.kind !== "stance" || tag.speakers.length === 0) return null;
  return (
    <span className="interval">{tag.speakers.map((each) => `${each.name}: ${sayStance(each.score)}`).join("; ")}</span>
  );
}

/** Every tag with the words that earned it, and every question that could not be told. */
export function TagsTable({
  codebook,
  coding,
  marks,
  address,
}: {
  codebook: Codebook;
  coding: Coding;
  marks: readonly Mark[];
  /** The article's own page. */
  address: string;
}) {
  return (
    <>
      {coding.tags.length === 0 ? <p className="empty">No words in this article earned a tag.</p> : null}
      {KINDS.filter((kind) => coding.tags.some((tag) => tag.kind === kind)).map((kind) => (
        <div key={kind} className="scroll" role="region" aria-label={KIND_LABELS[kind]} tabIndex={0}>
          <table className="data">
            <caption>{KIND_LABELS[kind]}</caption>
            <thead>
              <tr>
                <th scope="col">Tag</th>
                <th scope="col">Result</th>
                <th scope="col">Words</th>
              </tr>
            </thead>
            <tbody>
              {coding.tags
                .filter((tag) => tag.kind === kind)
                .map((tag) => (
                  <tr key={tagKey(tag)}>
                    <th scope="row">{tagLabel(codebook, tag)}</th>
                    <td>
                      {result(tag, coding)}
                      <Speakers tag={tag} />
                    </td>
                    <td>
                      <ul className="quotes">
                        {marks
                          .filter((mark) => mark.tag === tagKey(tag))
                          .map((mark) => (
                            <li key={mark.id}>
                              <a href={`${address}#mark-${mark.id}`}>“{mark.exact}”</a>
                              <span className="interval">
                                {mark.whose}; rule {mark.rule}, weight {mark.weight.toFixed(2).replace(/\.?0+$/, "")}
                              </span>
                            </li>
                          ))}
                      </ul>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      ))}
      {coding.abstentions.length > 0 ? (
        <>
          <h2>Could not tell</h2>
          <ul>
            {coding.abstentions.map((each) => (
              <li key={each.question}>
                {questionLabel(codebook, each.question)}: {each.why}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="quiet">
        Asked {coding.asked.length} questions. Coder {coding.coder}, codebook {coding.codebookVersion}, tagger{" "}
        {coding.taggerVersion}.
      </p>
    </>
  );
}
