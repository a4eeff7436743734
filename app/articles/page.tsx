import type { Metadata } from "next";
import { corpusSummary } from "#app/_charts/load.ts";
import { remembered } from "#app/_charts/remembered.ts";
import { codebook, store } from "#app/_database.ts";
import { ArticleFlags } from "#app/_ui/Badge.tsx";
import { TeachingNotice } from "#app/_ui/Notice.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count, eventLabel, readParams, titleOf, type SearchParams } from "#app/_ui/words.ts";
import { ArticleForm } from "./ArticleForm.tsx";
import { Facets } from "./Facets.tsx";
import { articleFilter, pageHref, PAGE_SIZE, wantedFrom } from "./filter.ts";
import { Sentences } from "./Sentences.tsx";
import { wantedLabel } from "./wantedLabel.ts";

export const metadata: Metadata = { title: "Articles" };

export default async function Articles({ searchParams }: { searchParams: SearchParams }) {
  const params = await readParams(searchParams);
  const db = await store();
  const filter = articleFilter(params);
  const wanted = wantedFrom(params);
  const [summary, { total, rows }, facets] = await Promise.all([
    corpusSummary(),
    remembered(`articles ${JSON.stringify(filter)}`, () => db.list(filter)),
    remembered(`facets ${JSON.stringify({ ...filter, sort: null, offset: 0 })}`, () => db.facets(filter)),
  ]);
  const page = filter.offset / PAGE_SIZE + 1;
  return (
    <>
      <h1>Articles</h1>
      {summary.outlets.every((each) => each.teaching) ? <TeachingNotice summary={summary} /> : null}
      {summary.articles > 0 ? <ArticleForm params={params} summary={summary} /> : null}
      {wanted ? (
        <p className="behind">
          <strong>{wantedLabel(codebook(), wanted)}.</strong> The articles behind one mark of a chart, with the
          sentences that made them count. <a href="/articles">All articles</a>
        </p>
      ) : null}
      {total > 0 ? <Facets facets={facets} params={params} /> : null}
      <p role="status" className="list-status">
        {count(total, "article")}
        {total > PAGE_SIZE ? `, ${filter.offset + 1} to ${filter.offset + rows.length}` : ""}
      </p>
      {rows.length === 0 ? (
        <p className="empty">
          {summary.articles === 0 ? "No articles yet. " : "No article fits this choice. "}
          <a href={summary.articles === 0 ? "/import" : "/articles"}>
            {summary.articles === 0 ? "Import some" : "Show all"}
          </a>
        </p>
      ) : (
        <ul className="list">
          {rows.map((row) => (
            <li key={row.id}>
              <a className="list-title" href={`/articles/${encodeURIComponent(row.id)}`}>
                {titleOf(row.title, row.opening)}
              </a>
              <p className="facts">
                <SideMark side={row.side} />
                <span>{row.outletName ?? "outlet not known"}</span>
                <span>{row.day ?? "undated"}</span>
                <span>{count(row.words, "word")}</span>
                {row.event ? <span>{eventLabel(row.event)}</span> : null}
                <ArticleFlags
                  teaching={row.teaching}
                  machineTranslated={row.machineTranslated}
                  headlineOnly={row.headlineOnly}
                  wire={row.wire}
                  superseded={row.superseded}
                />
              </p>
              {wanted ? <Sentences id={row.id} wanted={wanted} /> : null}
            </li>
          ))}
        </ul>
      )}
      <nav className="pager" aria-label="Pages of the list">
        {page > 1 ? <a href={pageHref(params, page - 1)}>← Page {page - 1}</a> : null}
        {filter.offset + rows.length < total ? <a href={pageHref(params, page + 1)}>Page {page + 1} →</a> : null}
      </nav>
    </>
  );
}
