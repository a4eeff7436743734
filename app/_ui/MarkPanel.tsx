"use client";
import { because, NOT_MEANT } from "./explain.ts";
import { KIND_LABELS, type Mark } from "./marks.ts";

/** Marks of one tag on the same words: several rules may have fired on them, each told once. */
function together(marks: readonly Mark[]): [Mark, ...Mark[]][] {
  const found = new Map<string, [Mark, ...Mark[]]>();
  for (const mark of marks) {
    const key = `${mark.tag} ${mark.exact} ${mark.whose}`;
    const known = found.get(key);
    if (known?.some(({ rule }) => rule === mark.rule)) continue;
    if (known) known.push(mark);
    else found.set(key, [mark]);
  }
  return [...found.values()];
}

/** Why the chosen words carry their tags: which rule saw what, whose words they are, and what it does not mean. */
export function MarkPanel({ marks, onClose }: { marks: Mark[]; onClose: () => void }) {
  if (marks.length === 0) return null;
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  return (
    <section className="panel" aria-label="Why this is marked">
      <h2>Why this is marked</h2>
      {together(marks).map(([mark, ...more]) => (
        <dl key={mark.id}>
          <dt>Tag</dt>
          <dd>
            <strong className={`mark mark-${mark.kind}`}>{mark.label}</strong>
          </dd>
          <dt>Words</dt>
          <dd>“{mark.exact}”</dd>
          <dt>Whose words</dt>
          <dd>{mark.whose}</dd>
          <dt>Why</dt>
          {[mark, ...more].map((each) => (
            <dd key={each.id}>
              {because(each)}{" "}
              <span className="panel-where">
                Rule <code>{each.rule}</code>, weight{" "}
                {each.weight
                  .toFixed(2)
                  .replace(/\.?0+$/, "")
                  .replace("-", "−")}
              </span>
            </dd>
          ))}
        </dl>
      ))}
      <div className="panel-not">
        <h3>What it does not mean</h3>
        {kinds.map((kind) => (
          <p key={kind}>
            {kinds.length > 1 ? <strong>{KIND_LABELS[kind]}: </strong> : null}
            {NOT_MEANT[kind]}
          </p>
        ))}
      </div>
      <button
        type="button"
        className="second"
        onClick={onClose}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      >
        Close
      </button>
    </section>
  );
}
