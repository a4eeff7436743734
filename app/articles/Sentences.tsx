import { codebook, store } from "#app/_database.ts";
import { sentencesBehind } from "./behind.ts";
import type { Wanted } from "./filter.ts";

const SHOWN = 3;

/** The sentences of one article behind a chart's mark, each linking to its words in the article. */
export async function Sentences({ id, wanted }: { id: string; wanted: Wanted }) {
  const found = await (await store()).article(id);
  if (!found) return null;
  const behind = sentencesBehind(codebook(), found, wanted);
  if (behind.length === 0) return null;
  const address = `/articles/${encodeURIComponent(id)}`;
  return (
    <ul className="quotes">
      {behind.slice(0, SHOWN).map(({ sentence, mark, whose }) => (
        <li key={sentence}>
          <a href={mark ? `${address}#mark-${mark}` : `${address}#text`}>{sentence}</a>{" "}
          <span className="interval">{whose}</span>
        </li>
      ))}
      {behind.length > SHOWN ? (
        <li>
          <a href={address}>{behind.length - SHOWN} more in the article</a>
        </li>
      ) : null}
    </ul>
  );
}
