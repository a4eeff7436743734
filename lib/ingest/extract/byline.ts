import { fold } from "#lib/ingest/normalize/fold.ts";
import { paragraphsOf } from "./blockText.ts";
import { besideReport } from "./besideReport.ts";
import { meta, metaAll } from "./metaTags.ts";
import type { StructuredArticle } from "./structured.ts";
import { tidy } from "./title.ts";

/** Where pages put the names of their writers, the surest first. */
const PLACES = [
  "[itemprop=author] [itemprop=name]",
  "[itemprop=author]",
  "[rel=author]",
  "a[href*='/author/'], a[href*='/authors/'], a[href*='/journalist/'], a[href*='/profile/'], a[href*='/by/'], a[href*='/people/'], a[href*='/staff/'], a[href*='/editors/'], a[href*='/contributor']",
  "[class*=byline i] a, [class*=author-name i], [class*=authorname i], [class*=author__name i], [data-testid*=author i] a",
  "[class*=byline i], [class*=article-author i], [class*=post-author i], [class*=entry-author i], [id*=byline i]",
  "[class*=author i], [class*=writer i]",
];
const AT_MOST = 8;

/** Names of the writers, joined by ", "; null where the page names none but itself. */
export function bylineOf(document: Document, structured: StructuredArticle | null, site: string | null): string | null {
  const owners = [site, structured?.publisher ?? null].flatMap((name) => (name === null ? [] : [fold(name)]));
  const rights = fold(copyrightLine(document));
  const own = (name: string): boolean => owners.includes(fold(name)) || (rights !== "" && rights.includes(fold(name)));
  const sources: string[][] = [
    structured?.authors ?? [],
    metaAll(document, "author"),
    metaAll(document, "article:author"),
    [
      meta(
        document,
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "dcterms.creator",
        "cxenseparse:author",
        "article:author_name",
        "authors",
        "twitter:data1",
      ),
    ].filter((v) => v !== null),
  ];
  for (const source of sources) {
    const names = namesIn(source, own);
    if (names.length > 0) return names.join(", ");
  }
  for (const place of PLACES) {
    const nodes = [...document.querySelectorAll(place)].slice(0, 12);
    for (const first of nodes) {
      if (besideReport(first)) continue;
      // Writers stand together; further down the page the same class names other reports' writers.
      const near = nodes.filter(
        (node) => node === first || (node.parentNode === first.parentNode && !node.contains(first)),
      );
      const lines = near.flatMap((node) => paragraphsOf(node, true)).map((line) => line.slice(0, 300));
      const signed = lines.filter((line) => /^by\b/i.test(line));
      const names = namesIn(signed.length > 0 ? signed : lines, own);
      if (names.length > 0) return names.join(", ");
    }
  }
  const desk = sources.flat().map(tidy);
  return desk.find((name) => name !== "" && name.length < 60 && !own(name) && !/^https?:/.test(name)) ?? null;
}

/** A first paragraph that is only names, as older content systems print them; null where it is not. */
export function bylineLine(paragraph: string | undefined): string | null {
  if (paragraph === undefined || paragraph.length > 80 || /[.!?]$/.test(paragraph)) return null;
  const names = namesIn([paragraph], () => false);
  const allNames = names.join(" ").length >= paragraph.replace(/^by\s+/i, "").length * 0.85;
  return allNames && names.every((name) => /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{L}*\.?)* \p{Lu}\p{Ll}+$/u.test(name))
    ? names.join(", ") || null
    : null;
}

/** "© 2016 Owner" at the foot of a page: an owner given as author is no writer. */
function copyrightLine(document: Document): string {
  const foot = (document.body?.textContent ?? "").slice(-6000);
  return /(?:©|\bcopyright\b)[^\n]{0,120}/i.exec(foot)?.[0] ?? "";
}

/** "By A. Writer and B. Other, Staff reporters" to names; what is no name is left out. */
function namesIn(values: readonly string[], own: (name: string) => boolean): string[] {
  const names: string[] = [];
  for (const value of values) {
    const text = tidy(value)
      .replace(
        /^(?:(?:written|reported|posted|story|words|text|analysis|published)\s+)?(?:by|von|par|por|di|de)\b:?\s+/i,
        "",
      )
      .replace(/\s*[|•·]\s.*$/, "")
      .replace(/\s*\(?(?:https?:\/\/|@|[\w.]+@)\S*/g, "")
      .replace(/\s+(?:for|in|at)\s+(?:the\s+)?[\p{Lu}].*$/u, "")
      .replace(/(?:,\s*|\s+)(?:published|updated|posted|last updated)\b.*$/i, "");
    for (const part of text.split(/\s*(?:[,;/&]|\band\b|\bund\b|\bet\b|\by\b(?=\s\p{Lu}))\s*/u)) {
      const name = tidy(part)
        .replace(/^(?:and|by)\s+/i, "")
        .replace(ROLE, "");
      if (isName(name) && !own(name) && !names.some((n) => fold(n) === fold(name))) names.push(name);
    }
  }
  return names.slice(0, AT_MOST);
}

/** "Jane Roe Staff Writer" to "Jane Roe". */
const ROLE =
  /(?<=\S\s\S+)\s+(?:staff|senior|chief|deputy|political|foreign|special|contributing|associate|managing|news|editor|reporter|correspondent|columnist|contributor|writer|CEO|journalist|in \p{Lu}|contact|follow|illustration|photograph).*$/iu;

const NOT_NAMES =
  /\b(?:editor|reporter|correspondent|staff|desk|newsroom|writer|journalist|contributor|minutes?|read|share|follow|comments?|updated|published|january|february|march|april|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun|am|pm|est|gmt|bst|view|profile|more|author|admin|editorial|team|politics|business|senior|chief|bureau|click|here|news)\b/i;

function isName(text: string): boolean {
  const words = text.split(" ");
  return (
    text.length >= 4 &&
    text.length <= 50 &&
    words.length >= 2 &&
    words.length <= 6 &&
    !/\d|[?!:<>{}"=]/.test(text) &&
    !NOT_NAMES.test(text) &&
    /^\p{L}/u.test(text)
  );
}
