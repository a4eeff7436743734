import { fold } from "#lib/ingest/normalize/fold.ts";
import { paragraphsOf } from "./blockText.ts";
import { meta } from "./metaTags.ts";
import type { StructuredArticle } from "./structured.ts";
import { bestTitle } from "./titleVote.ts";
import { withoutSite } from "./titleSite.ts";

/** Headlines a page offers in its <h1> elements, in order, without empty and repeated ones. */
export function headings(document: Document): string[] {
  const found = [...document.querySelectorAll("h1")]
    .slice(0, 40)
    .map((h) => tidy(paragraphsOf(h).join(" ")))
    .filter((t) => t.length > 2);
  return [...new Set(found)];
}

/** The page's headline: what most of the places agree on that a page names its headline in. */
export function titleOf(
  document: Document,
  structured: StructuredArticle | null,
  names: readonly string[],
): string | null {
  const clean = (title: string | null | undefined): string | null =>
    title == null ? null : withoutSite(tidy(decode(title)), names) || null;
  const site = new Set(names.map(fold));
  return bestTitle({
    printed: headings(document).filter((h) => fold(h).length >= 2 && !site.has(fold(h))),
    open: clean(meta(document, "og:title")),
    card: clean(meta(document, "twitter:title")),
    structured: clean(structured?.headline),
    tab: clean(document.querySelector("title")?.textContent),
    other: clean(meta(document, "dc.title", "parsely-title", "sailthru.title", "headline")),
  });
}

/** One line; soft hyphens and characters without width go. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Titles that were escaped twice. */
export const decode = (text: string): string =>
  text
    .replace(/&(?:#0*39|apos|#x27|rsquo|lsquo);/gi, "'")
    .replace(/&(?:quot|ldquo|rdquo);/gi, '"')
    .replace(/&nbsp;/gi, " ")
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([\da-f]{2,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&amp;/gi, "&")
    .replace(/<\/?(?:em|i|b|strong|span|br)\b[^<>]*>/gi, "");
