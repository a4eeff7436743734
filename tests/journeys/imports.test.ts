import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articlePage, OutletServer } from "#tests/support/outletServer.ts";
import { ownText } from "#tests/support/texts.ts";
import { hostilePages } from "#tests/unit/ingest/extract/hostilePages.ts";
import { chromiumPath, openBrowser, openPage, tabTo } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

interface Row {
  title: string;
  text: string;
  outlet: string;
  date: string;
  side?: "russian";
}
const rows = (outlet: string, count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    title: `Report ${i} of ${outlet}`,
    text: `Officials in town ${i} said on Monday that the bridge would stay closed. ${ownText(1000 + i, 6)}`,
    outlet,
    date: "2025-03-28",
  }));
const csv = (of: readonly Row[]): string =>
  [
    "title;text;outlet;date;side",
    ...of.map((row) => `${row.title};"${row.text}";${row.outlet};${row.date};${row.side ?? "western"}`),
  ].join("\n");
/** A busy machine may find its kept connection closed. */
const AGAIN = { maxRetries: 3, timeout: 120_000 };
const file = (name: string, text: string, mimeType = "text/csv") => ({ name, mimeType, buffer: Buffer.from(text) });

describe.skipIf(!chromiumPath)("imports through the page of the built product", () => {
  const outlet = new OutletServer();
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let offences: string[];

  beforeAll(async () => {
    await outlet.start();
    const settings = { PARALLAX_ALLOW_HOSTS: outlet.host, PARALLAX_HOST_DELAY: "0" };
    server = await startServer(undefined, settings);
    browser = await openBrowser();
    ({ page, offences } = await openPage(browser, server.address));
    page.setDefaultTimeout(AGAIN.timeout);
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await outlet.stop();
  });

  /** Articles stored of one outlet, asked beside the page under test. */
  async function stored(name: string): Promise<number> {
    const text = await (await page.request.get(`/articles?outlet=${encodeURIComponent(name)}`, AGAIN)).text();
    return Number(/role="status"[^>]*>([\d,]+)/.exec(text)?.[1]?.replace(",", "") ?? "0");
  }
  async function choose(way: "Files" | "From the web"): Promise<void> {
    await page.goto("/import");
    await page.getByRole("tab", { name: way }).click();
  }
  async function preview(): Promise<void> {
    await page.getByRole("button", { name: "Show what is recognised" }).click();
    await page.getByRole("heading", { name: "What was recognised" }).waitFor();
  }
  const tally = async (): Promise<string> => (await page.locator(".tally").textContent()) ?? "";
  const send = (of: readonly Row[]) =>
    page.request.post("/api/import", {
      multipart: { file: file("rows.csv", csv(of)) },
      headers: { origin: server.address },
      timeout: 200_000,
    });
  async function reported(
    answer: Awaited<ReturnType<typeof send>>,
  ): Promise<{ added: string[]; alreadyStored: string[] }> {
    const last = (await answer.text()).trim().split("\n").at(-1) ?? "{}";
    return (JSON.parse(last) as { report: { added: string[]; alreadyStored: string[] } }).report;
  }

  it("takes a page and a table as files, shows both and stores each once", async () => {
    const html = articlePage("Bridge opens again in Upper Town", "The bridge over the river was opened on Monday.");
    const files = [file("bridge.html", html, "text/html"), file("rows.csv", csv(rows("Valley Table", 3)))];
    await choose("Files");
    await page.locator("#import-files").setInputFiles(files);
    await preview();
    expect(await tally()).toContain("4 new");
    expect(await page.locator(".entry").allTextContents()).toContainEqual(
      expect.stringContaining("Bridge opens again in Upper Town"),
    );
    expect(await stored("Valley Table")).toBe(0);
    await page.getByRole("button", { name: "Import 4 articles" }).click();
    await page.getByRole("heading", { name: "4 articles added" }).waitFor();
    expect(await stored("Valley Table")).toBe(3);
    await choose("Files");
    await page.locator("#import-files").setInputFiles(files);
    await preview();
    expect(await tally()).toContain("4 already stored");
    expect(await page.getByRole("button", { name: "Nothing new to import" }).isDisabled()).toBe(true);
  });

  it("takes addresses: an article, a large one read in a thread of its own, and what cannot be read with its reason", async () => {
    const heavy = `<!--${"x".repeat(3_200_000)}-->`;
    outlet
      .on("/bridge", articlePage("Mayor opens the bridge", "The mayor opened the bridge on Friday."))
      .on("/heavy", articlePage("Storm closes the harbour", "A storm closed the harbour on Friday.", heavy))
      .on("/links", hostilePages["a million links"]!().slice(0, 4_500_000))
      .on("/slow", hostilePages["line breaks alone"]!())
      .on("/list", "<h1>Nothing here</h1>");
    await choose("From the web");
    const addresses = ["/bridge", "/heavy", "/links", "/slow", "/list", "/gone"].map((path) => outlet.url(path));
    await page.getByLabel("Addresses").fill(addresses.join("\n"));
    await page.getByRole("button", { name: "Show what is recognised" }).click();
    // The server answers others while a page is being read.
    expect((await page.request.get("/api/names", AGAIN)).status()).toBe(200);
    await page.getByRole("heading", { name: "What was recognised" }).waitFor();
    expect(await tally()).toMatch(/2 new.*4 refused/);
    const refused = (await page.locator(".preview").textContent()) ?? "";
    expect(refused).toContain("The page is larger or deeper than a report can be.");
    expect(refused).toContain("there is too little running text");
    await page.getByRole("button", { name: "Import 2 articles" }).click();
    await page.getByRole("heading", { name: "2 articles added" }).waitFor();
    expect([outlet.asked("/bridge"), outlet.asked("/heavy")]).toEqual([1, 1]);
    await page.goto("/articles?search=harbour");
    await page.locator(".list-title", { hasText: "Storm closes the harbour" }).first().click();
    expect(await page.locator(".reader-text").textContent()).toContain("Paragraph 8 adds");
    expect(await page.locator(".facts").first().textContent()).toContain("2025-03-28");
  });

  it("stores each article once when the same is sent several times at once", async () => {
    const given = rows("Twice Sent", 40);
    const reports = await Promise.all(
      [send(given), send(given), send(given.toReversed())].map(async (each) => reported(await each)),
    );
    expect(reports.flatMap(({ added }) => added)).toHaveLength(40);
    expect(reports.map(({ added, alreadyStored }) => added.length + alreadyStored.length)).toEqual([40, 40, 40]);
    expect(await stored("Twice Sent")).toBe(40);
  });

  it("goes on when its page is left, and sending the same again adds what is missing and nothing twice", async () => {
    const given = rows("Left Early", 400);
    await page.goto("/import");
    const seen = await page.evaluate(async (text) => {
      const form = new FormData();
      form.set("file", new File([text], "rows.csv", { type: "text/csv" }));
      const leave = new AbortController();
      const answer = await fetch("/api/import", { method: "POST", body: form, signal: leave.signal });
      const first = await answer.body?.getReader().read();
      leave.abort();
      return new TextDecoder().decode(first?.value);
    }, csv(given));
    expect(seen).toContain("rows");
    expect(seen).not.toContain("report");
    await expect.poll(() => stored("Left Early"), { timeout: 200_000, interval: 1000 }).toBe(400);
    const { added, alreadyStored } = await reported(await send(given));
    expect([added.length, alreadyStored.length]).toEqual([0, 400]);
    expect(await stored("Left Early")).toBe(400);
  });

  it("lets a person overrule wire copy by keyboard, and the chart that counts it once follows", async () => {
    const text = `Officials said on Monday that the sanctions cost the economy billions. ${ownText(77)}`;
    const both = ["First Courier", "Second Courier"].map((name, i) => ({
      title: `Sanctions cost billions: ${name}`,
      text,
      outlet: name,
      date: `2025-03-2${i + 1}`,
    }));
    // Charts show teaching articles until two sides are there.
    await send([...both, ...rows("Volga Courier", 2).map((row) => ({ ...row, side: "russian" as const }))]);
    const once = async (): Promise<number> => {
      const json = await (await page.request.get("/charts/frames/json?wire=once&teaching=off", AGAIN)).text();
      const counts = /"articles":\s*\[([\d,\s]+)\]/.exec(json)?.[1]?.split(",") ?? [];
      return counts.reduce((sum, each) => sum + Number(each), 0);
    };
    const before = await once();
    await page.goto("/articles?outlet=Second%20Courier");
    await page.locator(".list-title").first().click();
    const same = page.getByRole("region", { name: "The same text elsewhere" });
    await same.waitFor();
    expect(await same.textContent()).toContain("Told by comparing texts");
    await tabTo(page, "select[name=wire]");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "input[name=reason]");
    await page.keyboard.type("Its reporter was there.");
    await page.keyboard.press("Enter");
    await same.getByText("A person ruled so on").waitFor();
    expect(await same.textContent()).toContain("A report of its own.");
    expect(await page.getByRole("region", { name: "What was changed" }).textContent()).toContain(
      "Its reporter was there.",
    );
    expect(await once()).toBe(before + 1);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    await page.locator("select[name=wire]").selectOption("auto");
    await page.locator("input[name=reason]").fill("He was not.");
    await page.getByRole("button", { name: "Save the change" }).click();
    await same.getByText("Told by comparing texts").waitFor();
    expect(await once()).toBe(before);
  });

  it("asks no other host and breaks no content security policy", () => {
    expect(offences).toEqual([]);
  });
});
