import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { extractPage, noPage, TIME_LIMIT } from "./extractPage.ts";
import type { ExtractedPage } from "./page.ts";
import { MOST_CHARACTERS } from "./parsePage.ts";

/** Above this a page goes to a thread of its own at once. Characters; newspaper pages reach 2.2 million. */
const LARGE = 3_000_000;
/** What part of its time a page may hold this thread up, where a server answers others too: 1 of 5 seconds. */
const HERE = 1 / 5;
/** Beyond its own time limit a thread that has not even given up is ended; it may have had to start first. */
const GRACE = 10_000;
const MEGABYTES = 400;

/**
 * Reads a page as extractPage does, whatever it holds: a large or slow one in a thread with bounded memory that is
 * ended when time is up. Never throws for what a page holds; the page's problem says what was wrong.
 */
export async function readPage(
  html: string,
  url: string | null = null,
  timeLimit = TIME_LIMIT,
): Promise<ExtractedPage> {
  if (html.length > MOST_CHARACTERS) return extractPage(html, url);
  const here = timeLimit * HERE;
  if (html.length <= LARGE) {
    const page = extractPage(html, url, here);
    if (page.problem?.kind !== "too slow") return page;
  }
  return readApart(html, url, timeLimit - here);
}

async function readApart(html: string, url: string | null, timeLimit: number): Promise<ExtractedPage> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), timeLimit + GRACE);
  try {
    return (await threads().run({ html, url, timeLimit }, { signal: end.signal })) as ExtractedPage;
  } catch (error) {
    const memory = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
    return memory
      ? noPage("too large", `Reading the page took more than ${MEGABYTES} MB of memory, so it was given up.`)
      : noPage("too slow", `Reading the page took more than ${timeLimit / 1000} seconds, so it was given up.`);
  } finally {
    clearTimeout(timer);
  }
}

let pool: Piscina | null = null;

/** Started for the first page that needs one and ended when idle. */
function threads(): Piscina {
  pool ??= new Piscina({
    filename: workerFile(),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 5000,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    execArgv: [],
  });
  return pool;
}

/** A bundler may have moved this module; the worker is always read from the project's own folder. */
function workerFile(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), "pageWorker.mjs");
  return existsSync(beside) ? beside : join(process.cwd(), "lib", "ingest", "extract", "pageWorker.mjs");
}
