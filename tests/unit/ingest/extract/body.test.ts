import { Readability } from "@mozilla/readability";
import { describe, expect, test } from "vitest";
import { blocksOf } from "#lib/ingest/extract/blockText.ts";
import { extractPage } from "#lib/ingest/extract/extractPage.ts";
import { containersOf, fillGaps } from "#lib/ingest/extract/fillGaps.ts";
import { parsePage } from "#lib/ingest/extract/parsePage.ts";
import { readContent } from "#lib/ingest/extract/readContent.ts";

const P = [
  "The bridge over the river was opened again on Monday after the repairs were done, the town hall said in a statement.",
  "It had been closed for a week, and people who live on the far bank had to drive around it by the old mill road.",
  "The repairs cost twice what had been planned, according to the engineer who led them, because the piers were replaced.",
  "People on both banks said that they had waited long enough for this day, and some had brought a cake to the bridge.",
];
const page = (body: string): string =>
  `<html><head><title>Bridge opens again</title></head><body><article><h1>Bridge opens again</h1>${body}</article></body></html>`;

describe("gaps in what a reader found", () => {
  const html = page(
    `<div class="t"><p>${P[0]}</p></div><div class="t"><h2>What it cost</h2></div><div class="t"><p>${P[1]}</p></div><div class="t"><p>${P[2]}</p></div><div class="x"><p>${P[3]}</p></div><div class="t"><p>${P[3]?.toUpperCase()}</p></div>`,
  );
  const all = blocksOf(parsePage(html).document.body);
  const only = (...texts: (string | undefined)[]) => all.filter(({ text }) => texts.includes(text));

  test("are filled with paragraphs and subheadings of the same kind of container", () => {
    const filled = fillGaps(only(P[0], P[2], P[3]?.toUpperCase()), all, containersOf(all));
    expect(filled.map(({ text }) => text)).toEqual([P[0], "What it cost", P[1], P[2], P[3]?.toUpperCase()]);
  });

  test("stay where too little of what was found is on the page to compare", () => {
    const found = only(P[0]);
    expect(fillGaps(found, all, containersOf(all))).toEqual(found);
  });
});

describe("the report's own text", () => {
  test("stays in a column whose name also means something beside reports", () => {
    const html = page(
      `<div class="sidebar-grid__content article__content"><p>${P[0]}</p></div><div class="promo"><p>Buy our calendar with pictures of bridges.</p></div><div><p>${P[1]}</p><p>${P[2]}</p><p>${P[3]}</p></div>`,
    );
    expect(extractPage(html).text).toBe(P.join("\n\n"));
  });

  test("keeps paragraphs that a meter hides one by one", () => {
    const html = page(`<p>${P[0]}</p><p class="paywall" aria-hidden="true">${P[1]}</p><p>${P[2]}</p><p>${P[3]}</p>`);
    expect(extractPage(html).text).toBe(P.join("\n\n"));
  });

  test("ends before what stands under a heading like About the author", () => {
    const html = page(
      `${P.map((p) => `<p>${p}</p>`).join("")}<h3>About the author</h3><p>Jane Roe writes about bridges.</p>`,
    );
    expect(extractPage(html).text).toBe(P.join("\n\n"));
  });

  test("has no section label above it, no caption with its credit, no list of clock times", () => {
    const html = page(
      `<p>World</p><p>${P[0]}</p><p>The bridge at noon (Image: Getty)</p><p>${P[1]}</p><p>21 mins ago11:48 Jane Roe</p><p>WATCH | The bridge opens to traffic</p><p>${P[2]}</p><p>${P[3]}</p>`,
    );
    expect(extractPage(html).text).toBe(P.join("\n\n"));
  });
});

describe("the reader that stops at the first characters that decide", () => {
  const beside = `<div class="byline">By Jane Roe</div><span rel="author"></span><div class="author">${"A long line about nobody. ".repeat(8)}</div>`;
  const empty = `<div><div><br><hr></div></div><div style="display: none"><p>${P[0]}</p></div><div style="visibility:hidden">x</div><p hidden>${P[1]}</p><div aria-hidden="true">${P[2]}</div>`;

  test.each([
    ["writers' names", beside],
    ["empty and hidden elements", empty],
    ["deep nesting", `${"<div>".repeat(40)}<p>${P[0]}</p>${"</div>".repeat(40)}`],
    ["no report at all", "<span> </span>".repeat(40)],
  ])("gives what Readability gives: %s", (_, more) => {
    const html = page(`${more}${P.map((p) => `<div class="t"><p>${p}</p>${more}</div>`).join("")}`);
    const options = { serializer: (node: Node) => node, charThreshold: 250, keepClasses: true, disableJSONLD: true };
    const stock = new Readability(parsePage(html).document, options).parse()?.content as Element | null | undefined;
    expect(readContent(parsePage(html).document)?.outerHTML).toBe(stock?.outerHTML);
    expect(stock).toBeDefined();
  });
});
