import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a Chromium is installed; undefined where none is, and the journeys are skipped. */
export const chromiumPath = PLACES.find((path) => existsSync(path));

/** No drawing on a graphics card that headless machines lack, no requests of the browser's own. */
const QUIET = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox", ...QUIET] });
}

/** A page of its own context that notes what must never happen: requests to other hosts, policy violations, errors. */
export async function openPage(
  browser: Browser,
  address: string,
  colorScheme: "light" | "dark" = "light",
): Promise<{ page: Page; context: BrowserContext; offences: string[] }> {
  const context = await browser.newContext({
    baseURL: address,
    colorScheme,
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const offences: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) offences.push(`request to ${url}`);
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) offences.push(message.text());
  });
  page.on("pageerror", (error) => offences.push(`${page.url()}: ${error.message}`));
  return { page, context, offences };
}

/** Presses Tab until the element with the focus fits. @throws Error after `most` presses. */
export async function tabTo(page: Page, selector: string, most = 150): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reached ${selector}.`);
}
