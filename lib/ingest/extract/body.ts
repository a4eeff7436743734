import { fold } from "#lib/ingest/normalize/fold.ts";
import { blocksOf, paragraphsOf, type Block } from "./blockText.ts";
import { containersOf, fillGaps } from "./fillGaps.ts";
import { withoutJunk } from "./junkLines.ts";
import { meta } from "./metaTags.ts";
import type { Page } from "./parsePage.ts";
import { preClean } from "./preClean.ts";
import { readContent } from "./readContent.ts";
import type { StructuredArticle } from "./structured.ts";
import { textUpTo } from "./textUpTo.ts";
import { headings } from "./title.ts";

interface Known {
  title: string | null;
  byline: string | null;
  structured: StructuredArticle | null;
}

/**
 * Paragraphs of the report. The page is cleaned and read; where that lost half of the page's running text, it is read
 * again as it came and the fuller result is kept, since cleaning by names takes some sites' whole column.
 */
export function bodyOf(page: Page, { title, byline, structured }: Known): string[] {
  const { document } = page;
  const standfirst = standfirstOf(document, title);
  const printed = [...headings(document), ...(title === null ? [] : [title])];
  ownReport(document, title);
  const running = runningWords(document);
  preClean(document);
  const all = document.body ? blocksOf(document.body) : [];
  const kinds = containersOf(all);
  const cleaned = fillGaps(blocksIn(readContent(document)), all, kinds);
  const lost = wordCount(cleaned) < 150 || wordCount(cleaned) * 2 < running;
  const original = lost ? blocksIn(readContent(ownReport(page.again(), title))) : [];
  const best = wordCount(cleaned) * 2 >= wordCount(original) || isConsent(original) ? cleaned : original;
  const kept = rescued(withoutJunk(best, printed, byline, aboveHeadline(all, printed)), structured);
  const whole = fold(kept.join(" "));
  return standfirst !== null && kept.length > 0 && !whole.includes(fold(standfirst)) ? [standfirst, ...kept] : kept;
}

/** A page that goes on with the next report as one scrolls: the reports under other headlines are taken out. */
function ownReport(document: Document, title: string | null): Document {
  const reports = [...document.querySelectorAll("article")].flatMap((report) => {
    const headline = report.querySelector("h1");
    return headline?.closest("article") === report ? [{ report, key: fold(paragraphsOf(headline).join(" ")) }] : [];
  });
  const key = fold(title ?? "");
  const own = reports.find((each) => each.key === key) ?? reports.find((each) => key.includes(each.key));
  if (!own || own.key === "") return document;
  for (const { report, key: other } of reports) {
    if (other !== own.key && !report.contains(own.report)) report.remove();
  }
  return document;
}

/** What stands above the printed headline: the paper's name, a section, a date. */
function aboveHeadline(blocks: readonly Block[], printed: readonly string[]): Set<string> {
  const keys = new Set(printed.map(fold));
  const at = blocks.findIndex(({ text }) => keys.has(fold(text)));
  return new Set(blocks.slice(0, Math.max(0, at)).map(({ text }) => text));
}

/** The sentence under the headline, when the page prints what it declares as its description. */
function standfirstOf(document: Document, title: string | null): string | null {
  const wanted = ["og:description", "description", "twitter:description"].flatMap((name) => {
    const said = fold(meta(document, name) ?? "");
    return said === "" || said === fold(title ?? "") ? [] : [said];
  });
  if (wanted.length === 0) return null;
  for (const node of document.querySelectorAll("h2, h3, p, div, span, header li, strong")) {
    if (node.childElementCount > 6) continue;
    const text = textUpTo(node, 5000)?.replace(/\s+/g, " ").trim() ?? "";
    if (text.length < 30 || text.length > 500 || node.querySelector("p, div, li")) continue;
    if (wanted.includes(fold(text))) return text;
  }
  return null;
}

/** Words in paragraphs of some length anywhere on the page. */
function runningWords(document: Document): number {
  let words = 0;
  for (const p of document.querySelectorAll("p")) {
    const text = p.textContent ?? "";
    if (text.length > 80) words += text.split(/\s+/).length;
  }
  return words;
}

/** A consent box may be longer than the report it covers. */
const isConsent = (blocks: readonly Block[]): boolean =>
  blocks.filter(({ text }) => /cookies?\b|\bconsent\b|\bprivacy\b|\bopt[- ]out\b/i.test(text)).length >
  blocks.length / 4;

const blocksIn = (content: Element | null): Block[] => (content ? blocksOf(content) : []);
const wordCount = (blocks: readonly (Block | string)[]): number =>
  blocks.reduce((n, b) => n + (typeof b === "string" ? b : b.text).split(" ").length, 0);

/** Structured data carries the whole body of some pages whose column could not be found. */
function rescued(paragraphs: string[], structured: StructuredArticle | null): string[] {
  const declared = (structured?.body ?? "")
    .replace(/<[^<>]{1,300}>/g, "\n")
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  if (declared.length === 0 || wordCount(paragraphs) * 2 >= wordCount(declared)) return paragraphs;
  const found = fold(paragraphs.join(" "));
  const missing = declared.some((line) => !found.includes(fold(line).slice(0, 60)));
  return missing ? declared : paragraphs;
}
