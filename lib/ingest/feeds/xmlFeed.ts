import { parseFeed } from "@rowanmanning/feed-parser";
import { FeedProblem, MOST_ENTRIES, type FeedEntry, type ReadFeed } from "./feed.ts";
import { guardXml } from "./guardXml.ts";
import { plainLine, plainText } from "./plainText.ts";

type Parsed = ReturnType<typeof parseFeed>;
type Item = Parsed["items"][number];

/** RSS 0.9x to 2.0, RDF and Atom, ill-formed ones as far as they can be told. @throws FeedProblem */
export function readXmlFeed(source: string, address: string): ReadFeed {
  let feed: Parsed;
  try {
    feed = parsed(shortened(guardXml(source)));
  } catch (error) {
    if (error instanceof FeedProblem) throw error;
    if (/<html[\s>]/i.test(source.slice(0, 5000))) throw new FeedProblem("This is a web page, not a feed.");
    throw new FeedProblem("This is neither RSS, RDF, Atom nor JSON Feed, or it is too broken to be read.");
  }
  const quietly = <T>(read: () => T | null): T | null => {
    try {
      return read();
    } catch {
      return null;
    }
  };
  const site = quietly(() => feed.url);
  const base = resolved(site, address) ?? address;
  return {
    title: plainLine(quietly(() => feed.title)),
    site: resolved(site, address),
    language: quietly(() => feed.language)?.replace("_", "-") ?? null,
    entries: (quietly(() => feed.items) ?? []).slice(0, MOST_ENTRIES).map((item) => entryOf(item, base, quietly)),
  };
}

/** Some RDF and RSS feeds lack the channel their parser insists on, some break off; their entries are read all the same. */
function parsed(xml: string): Parsed {
  const root = /<((?:\w+:)?(?:rdf|rss|feed))\b[^>]*>/i.exec(xml);
  const whole = (root && brokenOff(xml, root[1] as string)) ?? xml;
  try {
    return parseFeed(whole);
  } catch (error) {
    if (!root || /<channel[\s>]/i.test(whole) || /feed$/i.test(root[1] as string)) throw error;
    const end = root.index + root[0].length;
    return parseFeed(`${whole.slice(0, end)}<channel></channel>${whole.slice(end)}`);
  }
}

/** A feed whose end did not arrive, cut behind its last whole entry and closed; null for one that is whole. */
function brokenOff(xml: string, root: string): string | null {
  if (new RegExp(`</${root}\\s*>`, "i").test(xml.slice(-2000))) return null;
  const last = [...xml.matchAll(/<\/(?:\w+:)?(?:item|entry)\s*>/gi)].at(-1);
  if (!last) return null;
  const cut = xml.slice(0, last.index + last[0].length);
  const inside = /<channel\b[^>]*[^/]>|<channel>/i.test(cut) && !/<\/channel\s*>/i.test(cut);
  return `${cut}${inside ? "</channel>" : ""}</${root}>`;
}

function entryOf(item: Item, base: string, quietly: <T>(read: () => T | null) => T | null): FeedEntry {
  const id = quietly(() => item.id);
  const content = quietly(() => item.content) ?? quietly(() => named(item, "body", "fullitem"));
  return {
    id,
    url: resolved(
      quietly(() => item.url),
      base,
    ),
    title: plainLine(quietly(() => ownOf(item, "title") ?? item.title)),
    publishedAt: quietly(() => dateOf(item)),
    author: plainLine(quietly(() => item.authors.find((each) => each.name)?.name ?? null)),
    summary: plainText(quietly(() => ownOf(item, "description") ?? item.description ?? named(item, "summary"))),
    content: plainText(content),
  };
}

/** Text of the first child with one of these names, whatever its namespace. */
function named(item: Item, ...names: string[]): string | null {
  for (const name of names) {
    const written = item.element.findElementWithName(name)?.textContentNormalized;
    if (written) return written;
  }
  return null;
}

/** Of several children with one name, the entry's own: <media:title> names a picture. Null where there is one at most. */
function ownOf(item: Item, name: string): string | null {
  const all = item.element.findElementsWithName(name);
  const own = all.find((each) => each.namespace === item.element.namespace);
  return all.length > 1 ? (own?.textContentNormalized ?? null) : null;
}

const DATES = ["pubdate", "published", "issued", "created", "date", "updated", "modified"];

/** The date as it stands in the feed: a Date would lose the publisher's own day. */
function dateOf(item: Item): string | null {
  for (const name of DATES) {
    const written = item.element.findElementWithName(name)?.textContentNormalized;
    if (written) return written;
  }
  return (item.published ?? item.updated)?.toISOString() ?? null;
}

function resolved(address: string | null, base: string): string | null {
  if (!address) return null;
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** The parser's work grows with the square of the entries, so that those behind the last one read are cut off. */
function shortened(xml: string): string {
  const ends = /<\/(?:\w+:)?(item|entry)\s*>/gi;
  let seen = 0;
  for (let end = ends.exec(xml); end !== null; end = ends.exec(xml)) {
    if (++seen < MOST_ENTRIES) continue;
    const tail = xml.slice(ends.lastIndex);
    const closing = [...tail.slice(-200).matchAll(/<\/(?!(?:\w+:)?(?:item|entry)\b)[\w:]+\s*>/gi)].map(([tag]) => tag);
    return xml.slice(0, ends.lastIndex) + closing.slice(-2).join("");
  }
  return xml;
}
