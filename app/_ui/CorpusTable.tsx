import type { ReactNode } from "react";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { Badge } from "./Badge.tsx";
import { SideMark } from "./SideMark.tsx";
import { count, dayRange, eventLabel } from "./words.ts";

/** What is missing for a comparison, in sentences. */
function gaps(summary: CorpusSummary): { key: string; said: ReactNode }[] {
  const found: { key: string; said: ReactNode }[] = [];
  const say = (said: string): void => void found.push({ key: said, said });
  for (const [side, name] of [
    ["western", "Western"],
    ["russian", "Russian"],
  ] as const) {
    const row = summary.sides.find((each) => each.side === side);
    if (!row) say(`No published ${name} articles.`);
    else if (row.outlets === 1) say(`${name} articles come from one outlet: numbers speak of it only.`);
  }
  const unknown = summary.sides.find((each) => each.side === "unknown");
  if (unknown) {
    const link = <a href="/articles?side=unknown">{count(unknown.articles, "article")}</a>;
    found.push({ key: "unknown", said: <>{link} without a known side: left out of comparisons until one is set.</> });
  }
  const lonely = summary.events.filter((each) => Object.keys(each.bySide).length === 1);
  if (lonely.length > 0) say(`Told by one side only: ${lonely.map((each) => eventLabel(each.event)).join(", ")}.`);
  return found;
}

/** Outlets, their sides, dates and article counts, and what is missing. */
export function CorpusTable({ summary }: { summary: CorpusSummary }) {
  const missing = summary.articles > 0 ? gaps(summary) : [];
  return (
    <>
      {missing.length > 0 ? (
        <>
          <h3>Gaps</h3>
          <ul>
            {missing.map((gap) => (
              <li key={gap.key}>{gap.said}</li>
            ))}
          </ul>
        </>
      ) : null}
      {summary.outlets.length > 0 ? (
        <div className="scroll" role="region" aria-label="Outlets in the collection" tabIndex={0}>
          <table className="data">
            <caption>Outlets in the collection</caption>
            <thead>
              <tr>
                <th scope="col">Outlet</th>
                <th scope="col">Side</th>
                <th scope="col">Articles</th>
                <th scope="col">Dates</th>
                <th scope="col">Undated</th>
              </tr>
            </thead>
            <tbody>
              {summary.outlets.map((each) => (
                <tr key={each.outlet}>
                  <th scope="row">
                    <a href={`/articles?outlet=${encodeURIComponent(each.outlet)}`}>{each.label}</a>{" "}
                    {each.teaching ? <Badge tone="teaching">written for teaching</Badge> : null}
                  </th>
                  <td>
                    <SideMark side={each.side} />
                  </td>
                  <td className="num">{each.articles.toLocaleString("en")}</td>
                  <td className="num">{dayRange(each.from, each.to)}</td>
                  <td className="num">{each.undated}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
}
