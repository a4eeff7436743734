import { describe, expect, it } from "vitest";
import { filterFromParams } from "#lib/chart/filters.ts";
import { sourcesOf } from "#lib/chart/sources.ts";
import type { ArticleCount } from "#lib/domain/coding.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";

const count = (articles: number, more: Partial<ArticleCount> = {}): ArticleCount => ({
  outlet: "Post",
  side: "western",
  subGroup: null,
  teaching: false,
  machineTranslated: false,
  language: "en",
  event: null,
  week: "2024-03-04",
  articles,
  ...more,
});
const summary: CorpusSummary = { articles: 0, sides: [], outlets: [], events: [], versions: [], undated: 0 };
const line = (counts: readonly ArticleCount[], query = ""): string =>
  sourcesOf([counts], summary, filterFromParams(new URLSearchParams(query)), (outlet) => outlet).text;

describe("the sources line of a chart", () => {
  it("says how many of its articles are wire copy, and nothing where none is", () => {
    expect(line([count(10)])).not.toContain("wire copy");
    expect(line([count(10, { wire: 3, copies: 2 }), count(4, { wire: 1 })])).toContain("14 articles from Post");
    expect(line([count(10, { wire: 3, copies: 2 }), count(4, { wire: 1 })])).toContain(", 4 of them wire copy. Text");
  });

  it("leaves out copies that are counted with another article", () => {
    expect(line([count(8, { wire: 3, copies: 2 })], "wire=once")).toContain(", 1 of them wire copy. Text");
    expect(line([count(8, { wire: 2, copies: 2 })], "wire=once")).not.toContain("wire copy");
  });
});
