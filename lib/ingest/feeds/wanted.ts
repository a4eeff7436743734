import type { Wanted } from "#lib/domain/feed.ts";
import type { FeedEntry, ReadFeed } from "./feed.ts";

/** A feed's text this long is the report itself, unless it breaks off. Words. */
const WHOLE = 200;
const BREAKS_OFF =
  /(\.\.\.|…|\[(…|\.\.\.|&hellip;)\]|continue reading|read (more|on|the full)|full (story|article))\W{0,20}$/i;
const TRACKING = /^(utm_\w+|fbclid|gclid|yclid|mc_[ce]id|at_(medium|campaign|link\w*|custom\d))$/i;

/** An address without fragment and tracking, so that one article has one key. */
export function addressKey(address: string): string {
  const url = new URL(address);
  url.hash = "";
  const tracking = Array.from(url.searchParams.keys()).filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/** Entries of a feed as articles to be had, once each; those with neither address nor words are left out. */
export function wantedOf(feed: ReadFeed, feedAddress: string, outlet: string | null): Wanted[] {
  const all = new Map<string, Wanted>();
  for (const entry of feed.entries) {
    const key = keyOf(entry, feedAddress);
    if (key === null || all.has(key)) continue;
    const { title, summary, content, author, publishedAt } = entry;
    const short = summary ?? content?.slice(0, 2000) ?? null;
    all.set(key, {
      key,
      url: entry.url === null ? null : addressKey(entry.url),
      ...(title === null ? {} : { title }),
      ...(short === null ? {} : { summary: short }),
      ...(content !== null && isWhole(content) ? { text: content } : {}),
      ...(author === null ? {} : { author }),
      ...(publishedAt === null ? {} : { publishedAt }),
      ...(feed.language === null ? {} : { language: feed.language }),
      ...(outlet === null ? {} : { outlet }),
    });
  }
  return [...all.values()];
}

function keyOf({ url, id, title, summary, content }: FeedEntry, feedAddress: string): string | null {
  if (url !== null) return addressKey(url);
  const words = `${title ?? ""} ${summary ?? content ?? ""}`.trim();
  return words === "" ? null : `${feedAddress}#${id ?? words.slice(0, 200)}`;
}

const isWhole = (text: string): boolean => text.split(/\s+/).length >= WHOLE && !BREAKS_OFF.test(text);
