import type { Metadata } from "next";
import { definitions } from "#lib/chart/definitions/index.ts";

export const metadata: Metadata = { title: "Charts" };

/** One question a chart. */
export default function Charts() {
  return (
    <>
      <h1>Charts</h1>
      <p className="lead">
        Each answers one question, shows how sure it is, and opens the words behind every mark. A difference between two
        sides is not an error of either.
      </p>
      <ul className="cards">
        {[...definitions.values()].map((definition) => (
          <li key={definition.slug}>
            <a href={`/charts/${definition.slug}`}>
              <strong>{definition.question}</strong>
              <span>{definition.summary}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
