"use client";
import type { ImportReport } from "#lib/domain/import.ts";
import { count } from "#app/_ui/words.ts";
import { Refused } from "./Refused.tsx";
import { UndoButton } from "./UndoButton.tsx";

/** What an import did, and the way back. */
export function Report({ report, onAgain }: { report: ImportReport; onAgain: () => void }) {
  const { added, alreadyStored, rejected, warnings, withoutSide, importId } = report;
  const sideless = withoutSide.reduce((sum, each) => sum + each.articles, 0);
  return (
    <section className="preview" aria-labelledby="report">
      <h2 id="report">{added.length > 0 ? `${count(added.length, "article")} added` : "Nothing new was added"}</h2>
      <ul className="tally">
        <li>
          <strong>{added.length.toLocaleString("en")}</strong> added
        </li>
        <li>
          <strong>{alreadyStored.length.toLocaleString("en")}</strong> already stored
        </li>
        <li>
          <strong>{rejected.length.toLocaleString("en")}</strong> refused
        </li>
      </ul>
      {sideless > 0 ? (
        <p>
          {count(sideless, "article")} without a side: no chart counts them. Take the import back and state the side, or
          set it on the article’s own page.
        </p>
      ) : null}
      <div className="actions">
        {added.length === 1 ? (
          <a className="button" href={`/articles/${encodeURIComponent(added[0] ?? "")}`}>
            Read it with its tags
          </a>
        ) : added.length > 1 ? (
          <a className="button" href={`/articles?import=${encodeURIComponent(importId)}`}>
            Show these articles
          </a>
        ) : null}
        <button type="button" className="second" onClick={onAgain}>
          Import more
        </button>
        {added.length > 0 ? <UndoButton importId={importId} articles={added.length} /> : null}
      </div>
      <Refused title="Refused" rows={rejected} total={rejected.length} />
      <Refused title="Warnings" rows={warnings.slice(0, 200)} total={warnings.length} />
    </section>
  );
}
