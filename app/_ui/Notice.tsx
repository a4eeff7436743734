import type { ReactNode } from "react";
import { count } from "./words.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";

export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <aside className="notice" aria-label={title}>
      <p>
        <strong>{title}</strong> {children}
      </p>
    </aside>
  );
}

/** True while there are teaching articles and no two sides with published ones: only the former can be compared yet. */
export function onlyTeachingCompares(summary: CorpusSummary): boolean {
  const published = summary.outlets.filter((each) => !each.teaching && each.side !== "unknown");
  return summary.outlets.some((each) => each.teaching) && new Set(published.map((each) => each.side)).size < 2;
}

/** Shown wherever numbers could be taken for findings about real outlets. */
export function TeachingNotice({ summary }: { summary: CorpusSummary }) {
  if (!onlyTeachingCompares(summary)) return null;
  const published = summary.outlets.filter((each) => !each.teaching);
  const unplaced = published.filter((each) => each.side === "unknown").reduce((sum, each) => sum + each.articles, 0);
  const articles = published.reduce((sum, each) => sum + each.articles, 0);
  return (
    <Notice title={articles === 0 ? "Only teaching articles so far." : "Teaching articles are shown."}>
      They were written for lessons, and no outlet published them: what you see shows how Parallax works and says
      nothing about real outlets.{" "}
      {articles === 0 ? (
        <>
          <a href="/import">Import articles</a> to compare real ones.
        </>
      ) : (
        <>
          The {count(articles, "published article")} {articles === 1 ? "does" : "do"} not yet show two sides
          {unplaced > 0 ? (
            <>
              ; of {unplaced} <a href="/articles?side=unknown">the side is not known</a> and can be set there
            </>
          ) : null}
          . <a href="/import">Import more</a>.
        </>
      )}
    </Notice>
  );
}
