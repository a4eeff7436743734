import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Socket } from "node:net";
import iconv from "iconv-lite";
import { describe, expect, it, vi } from "vitest";
import { FeedProblem, feedsOfPage, readFeed, readOpml, wantedOf, writeOpml } from "#lib/ingest/index.ts";

import { feeds } from "#lib/operations/measure/feeds.ts";

const shared = new URL("../../../../../shared", import.meta.url).pathname;
const AT = "https://outlet.example/feed";
const read = (text: string | Buffer, contentType = "application/xml") =>
  readFeed({ body: Buffer.from(text as string), contentType }, AT);

/** A feed of our own in wide characters, with the mark or without. */
const wide = (name: string, mark: boolean, declaration: string): Buffer =>
  iconv.encode(
    `${declaration}<rss version="2.0"><channel><title>Вести</title><item><title>Мост — bridge</title><link>/1</link></item></channel></rss>`,
    name,
    { addBOM: mark },
  );

describe("a feed in wide characters", () => {
  const declarations = ["", '<?xml version="1.0" encoding="utf-16"?>\n', '<?xml version="1.0" encoding="utf-16le"?>\n'];
  it.each(["utf-16le", "utf-16be", "utf-32le", "utf-32be"])("%s is read by its mark or by how it begins", (name) => {
    for (const declaration of declarations) {
      for (const mark of [true, false]) {
        for (const type of ["application/rss+xml", "text/xml; charset=utf-8", "text/xml; charset=utf-16"]) {
          const found = read(wide(name, mark, declaration), type);
          expect([declaration, mark, type, found.title, found.entries[0]?.title]).toEqual([
            declaration,
            mark,
            type,
            "Вести",
            "Мост — bridge",
          ]);
        }
      }
    }
  });

  it("is a JSON Feed as well", () => {
    const json = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Вести", items: [] });
    expect(read(iconv.encode(json, "utf-16le", { addBOM: false }), "application/feed+json").title).toBe("Вести");
  });
});

describe("a feed", () => {
  it.each([
    [
      "RSS 2.0",
      `<rss version="2.0"><channel><item><title>A &amp; B</title><link>/1</link><pubDate>Fri, 28 Mar 2025 23:30:00 -0500</pubDate></item></channel></rss>`,
    ],
    [
      "RSS 0.91 with its document type",
      `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><item><title>A &amp; B</title><link>https://outlet.example/1</link><pubDate>Fri, 28 Mar 2025 23:30:00 -0500</pubDate></item></channel></rss>`,
    ],
    [
      "RDF",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://outlet.example/1"><title>A &amp; B</title><link>https://outlet.example/1</link><dc:date>2025-03-28T23:30:00-05:00</dc:date></item></rdf:RDF>`,
    ],
    [
      "Atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A &amp; B</title><link rel="alternate" href="/1"/><published>2025-03-28T23:30:00-05:00</published></entry></feed>`,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [
          { id: 1, url: "https://outlet.example/1", title: "A & B", date_published: "2025-03-28T23:30:00-05:00" },
          7,
        ],
      }),
    ],
    [
      "a bare ampersand",
      `<rss version="2.0"><channel><item><title>A & B</title><link>https://outlet.example/1</link><pubDate>28 Mar 2025 23:30:00 -0500</pubDate></item></channel></rss>`,
    ],
  ])("of the form %s gives its entries", (_, text) => {
    const [entry, ...rest] = read(text).entries;
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ title: "A & B", url: "https://outlet.example/1" });
    expect(entry?.publishedAt).toMatch(/28/);
  });

  it.each([
    [
      "entities of its own",
      `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>`,
    ],
    [
      "a declaration further down",
      `<rss version="2.0"><channel><!DOCTYPE x [<!ENTITY a "b">]><item><title>&a;</title></item></channel></rss>`,
    ],
    ["nesting without end", `<rss version="2.0"><channel>${"<a>".repeat(5000)}</channel></rss>`],
    ["a web page", "<!doctype html><html><body><p>Hello</p></body></html>"],
    ["JSON that is something else", `{"hello": 1}`],
    ["broken JSON", `{"items": [`],
    ["nothing", ""],
  ])("with %s is refused with a reason", (_, text) => {
    expect(() => read(text)).toThrow(FeedProblem);
  });

  it.each([
    [
      "breaks off in the middle of an entry",
      `<rss version="2.0"><channel><title>F</title><item><title>Whole</title></item><item><title>Half`,
      { title: "Whole" },
    ],
    ["breaks off in its last tag", `<rss><channel><item><title>Whole</title></item></channel></rs`, { title: "Whole" }],
    [
      "of Atom breaks off",
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Whole</title></entry><entry`,
      { title: "Whole" },
    ],
    [
      "names its pictures first",
      `<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><media:title>A picture</media:title><media:description>Of a ferry</media:description><title>Ferries stay</title><description>They do.</description></item></channel></rss>`,
      { title: "Ferries stay", summary: "They do." },
    ],
    [
      "has its text packed",
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">${Buffer.from("A <b>& B</b>").toString("base64")}</title></entry></feed>`,
      { title: "A & B" },
    ],
    [
      "has quotation marks of Windows and a script",
      `<rss><channel><item><title>It&#146;s \u0093so\u0094</title><description>Safe<script>alert("no")</script> text</description></item></channel></rss>`,
      { title: "It’s “so”", summary: "Safe text" },
    ],
  ])("that %s is read as far as it goes", (_, text, entry) => {
    const { entries } = read(text);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject(entry);
  });

  it("keeps words that only look like a declaration", () => {
    const text = `<rss version="2.0"><channel><item><title>T</title><description><![CDATA[How <!DOCTYPE html> & co. work]]></description></item></channel></rss>`;
    expect(read(text).entries[0]?.summary).toContain("& co. work");
  });

  it("gives each article once, without tracking, and its text where that is whole", () => {
    const long = "The committee met and the ferries stayed. ".repeat(40);
    const entries = [
      {
        id: null,
        url: "https://o.example/1?utm_source=rss&id=3#top",
        title: "One",
        publishedAt: null,
        author: null,
        summary: "S",
        content: null,
      },
      {
        id: null,
        url: "https://o.example/1?id=3",
        title: "One",
        publishedAt: null,
        author: null,
        summary: "S",
        content: null,
      },
      { id: "x", url: null, title: "Two", publishedAt: null, author: null, summary: null, content: long },
      {
        id: null,
        url: "https://o.example/3",
        title: "Three",
        publishedAt: null,
        author: null,
        summary: null,
        content: `${long} Continue reading`,
      },
      { id: null, url: null, title: null, publishedAt: null, author: null, summary: null, content: null },
    ];
    const wanted = wantedOf({ title: null, site: null, language: "en", entries }, AT, null);
    expect(wanted.map(({ key, text }) => [key, text !== undefined])).toEqual([
      ["https://o.example/1?id=3", false],
      [`${AT}#x`, true],
      ["https://o.example/3", false],
    ]);
  });

  it("is named by its page, feeds of comments last", () => {
    const page = `<html><head><title>x</title>
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/atom+xml" href="news.atom"></head><body></body></html>`;
    expect(feedsOfPage(page, "https://o.example/a/")).toEqual([
      "https://o.example/a/news.atom",
      "https://o.example/comments/feed",
    ]);
  });
});

describe("a subscription list", () => {
  it("comes back as it was written", () => {
    const feeds = [
      { address: "https://o.example/feed?a=1&b=2", title: `Quotes " & <angles>` },
      { address: "https://p.example/feed", title: "Ж" },
    ];
    expect(readOpml(writeOpml(feeds))).toEqual(feeds);
  });

  it("is read nested, once each, and refused when it is none", () => {
    const opml = `<?xml version="1.0"?><opml version="1.0"><body><outline text="Group"><outline text="A" xmlUrl="https://o.example/a"/><outline text="A" xmlUrl="https://o.example/a"/></outline><outline text="no feed"/></body></opml>`;
    expect(readOpml(opml)).toEqual([{ address: "https://o.example/a", title: "A" }]);
    expect(() => readOpml("<rss></rss>")).toThrow(FeedProblem);
  });
});

/** Files below a folder. */
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? filesIn(path) : [path];
      })
    : [];

describe.skipIf(!existsSync(join(shared, "feeds")))("feeds of others (skipped without ../shared)", () => {
  it("are read or refused with a reason, quickly, and say what they should", async () => {
    const gold = JSON.parse(readFileSync(join(shared, "feeds/feedparser/expectations.json"), "utf8")) as unknown[];
    const rows = gold.flatMap((row, i) => (i % 4 === 0 ? [feeds.row.parse(row)] : []));
    const report = await feeds.run({} as never, rows, join(shared, "feeds/feedparser"));
    const of = (name: string) => report.figures.find((each) => each.name === name)?.value;
    expect(of("files that crashed the reader")).toBe(0);
    expect(of("files refused with a reason")).toBeLessThan(0.03);
    expect(of("fields right")).toBeGreaterThan(0.9);
  });
});

describe.skipIf(!existsSync(join(shared, "hostile", "xml")))("hostile XML (skipped without ../shared)", () => {
  it("is read or refused quickly, expands to nothing, and asks nobody for anything", async () => {
    // Whatever would connect from here on fails the test, by whichever way it goes.
    const asked: string[] = [];
    const connect = vi.spyOn(Socket.prototype, "connect").mockImplementation(function (
      this: Socket,
      ...given: unknown[]
    ) {
      asked.push(JSON.stringify(given));
      return this;
    });
    const files = filesIn(join(shared, "hostile", "xml"));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const body = readFileSync(file);
      const before = process.cpuUsage();
      let size = 0;
      try {
        size = JSON.stringify(readFeed({ body, contentType: "application/xml" }, AT)).length;
      } catch (error) {
        expect(error, file).toBeInstanceOf(FeedProblem);
      }
      expect(size, file).toBeLessThanOrEqual(body.length * 2 + 5000);
      // Processor time: a busy machine is no reason to fail.
      expect(process.cpuUsage(before).user / 1000, file).toBeLessThan(8000);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    connect.mockRestore();
    expect(asked).toEqual([]);
  });
});
