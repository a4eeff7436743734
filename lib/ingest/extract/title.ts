import { fold } from "#lib/ingest/normalize/fold.ts";
import { meta } from "./metaTags.ts";
import type { StructuredArticle } from "./structured.ts";

const SEPARATOR = /\s+(?:[|–—·•»«]|-{1,2}|::)\s+|\s*[|]\s*/;

/** Headlines a page offers in its <h1> elements, in order, without empty and repeated ones. */
export function headings(document: Document): string[] {
  const found = [...document.querySelectorAll("h1")].map((h) => tidy(h.textContent ?? "")).filter((t) => t.length > 2);
  return [...new Set(found)];
}

/**
 * The headline. An <h1> that the declared titles repeat or begin with; where a page declares another headline for
 * its report than it prints, the declared one (og:title, then JSON-LD); an <h1> no declared title knows before those.
 */
export function titleOf(document: Document, structured: StructuredArticle | null, site: string | null): string | null {
  const of = (title: string | null | undefined): string | null => (title == null ? null : tidy(decode(title)) || null);
  const open = of(meta(document, "og:title", "twitter:title"));
  const headline = of(structured?.headline);
  const tab = of(document.querySelector("title")?.textContent);
  const others = [headline, tab, of(meta(document, "dc.title", "parsely-title", "sailthru.title"))];
  const declared = [open, ...others].filter((title) => title !== null);
  const h1 = headings(document).filter((h) => fold(h).length >= 4 && (site === null || fold(h) !== fold(site)));
  const printed = h1.find((h) => open !== null && begins(open, h)) ?? null;
  if (printed !== null) return printed;
  const known = h1.find((h) => declared.some((title) => begins(title, h)));
  if (known !== undefined) return open === null ? known : withoutSite(open, site, declared);
  if (h1.length === 1 && (h1[0] as string).split(" ").length >= 4) return h1[0] as string;
  const best = declared[0];
  return best === undefined ? (h1[0] ?? null) : withoutSite(best, site, declared);
}

const begins = (title: string, heading: string): boolean => `${fold(title)} `.startsWith(`${fold(heading)} `);

/** "Headline | Paper" to "Headline": the last part goes when it names the site or another title lacks it. */
function withoutSite(title: string, site: string | null, declared: readonly string[]): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const last = parts.at(-1) as string;
  const head = title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•»«:-]+$/, "");
  const named = site !== null && (fold(last).includes(fold(site)) || fold(site).includes(fold(last)));
  const lacking = declared.some((other) => fold(other) === fold(head));
  const short = last.split(" ").length <= 4 && head.split(" ").length >= 4 && /[|]/.test(title.slice(head.length));
  return named || lacking || short ? withoutSite(head, site, []) : title;
}

export const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Titles that were escaped twice. */
const decode = (text: string): string =>
  text
    .replace(/&(?:#0*39|apos|#x27|rsquo|lsquo);/gi, "'")
    .replace(/&(?:quot|ldquo|rdquo);/gi, '"')
    .replace(/&nbsp;/gi, " ")
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&amp;/gi, "&")
    .replace(/<\/?(?:em|i|b|strong|span)\b[^<>]*>/gi, "");
