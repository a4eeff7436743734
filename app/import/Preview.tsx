"use client";
import type { ImportPreview, PreviewedArticle } from "#lib/domain/import.ts";
import { Badge } from "#app/_ui/Badge.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { openingWords } from "#lib/domain/openingWords.ts";
import { count, sideLabel, sideReasonLabel, titleOf } from "#app/_ui/words.ts";
import { Refused } from "./Refused.tsx";

const DATE_FROM = {
  given: "stated",
  "date line": "from the date line",
  address: "from the address",
  text: "from the text",
  metadata: "from the page’s data",
} as const;

function Entry({ article }: { article: PreviewedArticle }) {
  const { date } = article;
  const sure = date && date.from !== "given" ? `, ${Math.round(100 * date.confidence)} % sure` : "";
  return (
    <article className="entry">
      <h4>{titleOf(article.title, openingWords(article.firstLines))}</h4>
      <p className="facts">
        <SideMark side={article.side} />
        <span>{article.outlet ?? "outlet not known"}</span>
        <span>{date ? `${date.day}, ${DATE_FROM[date.from]}${sure}` : "no date found"}</span>
        <span>{count(article.words, "word")}</span>
        <span>language {article.language}</span>
        {article.event ? <span>{article.event}</span> : null}
        {article.author ? <span>{article.author}</span> : null}
        {article.machineTranslated ? <Badge tone="warn">machine-translated</Badge> : null}
        {article.copy === "stored" ? <Badge>already stored</Badge> : null}
        {article.copy === "repeated" ? <Badge>given twice</Badge> : null}
      </p>
      <p className="facts">
        {sideLabel(article.side)}: {sideReasonLabel(article.sideReason)}
      </p>
      <blockquote>{article.firstLines}</blockquote>
      {article.removed.length > 0 ? (
        <details>
          <summary>{count(article.removed.length, "piece")} taken out of the text</summary>
          <ul>
            {article.removed.map(({ exact, reason }) => (
              <li key={`${reason}${exact}`}>
                {reason}: “{exact}”
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </article>
  );
}

/** What an import would store, before anything is. */
export function Preview({ preview, onStore }: { preview: ImportPreview; onStore: () => void }) {
  const more = preview.fresh + preview.alreadyStored + preview.repeated - preview.articles.length;
  const sideless = preview.outlets.filter(({ side }) => side === "unknown");
  const numbers = [
    [preview.fresh, "new"],
    [preview.alreadyStored, "already stored"],
    [preview.repeated, "given twice"],
    [preview.rejectedCount, "refused"],
    [preview.undated, "without a date"],
  ] as const;
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">What was recognised</h2>
      <ul className="tally">
        {numbers.map(([n, label], index) =>
          n > 0 || index === 0 ? (
            <li key={label}>
              <strong>{n.toLocaleString("en")}</strong> {label}
            </li>
          ) : null,
        )}
      </ul>
      {sideless.length > 0 ? (
        <p>
          <strong>Side not known</strong> for{" "}
          {count(
            sideless.reduce((sum, each) => sum + each.articles, 0),
            "article",
          )}{" "}
          ({sideless.map(({ outlet }) => outlet ?? "no outlet").join(", ")}). They can be read, but stay out of
          comparisons until a side is stated above or later on their pages.
        </p>
      ) : null}
      <div className="actions">
        <button type="button" disabled={preview.fresh === 0} onClick={onStore}>
          {preview.fresh === 0 ? "Nothing new to import" : `Import ${count(preview.fresh, "article")}`}
        </button>
        <span className="quiet">Change the form above to read it again.</span>
      </div>
      <Refused title="Refused" rows={preview.rejected} total={preview.rejectedCount} />
      <Refused title="Warnings" rows={preview.warnings} total={preview.warningCount} />
      {preview.outlets.length > 1 ? (
        <details>
          <summary>{count(preview.outlets.length, "outlet")}</summary>
          <ul className="index">
            {preview.outlets.map(({ outlet, side, articles }) => (
              <li key={`${outlet}${side}`}>
                {outlet ?? "no outlet"} <SideMark side={side} /> <span className="quiet">{articles}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <h3>{more > 0 ? `The first ${preview.articles.length} articles` : "Articles"}</h3>
      {preview.articles.length === 0 ? <p className="empty">No article could be read.</p> : null}
      {preview.articles.map((article) => (
        <Entry key={`${article.id}${article.copy}`} article={article} />
      ))}
      {more > 0 ? <p className="quiet">and {count(more, "more article")}.</p> : null}
    </section>
  );
}
