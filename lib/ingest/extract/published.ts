import { parse as parseDates } from "chrono-node";
import { dayInAddress, dayOf } from "#lib/ingest/normalize/dates.ts";
import { besideReport } from "./besideReport.ts";
import { blocksOf } from "./blockText.ts";
import { meta } from "./metaTags.ts";
import type { StructuredArticle } from "./structured.ts";
import { tidy } from "./title.ts";

/** Names under which pages declare when they were published. */
const NAMES = [
  "article:published_time",
  "og:published_time",
  "datepublished",
  "article:published",
  "og:article:published_time",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.created",
  "dcterms.issued",
  "dc.date",
  "dcterms.date",
  "cxenseparse:recs:publishtime",
  "publish-date",
  "publish_date",
  "publication_date",
  "publicationdate",
  "published_time",
  "pubdate",
  "pub_date",
  "ptime",
  "date",
  "date_published",
  "rnews:datepublished",
  "displaydate",
  "originalpublicationdate",
  "article.published",
  "published-date",
  "release_date",
  "article:post_date",
];

/** ISO 8601 as the publisher has it: own offset kept, time left out where none is told; null when unknown. */
export function publishedOf(
  document: Document,
  structured: StructuredArticle | null,
  url: string | null,
): string | null {
  const declared = [structured?.published ?? null, ...NAMES.map((name) => meta(document, name))];
  for (const value of declared) {
    const iso = value === null ? null : isoOf(value);
    if (iso !== null) return iso;
  }
  const time = timeElement(document);
  if (time !== null) return time;
  const address = url === null ? null : dayInAddress(url);
  return address ?? dateInDom(document);
}

function timeElement(document: Document): string | null {
  const times = [
    ...document.querySelectorAll("[itemprop=datePublished], time[pubdate], time[datetime], abbr.published[title]"),
  ].filter((node) => !node.closest("nav, footer, aside, [class*=comment i], [class*=related i]"));
  times.sort((a, b) => rank(b) - rank(a));
  for (const node of times) {
    const stated =
      node.getAttribute("content") ?? node.getAttribute("datetime") ?? node.getAttribute("title") ?? node.textContent;
    const iso = isoOf(stated ?? "");
    if (iso !== null) return iso;
  }
  return null;
}

const rank = (node: Element): number =>
  node.getAttribute("itemprop") === "datePublished" || node.hasAttribute("pubdate")
    ? 2
    : /publish|posted|entry-date|created/i.test(node.getAttribute("class") ?? "")
      ? 1
      : 0;

/** A written-out date in an element that is named for one, or just around the headline. */
function dateInDom(document: Document): string | null {
  const named = document.querySelectorAll(
    "[class*=publish i], [class*=date i], [class*=posted i], [class*=timestamp i], [class*=byline i], [id*=date i], [class*=time i], [class*=meta i]",
  );
  for (const node of [...named].slice(0, 60)) {
    if (besideReport(node)) continue;
    const text = tidy(node.textContent ?? "");
    if (text.length < 6 || text.length > 200 || !/\b(?:19|20)\d{2}\b/.test(text)) continue;
    const iso = isoOf(text);
    if (iso !== null) return iso;
  }
  return dateBesideHeadline(document);
}

/** Lines looked at on each side of the headline, and how long they may be: a date stands alone or with a name. */
const AROUND = { before: 3, after: 6, characters: 120 };

function dateBesideHeadline(document: Document): string | null {
  const h1 = document.querySelector("h1");
  if (!h1 || !document.body) return null;
  const blocks = blocksOf(document.body);
  const at = blocks.findIndex(({ element }) => element !== null && (element === h1 || h1.contains(element)));
  if (at < 0) return null;
  const after = blocks.slice(at + 1, at + 1 + AROUND.after);
  for (const { text } of [...after, ...blocks.slice(Math.max(0, at - AROUND.before), at).toReversed()]) {
    const dated = text.length <= AROUND.characters && /\b(?:19|20)\d{2}\b/.test(text) && !/[a-z][.!?]$/.test(text);
    const iso = dated ? isoOf(text) : null;
    if (iso !== null) return iso;
  }
  return null;
}

/** Any way of writing a moment to ISO 8601; the offset stays what it was. */
export function isoOf(value: string): string | null {
  const text = tidy(value);
  if (text === "") return null;
  const iso =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/.exec(
      text,
    );
  if (iso) {
    if (dayOf(iso[1] as string) === null) return null;
    return iso[2] === undefined ? (iso[1] as string) : `${iso[1]}T${iso[2]}${offsetOf(iso[3])}`;
  }
  const found = parseDates(text.slice(0, 1500), { instant: new Date(0), timezone: 0 }).find(
    ({ start }) => start.isCertain("day") && start.isCertain("month") && start.isCertain("year"),
  );
  if (!found) return dayOf(text)?.day ?? null;
  const { start } = found;
  const day = dayOf(`${start.get("year")}-${two(start.get("month"))}-${two(start.get("day"))}`)?.day ?? null;
  if (day === null || !start.isCertain("hour")) return day;
  const offset = start.isCertain("timezoneOffset") ? minutes(start.get("timezoneOffset") ?? 0) : "";
  return `${day}T${two(start.get("hour"))}:${two(start.get("minute"))}${offset}`;
}

const two = (n: number | null): string => String(n ?? 0).padStart(2, "0");
const minutes = (m: number): string =>
  m === 0 ? "Z" : `${m < 0 ? "-" : "+"}${two(Math.floor(Math.abs(m) / 60))}:${two(Math.abs(m) % 60)}`;

function offsetOf(stated: string | undefined): string {
  if (stated === undefined) return "";
  if (/^(?:Z|UTC|GMT)$/.test(stated)) return "Z";
  const digits = stated.replace(":", "");
  return `${digits.slice(0, 3)}:${digits.slice(3) || "00"}`;
}
