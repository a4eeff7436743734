"use client";
import type { Mark } from "./marks.ts";

/** Why the chosen words carry their tags: rule, weight, whose words. */
export function MarkPanel({ marks, onClose }: { marks: Mark[]; onClose: () => void }) {
  if (marks.length === 0) return null;
  return (
    <section className="panel" aria-label="Why this is marked">
      <h2>Why this is marked</h2>
      {marks.map((mark) => (
        <dl key={mark.id}>
          <dt>Tag</dt>
          <dd>
            <strong className={`mark mark-${mark.kind}`}>{mark.label}</strong>
          </dd>
          <dt>Words</dt>
          <dd>“{mark.exact}”</dd>
          <dt>Whose words</dt>
          <dd>{mark.whose}</dd>
          <dt>Rule</dt>
          <dd>
            <code>{mark.rule}</code>
            {mark.pattern ? <> looks for “{mark.pattern}”</> : null}
          </dd>
          <dt>Weight</dt>
          <dd>{mark.weight.toFixed(2).replace(/\.?0+$/, "")}</dd>
        </dl>
      ))}
      <button type="button" className="second" onClick={onClose}>
        Close
      </button>
    </section>
  );
}
