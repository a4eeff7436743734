import { readFileSync, existsSync } from "node:fs";
import type { LookupFunction } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAddress } from "#lib/ingest/fetch/checkAddress.ts";
import { Network } from "#lib/ingest/fetch/network.ts";
import { isPublicAddress } from "#lib/ingest/fetch/publicAddress.ts";
import { FetchRefused } from "#lib/ingest/fetch/refused.ts";
import { OutletServer, articlePage } from "#tests/support/outletServer.ts";

const server = new OutletServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const network = (more = {}): Network => new Network({ allowHosts: [server.host], hostDelay: 0, ...more });
async function refusal(work: Promise<unknown>): Promise<FetchRefused> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(FetchRefused);
  return error as FetchRefused;
}
/** A resolver that says `address` for every name. */
const saying = (address: string): LookupFunction =>
  ((_name: string, options: { all?: boolean }, done: (...args: unknown[]) => void) => {
    const family = address.includes(":") ? 6 : 4;
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  }) as LookupFunction;

const INNER = [
  "127.0.0.1",
  "10.1.2.3",
  "172.16.0.9",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fc00::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::127.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001:db8::1",
];

describe("addresses", () => {
  it.each(INNER)("calls %s inner", (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])("calls %s public", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  const rules = { allowHosts: [], ports: [80, 443] };
  it.each([
    "http://localhost/",
    "http://localhost./",
    "http://printer/",
    "http://nas.local/",
    "http://db.internal/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://[::ffff:7f00:1]/",
    "http://127.1/",
    "http://127.0.0.1.nip.io/",
    "http://example.com:22/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "http://user:pass@example.com/",
    "javascript:alert(1)",
    "http://exa mple.com/",
    "http://example.com\\t@127.0.0.1/",
    "//example.com",
    "",
    "http://",
    "gopher://example.com",
  ])("refuses %j", (address) => expect(() => checkAddress(address, rules)).toThrow(FetchRefused));
  it("lets ordinary addresses through", () => {
    expect(checkAddress("https://www.example.com/a?b=c#d", rules).hostname).toBe("www.example.com");
  });
  it("opens what the operator allows, with its port, and nothing else", () => {
    const opened = { allowHosts: ["intranet:8080"], ports: [80, 443] };
    expect(checkAddress("http://intranet:8080/x", opened).port).toBe("8080");
    expect(() => checkAddress("http://intranet/x", opened)).toThrow(FetchRefused);
  });
});

const LIST = "../shared/hostile/ssrf/urls.jsonl";
describe.skipIf(!existsSync(LIST))("the collected attack addresses (skipped without ../shared)", () => {
  it("are refused, and names are refused when they resolve inward", async () => {
    const rows = readFileSync(LIST, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { url: string; class: string });
    expect(rows.length).toBeGreaterThan(100);
    const passed: string[] = [];
    for (const [i, row] of rows.entries()) {
      const inward = new Network({ lookup: saying(INNER[i % INNER.length]!), hostDelay: 0, totalTime: 2000 });
      const said = await inward.fetch(row.url).then(
        () => "fetched",
        (error: unknown) => (error instanceof FetchRefused ? error.reason : "crash"),
      );
      if (said === "fetched" || said === "crash" || said === "unreachable")
        passed.push(`${row.class}: ${row.url} ${said}`);
    }
    expect(passed).toEqual([]);
  });
});

describe("the guarded network", () => {
  it.each(INNER)("refuses a name that resolves to %s when it connects", async (address) => {
    const error = await refusal(new Network({ lookup: saying(address) }).fetch("http://outlet.example.org/"));
    expect(error.reason).toBe("inner address");
  });
  it("reads a page and tells its address", async () => {
    server.on("/a", articlePage("A title", "Talks went on."));
    const page = await network().fetch(server.url("/a"));
    expect(page.status).toBe(200);
    expect(page.url).toBe(server.url("/a"));
    expect(page.body.toString()).toContain("Talks went on.");
  });
  it("checks every redirect and shows nothing of where it led", async () => {
    server.on("/inward", (_, r) => r.writeHead(302, { location: "http://169.254.169.254/latest/" }).end("secret"));
    const error = await refusal(network().fetch(server.url("/inward")));
    expect(error.reason).toBe("inner address");
    expect(error.message).not.toContain("secret");
  });
  it("gives up on a ring of redirects", async () => {
    server.on("/ring", (_, r) => r.writeHead(302, { location: "/ring" }).end());
    expect((await refusal(network().fetch(server.url("/ring")))).reason).toBe("redirects");
    expect(server.asked("/ring")).toBe(6);
  });
  it("stops a compressed bomb at the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    server.on("/bomb", (_, r) =>
      r.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(bomb),
    );
    const before = process.memoryUsage().rss;
    expect((await refusal(network().fetch(server.url("/bomb")))).reason).toBe("too large");
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
  it("stops an endless body and a silent server", async () => {
    server.on("/endless", (_, r) => {
      r.writeHead(200, { "content-type": "text/html" });
      const more = setInterval(() => r.write("x".repeat(65536)), 1);
      r.on("close", () => clearInterval(more));
    });
    expect((await refusal(network({ bodyBytes: 500_000 }).fetch(server.url("/endless")))).reason).toBe("too large");
    server.on("/drip", (_, r) => {
      r.writeHead(200, { "content-type": "text/html" });
      const more = setInterval(() => r.write("x"), 20);
      r.on("close", () => clearInterval(more));
    });
    expect((await refusal(network({ totalTime: 400 }).fetch(server.url("/drip")))).reason).toBe("timeout");
    server.on("/silent", () => undefined);
    expect((await refusal(network({ idleTime: 200 }).fetch(server.url("/silent")))).reason).toBe("timeout");
  });
  it("refuses oversized headers, odd types and odd packing by name", async () => {
    server.on("/headers", (_, r) => r.writeHead(200, { "x-long": "y".repeat(40_000) }).end());
    expect((await refusal(network().fetch(server.url("/headers")))).reason).toBe("too large");
    server.on("/pdf", "%PDF", "application/pdf");
    expect((await refusal(network().fetch(server.url("/pdf")))).reason).toBe("content type");
    server.on("/packed", (_, r) =>
      r.writeHead(200, { "content-type": "text/html", "content-encoding": "zstd" }).end("x"),
    );
    expect((await refusal(network().fetch(server.url("/packed")))).reason).toBe("encoding");
    server.on("/broken", (_, r) =>
      r.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end("no gzip"),
    );
    expect((await refusal(network().fetch(server.url("/broken")))).reason).toBe("encoding");
    server.on("/gone", (_, r) => r.writeHead(410).end());
    expect((await refusal(network().fetch(server.url("/gone")))).message).toContain("no such page");
  });
  it("asks again with what it was told, keeps no cookie and names itself", async () => {
    server.on("/tagged", (request, r) => {
      if (request.headers["if-none-match"] === '"v1"') {
        r.writeHead(304).end();
        return;
      }
      r.writeHead(200, { "content-type": "text/html", etag: '"v1"', "set-cookie": "a=b" }).end("<p>one</p>");
    });
    const net = network();
    const first = await net.fetch(server.url("/tagged"));
    expect(first.etag).toBe('"v1"');
    expect((await net.fetch(server.url("/tagged"), { etag: first.etag })).notModified).toBe(true);
    const last = server.requests.findLast((each) => each.path === "/tagged");
    expect(last?.headers.cookie).toBeUndefined();
    expect(last?.headers["user-agent"]).toContain("Parallax");
  });
});

describe("robots.txt", () => {
  it("is honoured, with its delay, and read once", async () => {
    const outlet = await new OutletServer().start();
    outlet.on("/robots.txt", "User-agent: *\nDisallow: /closed\nCrawl-delay: 0.2\n", "text/plain");
    outlet.on("/open1", "<p>1</p>").on("/open2", "<p>2</p>").on("/closed", "<p>3</p>");
    const net = new Network({ allowHosts: [outlet.host], hostDelay: 0 });
    expect((await refusal(net.fetch(outlet.url("/closed")))).reason).toBe("robots");
    await Promise.all([net.fetch(outlet.url("/open1")), net.fetch(outlet.url("/open2"))]);
    const times = outlet.requests.filter((each) => each.path.startsWith("/open")).map((each) => each.at);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(180);
    expect(outlet.asked("/robots.txt")).toBe(1);
    expect(outlet.asked("/closed")).toBe(0);
    await outlet.stop();
  });
  it("closes a site whose robots.txt fails with 5xx", async () => {
    const outlet = await new OutletServer().start();
    outlet.on("/robots.txt", (_, r) => r.writeHead(503).end()).on("/x", "<p>x</p>");
    expect(
      (await refusal(new Network({ allowHosts: [outlet.host], hostDelay: 0 }).fetch(outlet.url("/x")))).reason,
    ).toBe("robots");
    await outlet.stop();
  });
});
