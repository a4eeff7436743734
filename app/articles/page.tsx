import type { Metadata } from "next";
import { codebook, store } from "#app/_database.ts";
import { ArticleFlags } from "#app/_ui/Badge.tsx";
import { questionLabel, VOICE_LABELS, VOICES } from "#app/_ui/marks.ts";
import { TeachingNotice } from "#app/_ui/Notice.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { count, eventLabel, readParams, type SearchParams } from "#app/_ui/words.ts";
import { ArticleForm } from "./ArticleForm.tsx";
import { articleFilter, pageHref, PAGE_SIZE, wantedFrom, type Wanted } from "./filter.ts";
import { Sentences } from "./Sentences.tsx";

export const metadata: Metadata = { title: "Articles" };

function wantedLabel(wanted: Wanted): string {
  const whose = { own: "in the outlet’s own words", all: "in anybody’s words", quoted: "in quoted speakers’ words" };
  const [first = "", second = ""] = wanted.target.split(":");
  const voice = (id: string): string => VOICE_LABELS[VOICES.find((each) => each === id) ?? "ambiguous"];
  switch (wanted.measure) {
    case "voice_share":
      return `Voices: ${voice(first)}`;
    case "heard":
      return `Articles that report ${voice(first).toLowerCase()}`;
    case "kind_share":
      return `Articles that report speakers of this kind: ${first}`;
    case "speaker":
      return `Articles that report ${codebook().actors.find((each) => each.id === wanted.target)?.name ?? wanted.target.replace(/^name:/, "")}`;
    case "report":
      return `Words of ${voice(first).toLowerCase()} with a verb that is ${second}`;
    case "device":
      return `Words of this kind: ${first.replaceAll("_", " ")}, ${whose[wanted.voice]}`;
    case "stance_level":
      return `${questionLabel(codebook(), `stance:${first}`)}, ${second === "discussed" ? "discussed" : second}, ${whose[wanted.voice]}`;
    case "choice":
      return `${questionLabel(codebook(), `wording:${first}`)}, ${whose[wanted.voice]}`;
    default:
      return `${questionLabel(codebook(), `${wanted.measure}:${wanted.target}`)}, ${whose[wanted.voice]}`;
  }
}

export default async function Articles({ searchParams }: { searchParams: SearchParams }) {
  const params = await readParams(searchParams);
  const db = await store();
  const filter = articleFilter(params);
  const wanted = wantedFrom(params);
  const [summary, { total, rows }] = await Promise.all([db.summary(), db.list(filter)]);
  const page = filter.offset / PAGE_SIZE + 1;
  return (
    <>
      <h1>Articles</h1>
      <TeachingNotice summary={summary} />
      <ArticleForm params={params} summary={summary} />
      {wanted ? (
        <p>
          <strong>{wantedLabel(wanted)}.</strong> <a href="/articles">All articles</a>
        </p>
      ) : null}
      <p role="status">
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
                {row.title || "Without a title"}
              </a>
              <p className="facts">
                <SideMark side={row.side} />
                <span>{row.outletName ?? "outlet not known"}</span>
                <span>{row.day ?? "undated"}</span>
                <span>{count(row.words, "word")}</span>
                {row.event ? <span>{eventLabel(row.event)}</span> : null}
                <ArticleFlags teaching={row.teaching} machineTranslated={row.machineTranslated} />
              </p>
              {wanted ? <Sentences id={row.id} wanted={wanted} /> : null}
            </li>
          ))}
        </ul>
      )}
      <nav className="pager" aria-label="Pages of the list">
        {page > 1 ? <a href={pageHref(params, page - 1)}>← Earlier page</a> : null}
        {filter.offset + rows.length < total ? <a href={pageHref(params, page + 1)}>Next page →</a> : null}
      </nav>
    </>
  );
}
