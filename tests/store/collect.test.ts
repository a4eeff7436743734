import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { Network } from "#lib/ingest/index.ts";
import { addressesIn, collect, queueAddresses } from "#lib/operations/collect.ts";
import { collectEvery } from "#lib/operations/collect/collectEvery.ts";
import type { Context } from "#lib/operations/context.ts";
import { addFeed, exportOpml, FeedError, feedId, importOpml, removeFeed } from "#lib/operations/feeds.ts";
import type { Database } from "#lib/store/connection.ts";
import { openEmbedded } from "#lib/store/database/embedded.ts";
import { storeOn } from "#lib/store/openStore.ts";
import { seededRandom } from "#lib/compare/random.ts";
import { emptied } from "#tests/support/emptied.ts";
import { articlePage, OutletServer } from "#tests/support/outletServer.ts";

const DAY = 86_400_000;
const sentence = (name: string): string =>
  `The harbour committee of district ${name} said its ferries would keep to the winter timetable.`;
const rss = (items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title><language>en</language>${items.join("")}</channel></rss>`;
const item = (url: string, title: string, summary = ""): string =>
  `<item><title>${title}</title><link>${url}</link><description>${summary}</description><pubDate>Fri, 28 Mar 2025 23:30:00 -0500</pubDate></item>`;

describe("collecting", () => {
  let db: Database;
  let context: Context;
  let outlet: OutletServer;
  const clock = { at: Date.parse("2025-04-01T00:00:00Z") };
  beforeAll(async () => {
    db = await openEmbedded();
    context = { store: await storeOn(db), codebook: loadCodebook(null), now: () => new Date(clock.at) };
  });
  beforeEach(async () => {
    await emptied(db);
    outlet = await new OutletServer().start();
    return () => outlet.stop();
  });
  afterAll(() => db.close());

  const network = (): Network =>
    new Network({ allowHosts: [outlet.host], hostDelay: 0, idleTime: 1500, totalTime: 3000 });
  const follow = (path: string): Promise<boolean> =>
    context.store.addFeed({
      id: feedId(outlet.url(path)),
      address: outlet.url(path),
      title: null,
      outlet: "Harbour Post",
      addedAt: context.now().toISOString(),
    });
  const titles = async (): Promise<string[]> =>
    (await context.store.list({ sort: "title" })).rows.map((row) => row.title);

  it("of forty feeds with faults loses nothing, repeats nothing and finishes", async () => {
    const random = seededRandom(7);
    const expected = new Set<string>();
    const faults: ((response: ServerResponse) => void)[] = [
      (response) => response.writeHead(503, { "retry-after": "30" }).end("busy"),
      (response) => response.destroy(),
      (response) => response.writeHead(200, { "content-type": "text/html", "content-length": "9999" }).end("<html>"),
      (response) => response.writeHead(429).end(),
    ];
    /** Fails the first few times, then answers. */
    const flaky = (path: string, body: string, type: string): void => {
      let failures = random() < 0.4 ? 1 + Math.floor(random() * 2) : 0;
      outlet.on(path, (_, response) => {
        if (failures-- > 0) faults[Math.floor(random() * faults.length)]!(response);
        else response.writeHead(200, { "content-type": type, etag: `"${path}"` }).end(body);
      });
    };
    for (let f = 0; f < 40; f++) {
      // Every article stands in two feeds, once with tracking.
      const names = [f, (f + 1) % 40].map((n) => `Ferry report ${n}`);
      for (const name of names) expected.add(name);
      const page = (n: number): string => outlet.url(`/article/${n}`);
      flaky(
        `/feed/${f}`,
        rss([item(page(f), names[0]!), item(`${page((f + 1) % 40)}?utm_source=rss`, names[1]!)]),
        "application/rss+xml",
      );
      flaky(`/article/${f}`, articlePage(names[0]!, sentence(String(f))), "text/html");
      await follow(`/feed/${f}`);
    }
    let runs = 0;
    for (; runs < 8; runs++) {
      const report = await collect(context, network());
      clock.at += DAY;
      if (report.waiting === 0 && report.feeds.failed === 0) break;
    }
    expect(runs).toBeLessThan(8);
    expect(await titles()).toEqual([...expected].toSorted());
    const feeds = await context.store.feeds();
    expect(feeds.every((feed) => feed.error === null && feed.waiting === 0 && feed.refused === 0)).toBe(true);
    expect(feeds.reduce((sum, feed) => sum + feed.stored, 0)).toBe(40);
    const again = await collect(context, network());
    expect(again).toMatchObject({ found: 0, added: 0, waiting: 0 });
  });

  it("stores every address once however often it is broken off", async () => {
    const addresses = Array.from({ length: 150 }, (_, i) => {
      outlet.on(`/${i}`, articlePage(`Ferry ${i}`, sentence(`${i}`)));
      return outlet.url(`/${i}`);
    });
    await queueAddresses(context, addresses);
    expect(await queueAddresses(context, [...addresses, `${addresses[0]}#top`])).toBe(0);
    const random = seededRandom(11);
    let killed = 0;
    for (let run = 0; run < 30; run++) {
      // A store that goes away before or after a random write.
      let left = Math.floor(random() * 4);
      const dying =
        <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
        async (...given: A): Promise<R> => {
          const before = random() < 0.5;
          if (left-- === 0 && before) throw new Error("killed");
          const result = await call(...given);
          if (left === -1 && !before) throw new Error("killed");
          return result;
        };
      const { store } = context;
      const mortal = {
        ...store,
        addArticles: dying(store.addArticles),
        settleQueue: dying(store.settleQueue),
        claimQueue: dying(store.claimQueue),
      };
      const done = await collect({ ...context, store: killed < 10 ? mortal : store }, network()).catch(() => null);
      clock.at += DAY;
      if (done === null) killed++;
      else if (done.waiting === 0) break;
    }
    expect(killed).toBeGreaterThan(4);
    expect(await titles()).toEqual(addresses.map((_, i) => `Ferry ${i}`).toSorted());
  });

  it("keeps headline and summary where the article may not be fetched, and no chart counts them", async () => {
    outlet.on("/robots.txt", "User-agent: *\nDisallow: /closed/", "text/plain");
    const summary = "Economic sanctions and trade costs weigh on the ferries, the minister said.";
    outlet.on(
      "/feed",
      rss([item(outlet.url("/closed/1"), "Closed report", summary), item(outlet.url("/gone"), "Gone report")]),
    );
    await follow("/feed");
    const report = await collect(context, network());
    expect(report).toMatchObject({ added: 2, headlineOnly: 2, refused: 0 });
    const { rows } = await context.store.list({ sort: "title" });
    expect(rows.map(({ title, headlineOnly, day }) => [title, headlineOnly, day])).toEqual([
      ["Closed report", true, "2025-03-28"],
      ["Gone report", true, "2025-03-28"],
    ]);
    const stored = await context.store.article(rows[0]!.id);
    expect(stored).toMatchObject({ article: { text: summary, headlineOnly: true }, measures: [] });
    expect((await context.store.summary()).articles).toBe(0);
    expect(await context.store.rollUps({ measure: "frame" })).toEqual([]);
    expect(await context.store.feeds()).toMatchObject([{ found: 2, headlineOnly: 2, stored: 0 }]);
    expect(await context.store.removeArticle(rows[0]!.id, "2025-04-02T00:00:00Z")).toBe(true);
  });

  it("keeps the headline of a report behind a paywall", async () => {
    const teaser = `<!doctype html><html lang="en"><head><title>For subscribers</title><script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: "For subscribers", isAccessibleForFree: false })}</script></head><body><article><h1>For subscribers</h1><p>The harbour committee met on Monday.</p><p>Subscribe to continue reading.</p></article></body></html>`;
    outlet.on("/paid", teaser).on("/must-pay", (_, response) => response.writeHead(402).end("pay"));
    const summary = "The harbour committee met on Monday and said little of what it would do about the ferries.";
    outlet.on(
      "/feed",
      rss([
        item(outlet.url("/paid"), "Paid", summary),
        item(outlet.url("/must-pay"), "Must pay", summary.replace("Monday", "Friday")),
      ]),
    );
    await follow("/feed");
    expect(await collect(context, network())).toMatchObject({ added: 2, headlineOnly: 2, refused: 0 });
    const { rows } = await context.store.list({ sort: "title" });
    expect(rows.map(({ title, headlineOnly }) => [title, headlineOnly])).toEqual([
      ["Must pay", true],
      ["Paid", true],
    ]);
  });

  it("goes on until it is told to stop, and stops at once while it waits", async () => {
    outlet.on("/feed", rss([item(outlet.url("/r"), "One")])).on("/r", articlePage("One", sentence("one")));
    await follow("/feed");
    const stop = new AbortController();
    const reports: number[] = [];
    await collectEvery(context, network(), {
      signal: stop.signal,
      every: 20,
      onReport: ({ added }) => {
        if (reports.push(added) === 3) stop.abort();
      },
    });
    expect(reports).toEqual([1, 0, 0]);
    const begun = performance.now();
    const waits = new AbortController();
    await collectEvery(context, network(), {
      signal: waits.signal,
      every: 3_600_000,
      onReport: () => setTimeout(() => waits.abort(), 10),
    });
    expect(performance.now() - begun).toBeLessThan(60_000);
  });

  it("takes the text from a feed that brings it whole, and asks no page", async () => {
    const text = Array.from({ length: 20 }, (_, i) => `<p>${sentence(`${i}`)} That was decided on Monday.</p>`).join(
      "",
    );
    outlet.on(
      "/feed.json",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "J",
        items: [{ id: "1", url: outlet.url("/whole"), title: "Whole report", content_html: text }],
      }),
      "application/feed+json",
    );
    await follow("/feed.json");
    expect(await collect(context, network())).toMatchObject({ added: 1, headlineOnly: 0 });
    expect(outlet.asked("/whole")).toBe(0);
    const [row] = (await context.store.list({})).rows;
    expect((await context.store.article(row!.id))?.article.text.split("\n").length).toBeGreaterThan(15);
  });

  it("asks a feed again with its tag, and a failing one more and more seldom", async () => {
    outlet.on("/good", (request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { "content-type": "text/xml", etag: '"v1"' }).end(rss([]));
    });
    outlet.on("/bad", (_, response) => response.writeHead(500).end());
    await follow("/good");
    await follow("/bad");
    expect((await collect(context, network())).feeds).toMatchObject({ asked: 2, failed: 1, unchanged: 0 });
    expect((await collect(context, network())).feeds).toMatchObject({ asked: 1, failed: 0, unchanged: 1, pausing: 1 });
    clock.at += 16 * 60_000;
    expect((await collect(context, network())).feeds).toMatchObject({ asked: 2, failed: 1 });
    clock.at += 16 * 60_000;
    expect((await collect(context, network())).feeds).toMatchObject({ asked: 1, pausing: 1 });
    expect(outlet.asked("/bad")).toBe(2);
    const bad = (await context.store.feeds()).find(({ address }) => address.endsWith("/bad"));
    expect(bad).toMatchObject({ failures: 2, error: expect.stringContaining("500"), succeededAt: null });
  });

  it("finds the feed of a page, once, and lists travel as OPML", async () => {
    outlet.on(
      "/",
      `<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head><body>Hello</body></html>`,
    );
    outlet.on("/news.xml", rss([item(outlet.url("/1"), "One")]), "application/rss+xml");
    const given = { address: outlet.url("/") };
    expect(await addFeed(context, network(), given)).toMatchObject({
      address: outlet.url("/news.xml"),
      title: "Harbour news",
      entries: 1,
      added: true,
    });
    expect(await addFeed(context, network(), given)).toMatchObject({ added: false });
    outlet.on("/bare", "<html><body>No feed here</body></html>");
    await expect(addFeed(context, network(), { address: outlet.url("/bare") })).rejects.toThrow(FeedError);
    const list = exportOpml(await context.store.feeds());
    expect(await removeFeed(context, outlet.url("/news.xml"))).toBe(true);
    expect(await context.store.feeds()).toEqual([]);
    expect(await importOpml(context, list)).toEqual({ added: 1, known: 0 });
    expect((await context.store.feeds()).map(({ address }) => address)).toEqual([outlet.url("/news.xml")]);
  });

  it("reads addresses from lists, Media Cloud tables and GDELT answers", async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const lists = [
      { name: "list.urls", bytes: bytes("# ours\nhttps://a.example/1\nhttps://a.example/2\n") },
      {
        name: "cloud.csv",
        bytes: bytes(
          "id,publish_date,title,url,language,media_name,media_url,indexed_date\nx1,2025-03-01,Ferries stay,https://b.example/1,en,b.example,b.example,2025-03-02\nx2,2025-03-03,Ferries go,https://b.example/2,en,b.example,b.example,2025-03-04\n",
        ),
      },
      {
        name: "gdelt.json",
        bytes: bytes(
          JSON.stringify({
            articles: [
              {
                url: "https://c.example/1",
                url_mobile: "",
                title: "Ferries",
                seendate: "20250301T101500Z",
                domain: "c.example",
                language: "English",
                sourcecountry: "Norway",
              },
            ],
          }),
        ),
      },
    ];
    const { addresses, rejected } = await addressesIn(lists);
    expect(rejected).toEqual([]);
    expect(addresses).toEqual(
      ["a.example/1", "a.example/2", "b.example/1", "b.example/2", "c.example/1"].map((each) => `https://${each}`),
    );
  });
});
