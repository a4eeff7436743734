import type { ReactNode } from "react";
import { SideMark } from "#app/_ui/SideMark.tsx";
import type { StoredArticle } from "#lib/store/contract.ts";

/** A table with a question a row and one column an article. */
export function TwoColumns({
  id,
  title,
  note,
  first,
  a,
  b,
  rows,
}: {
  id: string;
  title: string;
  note: string;
  first: string;
  a: StoredArticle;
  b: StoredArticle;
  rows: readonly { key: string; label: ReactNode; a: ReactNode; b: ReactNode }[];
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet">{note}</p>
      <div className="scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table className="data two-columns">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {[a, b].map(({ article }) => (
                <th key={article.id} scope="col">
                  <SideMark side={article.side} label={article.outletName ?? "outlet not known"} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td>{row.a}</td>
                <td>{row.b}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
