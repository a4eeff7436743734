import { openingWords } from "#lib/domain/openingWords.ts";
import { titleOf } from "#app/_ui/words.ts";
import { codebook } from "#app/_database.ts";
import { readerOf } from "#app/articles/[id]/load.ts";
import { ArticleFlags } from "#app/_ui/Badge.tsx";
import { KINDS } from "#app/_ui/marks.ts";
import { Kept } from "#app/_ui/Kept.tsx";
import { SideMark, sideLook } from "#app/_ui/SideMark.tsx";
import { VoicesStrip } from "#app/_ui/VoicesStrip.tsx";
import type { StoredArticle } from "#lib/store/contract.ts";
import { FramesSideBySide } from "./FramesSideBySide.tsx";
import { Naming } from "./Naming.tsx";
import { PairReader } from "./PairReader.tsx";
import { Quoted } from "./Quoted.tsx";
import { StanceSideBySide } from "./StanceSideBySide.tsx";

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
    const { article, coding } = stored;
    const { data, packed, text } = readerOf(stored, index === 0 ? "am" : "bm");
    return {
      id: article.id,
      name: article.outletName ?? (index === 0 ? "the left article" : "the right article"),
      packed,
      text: <Kept key={text} id={text} name={`text ${index}`} />,
      kinds: KINDS.filter((kind) => data.tags.some(([, , its]) => its === kind)),
      head: <Head stored={stored} />,
      strip: <VoicesStrip voices={coding.voices} of={index === 0 ? "the left article" : "the right article"} />,
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
