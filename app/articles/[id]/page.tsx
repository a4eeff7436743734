import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { codebook } from "#app/_database.ts";
import { Kept } from "#app/_ui/Kept.tsx";
import { VoicesStrip, voiceWords } from "#app/_ui/VoicesStrip.tsx";
import { intendedSchema } from "#lib/domain/intended.ts";
import { Correct } from "./Correct.tsx";
import { FramesAndRoles } from "./FramesAndRoles.tsx";
import { load, readerOf } from "./load.ts";
import { Head } from "./Head.tsx";
import { IntendedCodes } from "./IntendedCodes.tsx";
import { Reader } from "./Reader.tsx";
import { SameEvent } from "./SameEvent.tsx";
import { SameText } from "./SameText.tsx";
import { StanceTable } from "./StanceTable.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id))?.article.title || "Article without a title" };
}

export default async function ArticlePage({ params }: Props) {
  const found = await load((await params).id);
  if (!found) notFound();
  const { article, coding } = found;
  const book = codebook();
  const reader = readerOf(found, "m");
  const parsed = intendedSchema.safeParse(article.intended);
  const intended = parsed.success ? parsed.data : null;
  return (
    <>
      <Head article={article} />
      <VoicesStrip voices={coding.voices} />
      <h2 id="text">The text</h2>
      <Reader
        packed={reader.packed}
        text={<Kept key={reader.text} id={reader.text} name="text" />}
        voices={voiceWords(coding.voices).map((each) => each.key)}
      />
      <StanceTable codebook={book} coding={coding} intended={intended} />
      <FramesAndRoles codebook={book} coding={coding} />
      {intended ? <IntendedCodes codebook={book} coding={coding} intended={intended} /> : null}
      <SameText article={article} />
      <SameEvent article={article} />
      <p className="no-print">
        <a href={`/articles/${encodeURIComponent(article.id)}/tags`}>
          Every tag with the words that earned it ({coding.tags.length})
        </a>
      </p>
      <Correct stored={found} />
    </>
  );
}
