import type { Article } from "#lib/domain/article.ts";
import type { Span } from "#lib/domain/span.ts";
import type { Gazetteer, Mention } from "./actors.ts";
import type { Readable } from "./phrases.ts";
import { parseText } from "./parse.ts";
import type { Words } from "./words.ts";

export interface Sentence {
  /** Position in the article, title first. */
  index: number;
  start: number;
  end: number;
  /** Word range [fromWord, toWord) in the field's words. */
  fromWord: number;
  toWord: number;
  paragraph: number;
  /** Headline, the first two sentences of the body, or neither. */
  place: "title" | "lead" | "body";
}

/** Title or body, read: words, sentences, actors. */
export interface Field extends Readable {
  in: Span["in"];
  text: string;
  words: Words;
  /** Universal part of speech of each word ("NOUN", "VERB" …), as wink tags it. */
  pos: string[];
  sentences: Sentence[];
  mentions: Mention[];
  mentionAt: (word: number) => Mention | undefined;
}

/** Reads title and body into words, sentences and actor mentions. */
export function readArticle(article: Pick<Article, "title" | "text">, gazetteer: Gazetteer): Field[] {
  const fields: Field[] = [];
  if (article.title.trim() !== "") fields.push(readField("title", article.title, 0, gazetteer));
  fields.push(readField("text", article.text, fields[0]?.sentences.length ?? 0, gazetteer));
  return fields;
}

function readField(name: Span["in"], text: string, firstIndex: number, gazetteer: Gazetteer): Field {
  const { words, pos, paragraphs } = parseText(text);
  const sentences: Sentence[] = [];
  let word = 0;
  paragraphs.forEach((paragraph, p) => {
    const ranges = name === "title" ? [paragraph] : paragraph.sentences;
    for (const { start, end } of ranges) {
      while (word < words.start.length && words.start[word]! < start) word++;
      const fromWord = word;
      while (word < words.start.length && words.start[word]! < end) word++;
      const place = name === "title" ? "title" : sentences.length < 2 ? "lead" : "body";
      sentences.push({ index: firstIndex + sentences.length, start, end, fromWord, toWord: word, paragraph: p, place });
    }
  });
  const mentions = gazetteer.find(text, words);
  return {
    in: name,
    text,
    words,
    pos,
    sentences,
    mentions,
    norm: words.norm,
    mentionAt: mentionsAt(words, mentions),
  };
}

/** The mention that begins at a word. */
export function mentionsAt(words: Words, mentions: readonly Mention[]): Field["mentionAt"] {
  const at = new Int32Array(words.norm.length);
  for (let i = 0; i < mentions.length; i++) at[mentions[i]!.fromWord] = i + 1;
  return (word) => {
    const place = at[word];
    return place === undefined || place === 0 ? undefined : mentions[place - 1];
  };
}
