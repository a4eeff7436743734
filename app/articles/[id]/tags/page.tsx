import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { codebook } from "#app/_database.ts";
import { load } from "#app/articles/[id]/load.ts";
import { marksOf } from "#app/_ui/marks.ts";
import { TagsTable } from "./TagsTable.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

export const metadata: Metadata = { title: "Every tag of an article" };

export default async function TagsPage({ params }: Props) {
  const found = await load((await params).id);
  if (!found) notFound();
  const { article, coding } = found;
  const book = codebook();
  const address = `/articles/${encodeURIComponent(article.id)}`;
  return (
    <>
      <p className="crumb">
        <a href={address}>{article.title || "Without a title"}</a>
      </p>
      <h1>Every tag with the words that earned it</h1>
      <TagsTable codebook={book} coding={coding} marks={marksOf(book, coding)} address={address} />
    </>
  );
}
