import type { Article } from "#lib/domain/article.ts";

/** An article with sensible values for everything a test does not care about. */
export function anArticle(more: Partial<Article> = {}): Article {
  const text = more.text ?? "Moscow said the strike was a response. Kyiv rejected that on Monday.";
  return {
    id: "a1",
    title: "Strike answered",
    text,
    raw: text,
    offsetMap: [[0, 0]],
    removed: [],
    outletId: null,
    outletName: "Test Post",
    side: "western",
    sideReason: "Stated by the test.",
    subGroup: null,
    date: { day: "2024-03-06", confidence: 1, from: "given" },
    author: null,
    event: "strike",
    url: null,
    language: "en",
    machineTranslated: { flag: false, reasons: [] },
    teaching: false,
    assumed: [],
    intended: null,
    ...more,
  };
}
