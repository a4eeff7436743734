import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followFeeds } from "#tests/support/followedFeeds.ts";
import { chromiumPath, openBrowser, openPage, tabTo } from "./browser.ts";
import { startServer, type RunningServer } from "./server.ts";

if (!chromiumPath) console.warn("No Chromium on this machine: the journeys are skipped.");

const EVENT = "Paris declaration, January 2026";
/** A mark of a chart with articles behind it. */
const MARK = '.chart .mark-link:not([aria-label*=": 0 of"])';

describe.skipIf(!chromiumPath)("journeys through the dashboard", () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let offences: string[];

  beforeAll(async () => {
    server = await startServer(followFeeds);
    browser = await openBrowser();
    ({ page, offences } = await openPage(browser, server.address));
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function articlesStored(): Promise<number> {
    await page.goto("/articles");
    const said = (await page.getByRole("status").first().textContent()) ?? "";
    return Number(/[\d,]+/.exec(said)?.[0].replace(",", ""));
  }

  it("goes from a chart to a sentence in its article and back with everything as it was", async () => {
    await page.goto("/charts/frames");
    await page.getByLabel("Event").selectOption(EVENT);
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/event=/);
    const chart = page.url();
    await page.locator(MARK).first().click();
    await page.waitForURL(/\/articles\?/);
    const list = page.url();
    expect(new URL(list).searchParams.get("event")).toBe(EVENT);
    const sentence = page.locator(".quotes a").first();
    const words = (await sentence.textContent()) ?? "";
    await sentence.click();
    await page.waitForURL(/\/articles\/[^?]+#mark-/);
    const panel = page.getByRole("region", { name: "Why this is marked" });
    await panel.waitFor();
    const exact = /“([^”]+)”/.exec((await panel.locator("dd").nth(1).textContent()) ?? "")?.[1] ?? "?";
    expect(words).toContain(exact);
    await page.goBack();
    await page.waitForURL(list);
    await page.goBack();
    await page.waitForURL(chart);
    expect(await page.getByLabel("Event").inputValue()).toBe(EVENT);
    await page.locator(MARK).first().waitFor();
  });

  it("goes the same way by keyboard alone", async () => {
    await page.goto(`/charts/frames?event=${encodeURIComponent(EVENT)}&teaching=on`);
    await page.locator(MARK).first().waitFor();
    await tabTo(page, MARK);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/articles\?/);
    await tabTo(page, ".quotes a");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#mark-/);
    await page.getByRole("region", { name: "Why this is marked" }).waitFor();
    await tabTo(page, ".reader-text");
    await page.keyboard.press("j");
    await page.locator(".reader-text .current").waitFor();
    const first = await page.locator(".reader-text .current").textContent();
    await page.keyboard.press("j");
    expect(await page.locator(".reader-text .current").textContent()).not.toBe(null);
    await page.keyboard.press("k");
    expect(await page.locator(".reader-text .current").textContent()).toBe(first);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("region", { name: "Why this is marked" }).count()).toBe(0);
  });

  it("gives the focus back to the words when their panel is closed", async () => {
    await page.goto(await firstArticle());
    for (const key of ["Enter", "Escape"]) {
      await page.locator(".reader-text").focus();
      await page.keyboard.press("j");
      const words = await page.locator(".reader-text .current").textContent();
      await page.locator(".panel button").focus();
      await page.keyboard.press(key);
      await page.locator(".panel").waitFor({ state: "detached" });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words);
    }
  });

  it("imports a pasted text after a preview and takes it back", async () => {
    const before = await articlesStored();
    await page.goto("/import");
    await page.getByLabel("Headline").fill("Talks on a ceasefire begin in Geneva");
    await page
      .getByLabel("Text", { exact: true })
      .fill(
        "GENEVA, 3 March - Talks on a ceasefire began on Monday.\n\nRussia launched its full-scale invasion in 2022. " +
          "“We will not accept threats,” a spokesman for the Russian foreign ministry said. " +
          "The sanctions have cost the economy billions of dollars, a report said.",
      );
    await page.getByLabel("Outlet").first().fill("Reuters");
    await page.getByRole("button", { name: "Show what is recognised" }).click();
    await page.getByRole("heading", { name: "What was recognised" }).waitFor();
    const entry = page.locator(".entry").first();
    expect(await entry.textContent()).toContain("Reuters");
    expect(await entry.textContent()).toContain("Western");
    expect(await articlesInAnotherTab()).toBe(before);
    await page.getByRole("button", { name: "Import 1 article" }).click();
    await page.getByRole("heading", { name: "1 article added" }).waitFor();
    expect(await articlesInAnotherTab()).toBe(before + 1);
    const report = page.locator(".outcome");
    await report.getByRole("button", { name: "Take this import back" }).click();
    await report.getByRole("button", { name: "Yes, remove 1 article again" }).click();
    await page.getByText("Taken back: 1 article removed.").waitFor();
    expect(await articlesStored()).toBe(before);
  });

  async function articlesInAnotherTab(): Promise<number> {
    const text = await (await page.request.get("/articles")).text();
    return Number(/role="status"[^>]*>([\d,]+)/.exec(text)?.[1]?.replace(",", ""));
  }

  it("moves a chart when a person corrects an article's side", async () => {
    const counted = async (): Promise<string> =>
      /"articles":\s*\[([\d,\s]+)\]/.exec(
        await (await page.request.get("/charts/frames/json?teaching=on")).text(),
      )?.[1] ?? "";
    const before = await counted();
    await page.goto("/articles?side=western_teaching");
    await page.locator(".list-title").first().click();
    await page.getByRole("heading", { name: "Correct" }).waitFor();
    const article = page.url();
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Save the change" }) });
    await form.getByLabel("Side").selectOption("russian_teaching");
    await form.getByLabel("Why").fill("To see the chart move.");
    await form.getByRole("button", { name: "Save the change" }).click();
    await page.getByText("To see the chart move.").first().waitFor();
    expect(await counted()).not.toBe(before);
    await page.goto(article);
    await form.getByLabel("Side").selectOption("western_teaching");
    await form.getByLabel("Why").fill("Put back.");
    await form.getByRole("button", { name: "Save the change" }).click();
    await page.getByText("Put back.").first().waitFor();
    expect(await counted()).toBe(before);
  });

  it("puts two reports of one event side by side", async () => {
    await page.goto("/articles?side=western_teaching");
    await page.locator(".list-title").first().click();
    await page.locator("#same-event + .list a").first().click();
    await page.waitForURL(/\/compare\?a=.+&b=/);
    expect(await page.locator(".twin-text").count()).toBe(2);
    expect(await page.locator(".fixed-note").textContent()).toContain("not two equal truths");
    await page.locator(".twin-text").first().focus();
    await page.keyboard.press("j");
    await page.locator(".twin").first().locator(".panel").waitFor();
    await page.keyboard.press("x");
    expect(await page.evaluate(() => document.querySelectorAll(".twin-text")[1] === document.activeElement)).toBe(true);
  });

  it("has no serious accessibility fault on any page, light or dark", async () => {
    const article = await firstArticle();
    const pages = [
      "/",
      "/charts",
      "/charts/frames?teaching=on",
      "/charts/over-time?teaching=on",
      "/feeds",
      "/articles",
      article,
      `${article}/tags`,
      `/compare?a=${article.split("/").at(-1)}`,
      "/outlets",
      "/outlets/rt",
      "/codebook",
      "/codebook/frames/economic",
      "/codebook/targets",
      "/codebook/wording",
      "/codebook/loaded",
      "/codebook/actors",
      "/methods",
      "/import",
      "/nothing-here",
    ];
    const faults: string[] = [];
    for (const scheme of ["light", "dark"] as const) {
      const { page: fresh, context, offences: own } = await openPage(browser, server.address, scheme);
      for (const path of pages) {
        await fresh.goto(path);
        await openEverything(fresh);
        const axe = new AxeBuilder({ page: fresh });
        // What is not a matter of colour is the same in the dark.
        if (scheme === "dark") axe.withRules(["color-contrast"]);
        else axe.withTags(["wcag2a", "wcag2aa"]);
        const { violations } = await axe.analyze();
        for (const { id, impact, nodes } of violations) {
          if (impact !== "serious" && impact !== "critical") continue;
          faults.push(`${scheme} ${path} ${id}: ${nodes[0]?.html.slice(0, 160)} (${nodes.length})`);
        }
        const wide = await fresh.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        if (wide) faults.push(`${scheme} ${path} scrolls sideways`);
      }
      offences.push(...own);
      await context.close();
    }
    expect(faults).toEqual([]);
  }, 900_000);

  /** Panels that are folded and marks that are off have faults of their own. */
  async function openEverything(on: Page): Promise<void> {
    await on.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    const weak = on.getByLabel("Weak evidence too");
    if ((await weak.count()) > 0) await weak.check();
  }

  async function firstArticle(): Promise<string> {
    await page.goto("/articles");
    return (await page.locator(".list-title").first().getAttribute("href")) ?? "";
  }

  it("never talks to another host and breaks no content security policy", () => {
    expect(offences).toEqual([]);
  });
});
