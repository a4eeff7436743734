import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { blockText } from "./blockText.ts";
import type { ExtractedPage } from "./page.ts";

/** Main content and metadata of a page; pure. `url` resolves nothing, it is only a clue. */
export function extractPage(html: string, url: string | null = null): ExtractedPage {
  const { document } = parseHTML(/<html\b/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const read = new Readability(document as unknown as Document, { serializer: (node) => node as Element }).parse();
  const body = (read?.content as unknown as Element | undefined) ?? document.body;
  return {
    title: read?.title ?? null,
    byline: read?.byline ?? null,
    publishedAt: read?.publishedTime ?? null,
    language: read?.lang ?? null,
    text: blockText(body as unknown as Element),
    url,
    site: read?.siteName ?? null,
    problem: null,
  };
}
