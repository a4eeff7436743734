import { parseHTML } from "linkedom";

const FEED_TYPE = /^(application\/(rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)|text\/xml|application\/xml)\b/i;

/** Longest head looked at. Characters. */
const MOST = 300_000;

/** Addresses of the feeds a page names in its head, in its order; comment feeds last. */
export function feedsOfPage(html: string, address: string): string[] {
  const end = html.search(/<\/head\s*>|<body[\s>]/i);
  const head = html.slice(0, Math.min(end < 0 ? MOST : end, MOST));
  const { document } = parseHTML(
    `<html><head>${head.replace(/<\/?(html|head)\b[^>]*>|<!doctype[^>]*>/gi, "")}</head></html>`,
  );
  const named = [...document.querySelectorAll("link[rel~=alternate][href]")]
    .filter((link) => FEED_TYPE.test(link.getAttribute("type") ?? ""))
    .map((link) => ({ href: link.getAttribute("href") ?? "", title: link.getAttribute("title") ?? "" }))
    .filter(({ href }) => URL.canParse(href, address))
    .map(({ href, title }) => ({ url: new URL(href, address).href, comments: /comment/i.test(`${title} ${href}`) }));
  return [...new Set(named.toSorted((a, b) => Number(a.comments) - Number(b.comments)).map(({ url }) => url))];
}
