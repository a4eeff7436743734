import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extractPage, isRejected, normalise } from "#lib/ingest/index.ts";
import { reasonOf, shared } from "./support.ts";

const P = [
  "The bridge over the river was opened again on Monday after the repairs were done, the town hall said in a statement.",
  "It had been closed for a week, and people who live on the far bank had to drive around it by the old mill road.",
  "“We are glad that it is over,” the mayor told reporters beside the bridge, where some fifty people had come to see it.",
  "The repairs cost twice what had been planned, according to the engineer who led them, because the piers had to be replaced.",
];
const paragraphs = P.map((p) => `<p>${p}</p>`).join("\n");
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;
const article = (extra = "", head = ""): string =>
  page(
    `<title>Bridge opens | Valley Courier</title>${head}`,
    `<nav><a href="/">World</a> <a href="/s">Sport</a></nav><main><article><h1>Bridge opens</h1>${paragraphs}${extra}</article></main>`,
  );
const ld = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("the text of a page", () => {
  test("is its paragraphs, without headline, navigation, captions, links and calls", () => {
    const extra = `
      <figure><img src="a.jpg"><figcaption>The bridge. Photo: A. Hand</figcaption></figure>
      <div class="related-links"><p>More news: the mill burns down in the night</p></div>
      <div class="newsletter-signup"><p>Sign up to our newsletter for more.</p></div>
      <p>Advertisement</p><p><a href="/x">Mill burns down in the north of the town</a></p>
      <p>Photo: A. Hand / Agency</p><p>© 2025 Valley Courier. All rights reserved.</p>`;
    expect(extractPage(article(extra)).text).toBe(P.join("\n\n"));
  });

  test("keeps words of neighbouring blocks and links apart and whole", () => {
    const inline = `<p>The <a class="tag" href="/t">old bridge</a> was closed, and the <b>mayor</b> said so in the week before the repairs were begun.</p>`;
    const { text } = extractPage(
      article(
        `<div><div>First block of some length, which ends here.</div><div>Second block follows at once.</div></div>${inline}`,
      ),
    );
    expect(text).toContain("The old bridge was closed, and the mayor said so");
    expect(text).not.toContain("here.Second");
  });

  test("parts lines that only a line break parts", () => {
    const lines = page(
      "<title>Bridge opens</title>",
      `<article><h1>Bridge opens</h1><div>${P.join("<br>")}</div></article>`,
    );
    expect(extractPage(lines).text).toBe(P.join("\n\n"));
  });

  test("is not lost under a consent box that hides the page", () => {
    const box = `<div id="onetrust-consent-sdk">${"<p>We use cookies and ask for your consent; our privacy policy explains which personal data partners store.</p>".repeat(12)}</div>`;
    const { text } = extractPage(
      page(
        "<title>Bridge opens</title>",
        `<div aria-hidden="true"><article><h1>Bridge opens</h1>${paragraphs}</article></div>${box}`,
      ),
    );
    expect(text).toBe(P.join("\n\n"));
  });

  test("has the sentence under the headline where the page declares it as its description", () => {
    const standfirst = "A week of detours is over for the people of the far bank.";
    const html = page(
      `<title>Bridge opens</title><meta name="description" content="${standfirst}">`,
      `<article><header><h1>Bridge opens</h1><h2>${standfirst}</h2></header>${paragraphs}</article>`,
    );
    expect(extractPage(html).text.startsWith(`${standfirst}\n\n${P[0]}`)).toBe(true);
  });
});

describe("what a page declares", () => {
  const full = {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "Organization", "@id": "#o", name: "Valley Courier" },
      {
        "@type": "NewsArticle",
        headline: "Bridge opens",
        author: [{ "@type": "Person", name: "Jane Roe" }, { name: "John Doe" }],
        publisher: { "@id": "#o" },
        datePublished: "2025-03-04T23:30:00-05:00",
        inLanguage: "en",
      },
    ],
  };

  test("gives title, authors, date with the publisher's own offset, language", () => {
    expect(extractPage(article("", ld(full)))).toMatchObject({
      title: "Bridge opens",
      byline: "Jane Roe, John Doe",
      publishedAt: "2025-03-04T23:30:00-05:00",
      language: "en",
      problem: null,
    });
  });

  test("is read through comment marks, line breaks in strings and trailing commas", () => {
    const broken = `<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","headline":"Bridge\nopens","author":"Jane Roe","datePublished":"2025-03-04",}\n//]]></script>`;
    expect(extractPage(article("", broken))).toMatchObject({ byline: "Jane Roe", publishedAt: "2025-03-04" });
  });

  test("loses the publication's name, and a publisher is no author", () => {
    const head = `<meta property="og:title" content="Bridge opens after week of repairs | Valley Courier"><meta property="og:site_name" content="Valley Courier"><meta name="author" content="Valley Courier">`;
    const html = page(
      head,
      `<article><div class="byline">By <span>Jane Roe</span>, Staff writer</div>${paragraphs}</article>`,
    );
    expect(extractPage(html)).toMatchObject({
      title: "Bridge opens after week of repairs",
      byline: "Jane Roe",
      site: "Valley Courier",
    });
  });

  test.each([
    [`<meta property="article:published_time" content="2025-03-04 08:15:00 +0200">`, "2025-03-04T08:15:00+02:00"],
    [`<meta name="date" content="Tue, 04 Mar 2025 08:15:00 GMT">`, "2025-03-04T08:15Z"],
  ])("a date in %s is %s", (head, date) => {
    expect(extractPage(article("", head)).publishedAt).toBe(date);
  });

  test("a date only printed or in the address is found too", () => {
    expect(extractPage(article(`<span class="post-date">4 March 2025</span>`)).publishedAt).toBe("2025-03-04");
    expect(extractPage(article(), "https://valley.example/2025/03/04/bridge").publishedAt).toBe("2025-03-04");
  });
});

describe("a page that is no report is named", () => {
  const short = `<p>${P[0]}</p>`;
  test.each([
    ["live blog", article("", ld({ "@type": "LiveBlogPosting", headline: "Bridge opens" }))],
    [
      "paywall",
      page(
        ld({ "@type": "NewsArticle", headline: "Bridge opens", isAccessibleForFree: "False" }),
        `<article><h1>Bridge opens</h1>${short}${short}<div class="paywall">Subscribe to continue reading</div></article>`,
      ),
    ],
    [
      "video",
      page(
        `<meta property="og:type" content="video.other">`,
        `<h1>Bridge opens</h1><article>${short}<p>${P[1]}</p></article>`,
      ),
    ],
    ["not an article", page("<title>Valley Courier</title>", "<ul><li>World</li><li>Sport</li></ul>")],
  ])("%s", (kind, html) => {
    const { problem } = extractPage(html);
    expect(problem?.kind).toBe(kind);
    expect(problem?.sentence).toMatch(/^[A-Z].*\.$/);
    const rejected = normalise({ line: 1, html }, {}, () => null);
    expect(isRejected(rejected) && reasonOf(rejected)).toBe(problem?.sentence);
  });
});

describe("hostile pages", () => {
  test.each([
    ["deep nesting", "<div>".repeat(200_000)],
    ["half a million elements", "<b>x</b>".repeat(500_000)],
    ["an open comment", `<p>${P[0]}</p><!--${"x".repeat(2_000_000)}`],
    ["open tags", "<a ".repeat(300_000)],
    ["one long line of quotes", `<p title="${"'".repeat(1_000_000)}`],
    ["zero bytes", "\u0000".repeat(100_000)],
    ["nothing", ""],
    ["line breaks", `<p>${"\n ".repeat(500_000)}</p>`],
  ])("%s ends within the time limit with a reason", (_, html) => {
    // Processor time: a busy machine is no reason to fail.
    const from = process.cpuUsage().user;
    const result = extractPage(html, null, 5000);
    expect((process.cpuUsage().user - from) / 1000).toBeLessThan(9000);
    expect(result.problem).not.toBeNull();
  });

  test("work that takes too long is ended", () => {
    const html = page("", `<article>${`<p>${P[0]}</p>`.repeat(9000)}</article>`);
    expect(extractPage(html, null, 1).problem?.kind).toBe("too slow");
  });

  const payloads = shared("hostile/xss/payloads.jsonl");
  test.skipIf(payloads === null)("scripts, styles and handlers never reach the text or the metadata as markup", () => {
    const rows = readFileSync(payloads as string, "utf8")
      .trim()
      .split("\n");
    const all = rows
      .map((row) => (JSON.parse(row) as { payload: string }).payload)
      .filter((payload) => payload.includes("<"));
    for (let i = 0; i < all.length; i += 40) {
      const html = article(
        all
          .slice(i, i + 40)
          .map((payload) => `<p>${payload}</p>`)
          .join("\n"),
      );
      const { text, title, byline } = extractPage(html);
      // Angle brackets that were written as references stay text; parsed elements leave nothing behind.
      expect(text).not.toMatch(/<script[^<]*>[^<]*<\/script>/i);
      for (const value of [text, title ?? "", byline ?? ""]) expect(typeof value).toBe("string");
    }
    const plain = extractPage(
      article(
        `<p onclick="alert(1)">Last words of the report, which is long enough to be kept.</p><script>alert(2)</script><style>p{}</style><svg onload="alert(3)">x</svg>`,
      ),
    );
    expect(plain.text).not.toMatch(/alert|onclick|onload|p\{/);
    expect(plain.text).toContain("Last words of the report");
  });
});
