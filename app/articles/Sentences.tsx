import { codebook, store } from "#app/_database.ts";
import { marksOf, type Mark } from "#app/_ui/marks.ts";
import type { Wanted } from "./filter.ts";

const SHOWN = 3;

function fits(mark: Mark, wanted: Wanted): boolean {
  const key = `${wanted.measure}:${wanted.target}`;
  return (mark.tag === key || mark.tag.startsWith(`${key}:`)) && (wanted.voice === "all" || mark.voiceKey === "own");
}

/** The sentences of one article behind a chart's dot, each linking to its words in the article. */
export async function Sentences({ id, wanted }: { id: string; wanted: Wanted }) {
  const found = await (await store()).article(id);
  if (!found) return null;
  const { article, coding } = found;
  const marks = marksOf(codebook(), coding).filter((mark) => fits(mark, wanted));
  if (marks.length === 0) return null;
  const sentenceOf = (mark: Mark): string => {
    const span = coding.sentences.find(
      (each) => each.in === mark.span.in && each.start <= mark.span.start && each.end >= mark.span.end,
    );
    return span ? article[span.in].slice(span.start, span.end) : mark.exact;
  };
  const once = [...new Map(marks.map((mark) => [sentenceOf(mark), mark])).entries()];
  return (
    <ul className="quotes">
      {once.slice(0, SHOWN).map(([sentence, mark]) => (
        <li key={mark.id}>
          <a href={`/articles/${encodeURIComponent(id)}#mark-${mark.id}`}>{sentence}</a>{" "}
          <span className="interval">{mark.whose}</span>
        </li>
      ))}
      {once.length > SHOWN ? <li>{once.length - SHOWN} more in the article</li> : null}
    </ul>
  );
}
