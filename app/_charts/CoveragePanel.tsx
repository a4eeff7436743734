import type { Coverage } from "#lib/domain/series.ts";
import { Kept } from "#app/_ui/Kept.tsx";
import { keep } from "#app/_ui/kept.ts";
import { count } from "#app/_ui/words.ts";
import { coverageTable } from "./coverageTable.ts";

/** What the chart could see: articles per outlet and week, what is left out, what could not be had, in words and numbers. */
export function CoveragePanel({ coverage }: { coverage: Coverage }) {
  const { outlets, weeks, missing, asked } = coverage;
  const total = outlets.reduce((sum, each) => sum + each.articles, 0);
  const id = keep(coverage, "coverage", () => coverageTable(coverage));
  return (
    <details className="coverage">
      <summary>
        Coverage: {count(total, "article")} of {count(outlets.length, "outlet")} in {count(weeks.length, "week")}
      </summary>
      {asked ? <p>{asked}</p> : null}
      {missing.length > 0 ? (
        <ul>
          {missing.map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      ) : null}
      <Kept key={id} id={id} name="coverage" />
    </details>
  );
}
