import { z } from "zod";
import { FeedProblem, MOST_ENTRIES, type FeedEntry, type ReadFeed } from "./feed.ts";
import { plainLine, plainText } from "./plainText.ts";

const text = z.string().nullish().catch(null);
const person = z.object({ name: text }).nullish().catch(null);
const people = z.array(person).nullish().catch(null);
const itemSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  date_published: text,
  date_modified: text,
  author: person,
  authors: people,
});
const schema = z.object({
  title: text,
  home_page_url: text,
  language: text,
  items: z.array(z.unknown()),
});

/** JSON Feed 1 and 1.1 (jsonfeed.org); entries that are none are left out. @throws FeedProblem */
export function readJsonFeed(source: string): ReadFeed {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw new FeedProblem("The feed is not whole JSON.");
  }
  const feed = schema.safeParse(value);
  if (!feed.success) throw new FeedProblem("This JSON is no JSON Feed: it has no list of items.");
  const { title, home_page_url: site, language, items } = feed.data;
  return {
    title: plainLine(title ?? null),
    site: site ?? null,
    language: language ?? null,
    entries: items.slice(0, MOST_ENTRIES).flatMap((item): FeedEntry[] => {
      const read = itemSchema.safeParse(item);
      return read.success ? [entryOf(read.data)] : [];
    }),
  };
}

function entryOf(item: z.infer<typeof itemSchema>): FeedEntry {
  const id = item.id === null || item.id === undefined ? null : String(item.id);
  return {
    id,
    url: item.url ?? item.external_url ?? (id !== null && /^https?:/i.test(id) ? id : null),
    title: plainLine(item.title ?? null),
    publishedAt: item.date_published ?? item.date_modified ?? null,
    author: item.authors?.find((each) => each?.name)?.name ?? item.author?.name ?? null,
    summary: plainText(item.summary ?? null),
    content: item.content_text?.trim() || plainText(item.content_html ?? null),
  };
}
