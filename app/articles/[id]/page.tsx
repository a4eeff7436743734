import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { codebook, store } from "#app/_database.ts";
import { ArticleFlags } from "#app/_ui/Badge.tsx";
import { marksOf } from "#app/_ui/marks.ts";
import { MarkedText } from "#app/_ui/MarkedText.tsx";
import { SideMark } from "#app/_ui/SideMark.tsx";
import { eventLabel } from "#app/_ui/words.ts";
import { Reader } from "./Reader.tsx";
import { TagsTable } from "./TagsTable.tsx";
import { VoicesStrip, voiceWords } from "./VoicesStrip.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => (await store()).article(decodeURIComponent(id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id))?.article.title || "Article" };
}

export default async function ArticlePage({ params }: Props) {
  const found = await load((await params).id);
  if (!found) notFound();
  const { article, coding } = found;
  const marks = marksOf(codebook(), coding);
  return (
    <>
      <h1>{article.title || "Without a title"}</h1>
      <p className="facts">
        <SideMark side={article.side} />
        <span>{article.outletName ?? "outlet not known"}</span>
        <span>
          {article.date
            ? `${article.date.day}${article.date.from === "given" ? "" : ` (from the ${article.date.from})`}`
            : "undated"}
        </span>
        {article.event ? <span>{eventLabel(article.event)}</span> : null}
        {article.author ? <span>{article.author}</span> : null}
        <ArticleFlags teaching={article.teaching} machineTranslated={article.machineTranslated.flag} />
      </p>
      <p className="facts">Side: {article.sideReason}</p>
      {article.machineTranslated.flag ? (
        <p className="facts">Taken for machine-translated: {article.machineTranslated.reasons.join("; ")}.</p>
      ) : null}
      {article.assumed.length > 0 ? (
        <p className="facts">Nobody stated, so assumed: {article.assumed.join(", ")}.</p>
      ) : null}
      {article.url && /^https?:\/\//.test(article.url) ? (
        <p className="facts">
          <a href={article.url} rel="noreferrer external">
            Where it was published
          </a>
        </p>
      ) : null}
      <VoicesStrip voices={coding.voices} />
      <h2>The text</h2>
      <Reader marks={marks} voices={voiceWords(coding.voices).map((each) => each.key)}>
        <MarkedText article={article} marks={marks} voices={coding.voices} />
      </Reader>
      <TagsTable codebook={codebook()} coding={coding} marks={marks} />
    </>
  );
}
