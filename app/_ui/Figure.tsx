import type { ReactNode } from "react";
import type { Series } from "#lib/domain/series.ts";
import { count } from "./words.ts";
import { SideMark } from "./SideMark.tsx";
import { SourcesLine } from "./SourcesLine.tsx";

/** One chart with all it needs to be read alone: question, n, warnings, drawing, table, sources, limits, method. */
export function Figure({
  series,
  csvHref,
  chart,
  table,
}: {
  series: Series;
  csvHref: string;
  chart: ReactNode;
  table: ReactNode;
}) {
  const { groupA, groupB, sources } = series;
  return (
    <figure className="figure">
      <figcaption>
        <h2>{series.question}</h2>
        <p className="key">
          <SideMark side={groupA.id} label={groupA.label} />
          <span className="quiet">{count(sources.articlesA, "article")}</span>
          <SideMark side={groupB.id} label={groupB.label} />
          <span className="quiet">{count(sources.articlesB, "article")}</span>
          <span className="quiet">{series.unit === "score" ? "score, −1 against to +1 for" : series.unit}</span>
        </p>
        {series.warnings.length > 0 ? (
          <ul className="warnings">
            {series.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        ) : null}
      </figcaption>
      {chart}
      {table}
      <SourcesLine sources={sources} />
      <p className="limits">
        <strong>What it does not show</strong> {series.doesNotShow}
      </p>
      <details className="method">
        <summary>How it is counted</summary>
        <p>{series.method}</p>
        {groupA.rule || groupB.rule ? (
          <p>
            {groupA.label}: {groupA.rule} {groupB.label}: {groupB.rule}
          </p>
        ) : null}
      </details>
      <p>
        <a href={csvHref} download>
          Download this table as CSV
        </a>
      </p>
    </figure>
  );
}
