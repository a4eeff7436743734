import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { codebook, store } from "#app/_database.ts";
import { marksOf } from "#app/_ui/marks.ts";
import { MarkedText } from "#app/_ui/MarkedText.tsx";
import { VoicesStrip, voiceWords } from "#app/_ui/VoicesStrip.tsx";
import { intendedSchema } from "#lib/domain/intended.ts";
import { Correct } from "./Correct.tsx";
import { FramesAndRoles } from "./FramesAndRoles.tsx";
import { Head } from "./Head.tsx";
import { IntendedCodes } from "./IntendedCodes.tsx";
import { Reader } from "./Reader.tsx";
import { SameEvent } from "./SameEvent.tsx";
import { StanceTable } from "./StanceTable.tsx";
import { TagsTable } from "./TagsTable.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => (await store()).article(decodeURIComponent(id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id))?.article.title || "Article without a title" };
}

export default async function ArticlePage({ params }: Props) {
  const found = await load((await params).id);
  if (!found) notFound();
  const { article, coding } = found;
  const book = codebook();
  const marks = marksOf(book, coding);
  const parsed = intendedSchema.safeParse(article.intended);
  const intended = parsed.success ? parsed.data : null;
  return (
    <>
      <Head article={article} />
      <VoicesStrip voices={coding.voices} />
      <h2 id="text">The text</h2>
      <Reader marks={marks} voices={voiceWords(coding.voices).map((each) => each.key)}>
        <MarkedText article={article} marks={marks} voices={coding.voices} />
      </Reader>
      <StanceTable codebook={book} coding={coding} intended={intended} />
      <FramesAndRoles codebook={book} coding={coding} />
      {intended ? <IntendedCodes codebook={book} coding={coding} intended={intended} /> : null}
      <SameEvent article={article} />
      <TagsTable codebook={book} coding={coding} marks={marks} />
      <Correct stored={found} />
    </>
  );
}
