import { createContext, Script } from "node:vm";
import { paragraphsOf } from "./blockText.ts";
import { bodyOf } from "./body.ts";
import { bylineLine, bylineOf } from "./byline.ts";
import { meta } from "./metaTags.ts";
import type { ExtractedPage, PageProblem } from "./page.ts";
import { parsePage } from "./parsePage.ts";
import { problemOf, signsOf } from "./problems.ts";
import { publishedOf } from "./published.ts";
import { structuredArticle, structuredNodes } from "./structured.ts";
import { headings, titleOf } from "./title.ts";

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
    if (error instanceof RangeError) return empty("too large", "The page is larger or deeper than a report can be.");
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      return empty("too slow", `Reading the page took more than ${timeLimit / 1000} seconds, so it was given up.`);
    }
    return empty("not an article", "The page is too broken to be read.");
  }
  return state.page ?? empty("not an article", "The page is too broken to be read.");
}

/** One context for all pages: making one costs more than reading a small page. */
const watchdog = ((): { sandbox: { work: () => void }; context: object; script: Script } => {
  const sandbox = { work: (): void => undefined };
  return { sandbox, context: createContext(sandbox), script: new Script("work()") };
})();

const empty = (kind: PageProblem["kind"], sentence: string): ExtractedPage => ({
  title: null,
  byline: null,
  publishedAt: null,
  language: null,
  text: "",
  url: null,
  site: null,
  problem: { kind, sentence },
});

/** Everything a page shows, block by block: what extraction is measured against. */
export const wholePageText = (html: string): string => paragraphsOf(parsePage(html).document.body).join("\n\n");

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
  const title = titleOf(document, structured, site);
  const byline = bylineOf(document, structured, site);
  const publishedAt = publishedOf(document, structured, url);
  const language =
    structured?.language ??
    (document.documentElement.getAttribute("lang") || meta(document, "content-language", "og:locale"));
  const types = nodes.flatMap((node) => [node["@type"]].flat().map(String));
  const signs = signsOf({ document, structured, types, url, title });
  // 2. The text; this takes the document apart.
  const paragraphs = bodyOf(page, { title, byline, structured });
  const signed = byline === null ? bylineLine(paragraphs[0]) : null;
  if (signed !== null) paragraphs.shift();
  return {
    title,
    byline: byline ?? signed,
    publishedAt,
    language: language?.replace("_", "-") ?? null,
    text: paragraphs.join("\n\n"),
    url: absolute(canonical, given),
    site: site?.replace(/^@/, "") ?? null,
    problem: problemOf(signs, paragraphs),
  };
}

function absolute(href: string | null, base: string | null): string | null {
  try {
    const url = new URL(href ?? base ?? "", base ?? undefined);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : base;
  } catch {
    return base;
  }
}
