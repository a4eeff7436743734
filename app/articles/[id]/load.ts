import "server-only";
import { cache } from "react";
import { remembering } from "#app/_charts/remembered.ts";
import { codebook, store } from "#app/_database.ts";
import { keep } from "#app/_ui/kept.ts";
import { markedText } from "#app/_ui/markedText.ts";
import { marksOf } from "#app/_ui/marks.ts";
import { packReader, unpackMarks, type ReaderData } from "#app/_ui/readerData.ts";
import type { StoredArticle } from "#lib/store/contract.ts";

/** A class reads a few articles at a time; a long one takes some megabytes with all its tags. */
const remembered = remembering("articles", 32);

/** An article by its id, from memory as long as nothing was written; null where there is none. */
export function storedArticle(id: string): Promise<StoredArticle | null> {
  return remembered(id, async () => (await store()).article(id));
}

/** The article of an address, read once a request; null where there is none. */
export const load = cache((id: string) => storedArticle(decodeURIComponent(id)));

const PACKED = new WeakMap<StoredArticle, Map<string, { data: ReaderData; packed: string }>>();

/** What the reader of an article works on, and the id under which its marked text is kept. */
export function readerOf(stored: StoredArticle, letter: string): { data: ReaderData; packed: string; text: string } {
  const { article, coding } = stored;
  const known = PACKED.get(stored) ?? new Map<string, { data: ReaderData; packed: string }>();
  PACKED.set(stored, known);
  let made = known.get(letter);
  if (!made) {
    const data = packReader(article, marksOf(codebook(), coding), coding.voices, letter);
    made = { data, packed: JSON.stringify(data) };
    known.set(letter, made);
  }
  const { data, packed } = made;
  return { data, packed, text: keep(stored, `text ${letter}`, () => markedText(data, unpackMarks(data))) };
}
