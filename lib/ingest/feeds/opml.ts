import { parseHTML } from "linkedom";
import { FeedProblem } from "./feed.ts";
import { guardXml } from "./guardXml.ts";

export interface OutlineFeed {
  address: string;
  title: string | null;
}

/** The feeds of a subscription list (OPML 1 and 2), once each, in its order. @throws FeedProblem */
export function readOpml(text: string): OutlineFeed[] {
  const xml = guardXml(text.replace(/^\uFEFF/, ""));
  if (!/<opml[\s>]/i.test(xml)) throw new FeedProblem("This is no OPML: it has no <opml> element.");
  const { document } = parseHTML(`<html><body>${xml.replace(/^<\?xml[^>]*\?>/i, "")}</body></html>`);
  const feeds = new Map<string, OutlineFeed>();
  for (const outline of document.querySelectorAll("outline")) {
    const attribute = (name: string): string | null => {
      const found = [...outline.attributes].find((each) => each.name.toLowerCase() === name);
      return found?.value.trim() || null;
    };
    const address = attribute("xmlurl");
    if (address === null || !/^https?:\/\//i.test(address) || feeds.has(address)) continue;
    feeds.set(address, { address, title: attribute("title") ?? attribute("text") });
  }
  return [...feeds.values()];
}

/** A subscription list other readers take in (OPML 2.0). */
export function writeOpml(feeds: readonly OutlineFeed[]): string {
  const rows = feeds.map(
    ({ address, title }) =>
      `    <outline type="rss" text="${escaped(title ?? address)}" xmlUrl="${escaped(address)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head><title>Feeds followed with Parallax</title></head>",
    "  <body>",
    ...rows,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

const REFERENCES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  text.replace(/[\p{Cc}]+/gu, " ").replace(/[&<>"]/g, (found) => REFERENCES[found] ?? found);
