import { describe, expect, test } from "vitest";
import { extractPage } from "#lib/ingest/extract/extractPage.ts";

const P = "The bridge over the river was opened again on Monday after the repairs were done, the town hall said.";
const kindOf = (html: string, url: string | null = null): string | null => extractPage(html, url).problem?.kind ?? null;
const report = `<article><h1>People who live by the bridge</h1>${`<p>${P} Words enough.</p>`.repeat(1)}<p>${P} It had been closed for a week, and people had to drive around it by the old mill road.</p><p>${P} The mayor was glad that the work was over.</p></article>`;

describe("what is no report is named for what it is", () => {
  const entries = Array.from({ length: 8 }, (_, i) => `<div><time>1${i}:00</time><p>Entry ${i}: ${P}</p></div>`).join(
    "",
  );

  test("a page marked as a live blog, and one that calls itself live and counts the minutes", () => {
    expect(
      kindOf(`<main itemscope itemtype="https://schema.org/LiveBlogPosting"><h1>Bridge</h1>${entries}</main>`),
    ).toBe("live blog");
    expect(kindOf(`<main><h1>Bridge opens: live updates</h1>${entries}</main>`)).toBe("live blog");
  });

  test("people who live somewhere make none, even beside a list of times", () => {
    expect(kindOf(`<main>${report}<ul>${"<li><time>10:00</time></li>".repeat(9)}</ul></main>`)).toBeNull();
  });

  test("a consent form in place of a page, however long", () => {
    const form = `<h1>Before you continue</h1>${"<p>We and our partners use cookies to store personal data, and ask for your consent as our privacy policy explains at length.</p><p>You can change your choice at any time.</p>".repeat(4)}<button>Accept all</button>`;
    expect(kindOf(`<html><body><main>${form}</main></body></html>`)).toBe("consent wall");
  });

  test("a report about cookies under a consent banner is none", () => {
    const about = report.replaceAll("bridge", "privacy of cookies");
    const html = `<meta property="og:type" content="article"><body>${about}<div>We use cookies. <button>Accept all</button></div></body>`;
    expect(kindOf(html)).toBeNull();
  });

  test("a check for robots, and a page that needs scripts", () => {
    expect(kindOf("<title>Just a moment...</title><p>Verifying you are human. This may take a few seconds.</p>")).toBe(
      "robot check",
    );
    expect(kindOf(`<div id="root"></div><p>You need to enable JavaScript to run this app.</p>`)).toBe("scripts only");
  });

  test("a front page, a film, nothing", () => {
    expect(kindOf(`<h1>Courier</h1><p>${P} ${P} ${P}</p>`, "https://courier.example/")).toBe("not an article");
    expect(kindOf(`<h1>Bridge</h1><p>${P}</p>`, "https://courier.example/video/bridge")).toBe("video");
    expect(kindOf("")).toBe("not an article");
    expect(kindOf("%PDF-1.4 \u0000\u0001 binary")).toBe("not an article");
  });
});
