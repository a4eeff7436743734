import { describe, expect, it } from "vitest";
import { articleFilter, pageHref, wantedFrom, withChoice } from "#app/articles/filter.ts";

const read = (query: string) => articleFilter(new URLSearchParams(query));

describe("the address of the article list", () => {
  it("reads a chart's group as side and kind, or as outlets", () => {
    expect(read("group=western.private")).toMatchObject({ side: "western", subGroup: "private" });
    expect(read("group=outlets:rt|tass").outlets).toEqual(["rt", "tass"]);
    expect(read("group=rest").side).toBeUndefined();
  });

  it("reads a month as its days", () => {
    expect(read("month=2024-02")).toMatchObject({ from: "2024-02-01", to: "2024-02-29" });
  });

  it("leaves out what cannot be read", () => {
    const filter = read("side=nowhere&from=yesterday&month=2024-13&page=-3&sort=best&import=x&measure=mood&target=a");
    expect(filter).toEqual({ sort: "newest", limit: 20, offset: 0 });
  });

  it("asks a stance for the articles that discuss its target", () => {
    expect(read("measure=stance&target=russia&voice=own").withMeasure).toEqual({
      measure: "stance_level",
      target: "russia:discussed",
      voice: "own",
    });
    expect(wantedFrom(new URLSearchParams("measure=stance&target=russia"))?.voice).toBe("all");
  });

  it("sorts a search by its best match unless told otherwise", () => {
    expect(read("search=troops").sort).toBe("relevance");
    expect(read("search=troops&sort=oldest").sort).toBe("oldest");
  });

  it("keeps every other choice when one changes, and starts at the first page again", () => {
    const params = new URLSearchParams("side=western&outlet=rt&page=4");
    expect(withChoice(params, "outlet", "tass")).toBe("/articles?side=western&outlet=tass");
    expect(withChoice(new URLSearchParams("side=western"), "side", null)).toBe("/articles");
    expect(pageHref(params, 5)).toBe("/articles?side=western&outlet=rt&page=5");
    expect(pageHref(params, 1)).toBe("/articles?side=western&outlet=rt");
  });
});
