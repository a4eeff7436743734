import type { Article } from "#lib/domain/article.ts";
import { openingWords } from "#lib/domain/openingWords.ts";
import { ArticleFlags } from "#app/_ui/Badge.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { eventLabel, sideReasonLabel, titleOf } from "#app/_ui/words.ts";

/** Where an article comes from and what about that is assumed. */
export function Head({ article }: { article: Article }) {
  const { date } = article;
  return (
    <>
      <h1>{titleOf(article.title, openingWords(article.text))}</h1>
      <p className="facts">
        <SideMark side={article.side} />
        {article.outletId ? (
          <a href={`/outlets/${encodeURIComponent(article.outletId)}`}>{article.outletName}</a>
        ) : (
          <span>{article.outletName ?? "outlet not known"}</span>
        )}
        <span>{date ? `${date.day}${date.from === "given" ? "" : ` (from the ${date.from})`}` : "undated"}</span>
        {article.event ? (
          <a href={`/articles?event=${encodeURIComponent(article.event)}`}>{eventLabel(article.event)}</a>
        ) : null}
        {article.author ? <span>{article.author}</span> : null}
        <ArticleFlags
          teaching={article.teaching}
          machineTranslated={article.machineTranslated.flag}
          headlineOnly={article.headlineOnly}
          wire={article.wire}
          superseded={Boolean(article.supersededBy)}
        />
        {article.url && /^https?:\/\//.test(article.url) ? (
          <a href={article.url} rel="noreferrer nofollow external">
            where it was published
          </a>
        ) : null}
      </p>
      <p className="facts">
        <span>Why this side: {sideReasonLabel(article.sideReason)}</span>
        {article.side === "unknown" ? (
          <span>
            Left out of comparisons until <a href="#correct">its side is set</a>.
          </span>
        ) : null}
        {article.assumed.length > 0 ? <span>Not stated, but assumed: {article.assumed.join(", ")}.</span> : null}
        {article.headlineOnly ? (
          <span>The full text could not be had; headline and summary are kept, and no chart counts them.</span>
        ) : null}
        {article.machineTranslated.flag ? (
          <span>Taken for machine-translated: {article.machineTranslated.reasons.join("; ")}.</span>
        ) : null}
      </p>
    </>
  );
}
