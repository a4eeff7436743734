import { openingWords } from "#lib/domain/article.ts";
import { titleOf } from "#app/_ui/words.ts";
import { codebook } from "#app/_database.ts";
import { ArticleFlags } from "#app/_ui/Badge.tsx";
import { marksOf, type Mark } from "#app/_ui/marks.ts";
import { MarkedText } from "#app/_ui/MarkedText.tsx";
import { SideMark, sideLook } from "#app/_ui/SideMark.tsx";
import { VoicesStrip } from "#app/_ui/VoicesStrip.tsx";
import type { StoredArticle } from "#lib/store/contract.ts";
import { FramesSideBySide } from "./FramesSideBySide.tsx";
import { Naming } from "./Naming.tsx";
import { PairReader } from "./PairReader.tsx";
import { Quoted } from "./Quoted.tsx";
import { StanceSideBySide } from "./StanceSideBySide.tsx";

/** Marks of the left and right article never share an id. */
function marksFor(stored: StoredArticle, letter: "a" | "b"): Mark[] {
  return marksOf(codebook(), stored.coding).map((mark) => ({ ...mark, id: `${letter}${mark.id}` }));
}

function Head({ stored: { article } }: { stored: StoredArticle }) {
  return (
    <div className={`twin-head side-${sideLook(article.side).family}`}>
      <p className="twin-title">
        <a href={`/articles/${encodeURIComponent(article.id)}`}>{titleOf(article.title, openingWords(article.text))}</a>
      </p>
      <p className="facts">
        <SideMark side={article.side} />
        <span>{article.outletName ?? "outlet not known"}</span>
        <span>{article.date?.day ?? "undated"}</span>
        <ArticleFlags teaching={article.teaching} machineTranslated={article.machineTranslated.flag} />
      </p>
    </div>
  );
}

/** Two articles with their marks, and what sets them apart. */
export function Pair({ a, b }: { a: StoredArticle; b: StoredArticle }) {
  const book = codebook();
  const swapped = `/compare?a=${encodeURIComponent(b.article.id)}&b=${encodeURIComponent(a.article.id)}`;
  const event = a.article.event !== null && a.article.event === b.article.event;
  const sides = [a, b].map((stored, index) => {
    const marks = marksFor(stored, index === 0 ? "a" : "b");
    return {
      id: stored.article.id,
      name: stored.article.outletName ?? (index === 0 ? "the left article" : "the right article"),
      marks,
      head: <Head stored={stored} />,
      strip: <VoicesStrip voices={stored.coding.voices} heading={false} />,
      text: <MarkedText article={stored.article} marks={marks} voices={stored.coding.voices} />,
    };
  });
  return (
    <>
      <p className="facts no-print">
        <span>
          {event ? "Both tell the same event." : "Not of one stated event: what differs may be the events themselves."}
        </span>
        <a href={swapped}>Swap left and right</a>
        <a href="/compare">Choose two others</a>
      </p>
      <PairReader sides={sides} />
      <Naming codebook={book} a={a} b={b} />
      <Quoted a={a} b={b} />
      <StanceSideBySide codebook={book} a={a} b={b} />
      <FramesSideBySide codebook={book} a={a} b={b} />
    </>
  );
}
