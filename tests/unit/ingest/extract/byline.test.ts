import { describe, expect, test } from "vitest";
import { peopleIn } from "#lib/ingest/extract/bylineNames.ts";
import { extractPage } from "#lib/ingest/extract/extractPage.ts";

const P = "The bridge over the river was opened again on Monday after the repairs were done, the town hall said.";
const page = (head: string, byline: string): string =>
  `<html><head><title>Bridge opens again after repairs | Valley Courier</title><meta property="og:site_name" content="Valley Courier">${head}</head><body>
   <article><h1>Bridge opens again after repairs</h1>${byline}${`<p>${P} It had been closed for a week.</p><p>${P}</p><p>${P} The mayor was glad.</p>`}</article></body></html>`;
const ld = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Bridge opens again after repairs", author })}</script>`;
const byline = (head: string, printed = ""): string | null => extractPage(page(head, printed)).byline;

describe("names in a byline", () => {
  test.each([
    ["By Jane Roe and John Doe", ["Jane Roe", "John Doe"]],
    ["Jane Roe, Staff Writer | Valley Courier", ["Jane Roe"]],
    ["Words by Jane Roe, 4 March 2025", ["Jane Roe"]],
    ["Jane Roe/John Doe", ["Jane Roe", "John Doe"]],
    ["Jane Roe (jr), John Doe (jdo)", ["Jane Roe", "John Doe"]],
    ["By Jane Roe in Kyiv and John Doe", ["Jane Roe"]],
    ["April Weaver", ["April Weaver"]],
    ["Staff reporter", []],
    ["See full bio", []],
    ["jane.roe@courier.example", []],
  ])("%s", (line, names) => {
    expect(peopleIn([line], () => false)).toEqual(names);
  });
});

describe("who signed a report", () => {
  test("is every author of a list, agencies and teams beside people among them", () => {
    expect(byline(ld([{ "@type": "Person", name: "Jane Roe" }, { name: "AP" }]))).toBe("Jane Roe, AP");
  });

  test("is the people printed, where only the outlet is declared", () => {
    expect(byline(ld({ "@type": "Organization", name: "Valley Courier" }), `<p class="byline">By Jane Roe</p>`)).toBe(
      "Jane Roe",
    );
    expect(byline(ld({ name: "Valley Courier" }), "<p>Jane Roe/John Doe</p>")).toBe("Jane Roe, John Doe");
  });

  test("is a desk that was declared, and the outlet where nothing else is", () => {
    expect(byline(ld({ name: "Courier staff reporter" }))).toBe("Courier staff reporter");
    expect(byline(ld({ name: "Valley Courier" }))).toBe("Valley Courier");
  });

  test("is of two declared names the one the page shows", () => {
    const head = `<meta name="author" content="Owner Holdings"><meta property="article:author" content="Jane Roe">`;
    expect(byline(head, `<a rel="author" href="/j">Jane Roe</a>`)).toBe("Jane Roe");
  });

  test("is the line after the headline that begins with By", () => {
    expect(byline("", "<div><p>By Jane Roe, in World</p></div>")).toBe("Jane Roe");
  });

  test("is not a photographer", () => {
    expect(byline("", `<figure class="photo"><span class="byline-author">Ann Lens</span></figure>`)).toBeNull();
  });

  test("is found in a report's own footer and side column where a standard marks it", () => {
    expect(byline("", `<footer><a rel="author" href="/j">Jane Roe</a></footer>`)).toBe("Jane Roe");
    expect(byline("", `<aside><address><a rel="author" href="/j">Jane Roe</a></address></aside>`)).toBe("Jane Roe");
  });
});
