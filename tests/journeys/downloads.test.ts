import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { openStore } from "#lib/store/openStore.ts";
import { syntheticArticles } from "#tests/support/synthetic.ts";
import { chromiumPath, openBrowser, openPage } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

/** Compressed script a modern browser may fetch at first load, bytes. */
const PLAIN = 170_000;
const WITH_CHART = 290_000;
const CHART = "/charts/frames";

/** Enough made-up articles a side for shares, intervals and the shuffle. */
async function fill(dataFolder: string): Promise<void> {
  const store = await openStore({ dataFolder, databaseUrl: null });
  const { frames, targets } = loadCodebook(null);
  const questions = { frames: frames.map((each) => each.id), targets: targets.map((each) => each.id) };
  await store.addArticles(
    await store.startImport("synthetic", "2026-01-01T00:00:00.000Z"),
    syntheticArticles(0, 300, questions),
  );
  await store.close();
}

describe.skipIf(!chromiumPath)("what a page sends and gives", () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await startServer(fill);
    browser = await openBrowser();
    ({ page } = await openPage(browser, server.address));
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Bytes over the wire of every script a fresh browser fetches, as the server compresses them. */
  async function scriptOf(path: string): Promise<number> {
    const { page: fresh, context } = await openPage(browser, server.address);
    const devtools = await context.newCDPSession(fresh);
    await devtools.send("Network.enable");
    const scripts = new Set<string>();
    let bytes = 0;
    devtools.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await fresh.goto(path, { waitUntil: "networkidle" });
    await context.close();
    return bytes;
  }

  /** The address itself, or that of the first article of the list, alone or beside another. */
  async function addressOf(name: string): Promise<string> {
    if (name.startsWith("/")) return name;
    await page.goto("/articles");
    const titles = page.locator(".list-title");
    const [a, b] = [await titles.nth(0).getAttribute("href"), await titles.nth(1).getAttribute("href")];
    return name === "the first pair" ? `/compare?a=${a?.split("/").at(-1)}&b=${b?.split("/").at(-1)}` : (a ?? "");
  }

  it.each([
    ["/", PLAIN],
    ["/articles", PLAIN],
    ["/charts", PLAIN],
    ["/import", PLAIN],
    ["/feeds", PLAIN],
    ["the first article", PLAIN],
    ["the first pair", PLAIN],
    [CHART, WITH_CHART],
    ["/charts/over-time", WITH_CHART],
  ])("loads %s with at most %i bytes of script", async (name, most) => {
    const path = await addressOf(name);
    const bytes = await scriptOf(path);
    console.info(`${path}: ${bytes} bytes of script over the wire`);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(most);
  });

  async function saved(name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".downloads").getByText(name, { exact: true }).click(),
    ]);
    return readFileSync(await download.path());
  }

  it("saves a well-formed SVG that carries the footer", async () => {
    await page.goto(CHART);
    await page.locator(".chart .mark-link").first().waitFor();
    const svg = (await saved("SVG")).toString("utf8");
    const read = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        fault: document.querySelector("parsererror")?.textContent ?? null,
        words: [...document.querySelectorAll("text")].map((each) => each.textContent).join(" "),
        active: document.querySelectorAll("script, a, foreignObject").length,
        marks: document.querySelectorAll("svg svg path").length,
        // A halo painted over its own letters hides them: every stroked text must say that its stroke comes first.
        hidden: [...document.querySelectorAll("text[stroke]")].filter(
          (each) => each.getAttribute("stroke") !== "none" && each.getAttribute("paint-order") !== "stroke",
        ).length,
        mixed: text.match(/okl(?:ab|ch)\(/g)?.length ?? 0,
      };
    }, svg);
    expect(read.fault).toBeNull();
    expect(read.active).toBe(0);
    expect(read.marks).toBeGreaterThan(10);
    expect(read.hidden).toBe(0);
    expect(read.mixed).toBe(0);
    expect(read.words).toMatch(/\d+ % · n \d+/);
    expect(read.words).toMatch(/Western [\d,]+ articles, \d+ outlets/);
    for (const part of ["Outlets:", "n: ", "Collected from", "Codebook", "Agreement:", "Intervals:", server.address]) {
      expect(read.words).toContain(part);
    }
  });

  it("saves a PNG as large as its SVG, with ink where the footer stands", async () => {
    await page.goto(CHART);
    await page.locator(".chart .mark-link").first().waitFor();
    const png = await saved("PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBeGreaterThan(1000);
    // Rows of one colour compress to nothing: the last fifth must not, since the footer stands there.
    const rows = pixelRows(png, width, height);
    const footer = rows.slice(Math.floor(height * 0.85), height - 20);
    expect(footer.filter((row) => new Set(row).size > 8).length).toBeGreaterThan(40);
  });

  /** Filtered bytes of each pixel row: a row without ink is all alike. */
  function pixelRows(png: Buffer, width: number, height: number): Buffer[] {
    const parts: Buffer[] = [];
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      if (png.toString("ascii", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
      at += length + 12;
    }
    const data = inflateSync(Buffer.concat(parts));
    const line = data.length / height;
    expect(line).toBeGreaterThanOrEqual(width);
    return Array.from({ length: height }, (_, row) => data.subarray(row * line + 1, (row + 1) * line));
  }

  it("prints the drawing whole, the table on pages laid across", async () => {
    const { page: paper, context } = await openPage(browser, server.address);
    await paper.goto("/charts/stance");
    await paper.locator(".chart .mark-link").first().waitFor();
    const rows = await paper.locator(".table-twin tbody tr").count();
    const pdf = (await paper.pdf({ format: "A4" })).toString("latin1");
    await context.close();
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    // Narrow columns once made a page of every three rows, after one with the question alone.
    expect(pages).toBeLessThanOrEqual(2 + Math.ceil(rows / 3));
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 84\d/);
  });

  it("gives CSV, JSON and XLSX with the numbers of the table and no cell a spreadsheet would run", async () => {
    await page.goto(CHART);
    const csv = (await saved("CSV")).toString("utf8");
    const [head = "", ...lines] = csv.trim().split(/\r?\n/);
    expect(head).toContain("a_n");
    expect(lines.length).toBe(await page.locator(".table-twin tbody tr").count());
    const cells = lines.flatMap((line) => line.split(",")).filter((cell) => /^"?[=+@\t]/.test(cell));
    expect(cells).toEqual([]);
    const json = JSON.parse((await saved("JSON")).toString("utf8")) as { question: string };
    expect(json.question).toContain("frames");
    const xlsx = await saved("XLSX");
    expect(xlsx.subarray(0, 2).toString()).toBe("PK");
  });

  it("deals the outlets anew and says how many deals made so large a gap", async () => {
    await page.goto(CHART);
    const shuffle = page.locator("details", { hasText: "Could chance make such a gap" });
    await shuffle.locator("summary").click();
    const before = await shuffle.getByRole("status").textContent();
    await shuffle.getByRole("button", { name: "Deal again" }).click();
    expect(before).toMatch(/of 20 deals made a gap/);
    expect(await shuffle.getByRole("status").textContent()).toMatch(/of 20 deals made a gap/);
  });
});
