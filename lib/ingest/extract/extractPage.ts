import { createContext, Script } from "node:vm";
import { paragraphsOf } from "./blockText.ts";
import { bodyOf } from "./body.ts";
import { bylineOf } from "./byline.ts";
import { bylineLine } from "./bylineNames.ts";
import { meta } from "./metaTags.ts";
import type { ExtractedPage, PageProblem } from "./page.ts";
import { parsePage } from "./parsePage.ts";
import { problemOf, signsOf } from "./problems.ts";
import { publishedOf } from "./published.ts";
import { stateText } from "./stateText.ts";
import { structuredArticle, structuredNodes, type StructuredArticle } from "./structured.ts";
import { headings, titleOf } from "./title.ts";

/** Less than this shown is no report. Characters. */
const HARDLY_ANY = 200;

/** No page may hold a core longer. Milliseconds. */
export const TIME_LIMIT = 5000;

/**
 * Main text and metadata of a page, by its content alone; nothing is fetched. `url` is a clue and may be null.
 * Always returns within TIME_LIMIT: what is too large or too slow comes back empty with a problem.
 */
export function extractPage(html: string, url: string | null = null, timeLimit = TIME_LIMIT): ExtractedPage {
  const state: { page: ExtractedPage | null } = { page: null };
  try {
    // The engine's own watchdog ends synchronous work, which no timer could.
    watchdog.sandbox.work = () => void (state.page = readPage(html, url));
    watchdog.script.runInContext(watchdog.context, { timeout: timeLimit });
  } catch (error) {
    if (error instanceof RangeError) return noPage("too large", "The page is larger or deeper than a report can be.");
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      return noPage("too slow", `Reading the page took more than ${timeLimit / 1000} seconds, so it was given up.`);
    }
    return noPage("not an article", "The page is too broken to be read.");
  }
  return state.page ?? noPage("not an article", "The page is too broken to be read.");
}

/** One context for all pages: making one costs more than reading a small page. */
const watchdog = ((): { sandbox: { work: () => void }; context: object; script: Script } => {
  const sandbox = { work: (): void => undefined };
  return { sandbox, context: createContext(sandbox), script: new Script("work()") };
})();

/** A page that could not be read, with the reason. */
export const noPage = (kind: PageProblem["kind"], sentence: string): ExtractedPage => ({
  title: null,
  byline: null,
  publishedAt: null,
  language: null,
  text: "",
  url: null,
  site: null,
  problem: { kind, sentence },
});

/**
 * What taking no trouble gives, which extraction is measured against: everything the page shows, the tab's title, the
 * first declared author and date. Nothing where the page is too large.
 */
export function untouched(html: string): Pick<ExtractedPage, "title" | "byline" | "publishedAt" | "text"> {
  try {
    const { document } = parsePage(html);
    return {
      title: document.querySelector("title")?.textContent ?? null,
      byline: meta(document, "author"),
      publishedAt: meta(document, "article:published_time", "date"),
      text: paragraphsOf(document.body).join("\n\n"),
    };
  } catch (error) {
    if (error instanceof RangeError) return { title: null, byline: null, publishedAt: null, text: "" };
    throw error;
  }
}

function readPage(html: string, given: string | null): ExtractedPage {
  const page = parsePage(html);
  const { document } = page;
  // 1. What the page declares.
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? meta(document, "og:url");
  const url = given ?? canonical ?? null;
  const nodes = structuredNodes(document);
  const ogTitle = meta(document, "og:title");
  const structured = structuredArticle(nodes, {
    url,
    headlines: [...headings(document), ...(ogTitle === null ? [] : [ogTitle])],
  });
  const site = meta(document, "og:site_name", "application-name", "twitter:site") ?? structured?.publisher ?? null;
  const owners = ownersOf(document, structured, url);
  const title = titleOf(document, structured, owners);
  const byline = bylineOf(document, structured, owners, title);
  const publishedAt = publishedOf(document, structured, url);
  const language =
    structured?.language ??
    (document.documentElement.getAttribute("lang") || meta(document, "content-language", "og:locale"));
  const types = nodes.flatMap((node) => [node["@type"]].flat().map(String));
  const signs = signsOf({ document, structured, types, url, title });
  // 2. The text; this takes the document apart.
  const printed = [...headings(document), ...(title === null ? [] : [title])];
  const shown = bodyOf(page, { title, byline: byline.names, structured });
  // What a page keeps behind a wall is not taken out of its data.
  const sent = !signs.walled && shown.join(" ").length < HARDLY_ANY ? stateText(html, printed) : [];
  const paragraphs = sent.length > 0 ? sent : shown;
  const at = byline.people ? -1 : paragraphs.slice(0, 3).findIndex((paragraph) => bylineLine(paragraph) !== null);
  const signed = bylineLine(paragraphs[at]);
  if (signed !== null) paragraphs.splice(at, 1);
  return {
    title,
    byline: signed ?? byline.names,
    publishedAt,
    language: language?.replace("_", "-") ?? null,
    text: paragraphs.join("\n\n"),
    url: absolute(canonical, given),
    site: site?.replace(/^@/, "") ?? null,
    problem: problemOf(signs, paragraphs),
  };
}

/** What the publication calls itself, its host among them: no headline and no writer. */
function ownersOf(document: Document, structured: StructuredArticle | null, url: string | null): string[] {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? "")?.[1];
  const names = [
    meta(document, "og:site_name"),
    meta(document, "application-name"),
    meta(document, "twitter:site"),
    structured?.publisher,
    host,
  ];
  return names
    .filter((name) => name != null && name.trim().length > 1)
    .map((name) => (name as string).replace(/^@/, ""));
}

function absolute(href: string | null, base: string | null): string | null {
  try {
    const url = new URL(href ?? base ?? "", base ?? undefined);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : base;
  } catch {
    return base;
  }
}
