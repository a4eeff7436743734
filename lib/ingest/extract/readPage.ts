import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { extractPage, noPage, TIME_LIMIT } from "./extractPage.ts";
import type { ExtractedPage } from "./page.ts";
import { MOST_CHARACTERS } from "./parsePage.ts";
import { overdue, threadCell, threadTime, type TimeLimits } from "./threadTime.ts";

/** Above this a page goes to a thread of its own at once. Characters; newspaper pages reach 2.2 million. */
const LARGE = 3_000_000;
/** What part of its time a page may hold this thread up, where a server answers others too: 1 of 5 seconds, by the clock. */
const HERE = 1 / 5;
/** Beyond its time limit by the clock, for a thread that has to start first. */
const START = 10_000;
/** By the clock, on a machine so busy that the thread hardly gets a core. */
const MOST_WAIT = 60_000;
/** How often a thread's time is looked at. */
const LOOK = 50;
const MEGABYTES = 400;

/**
 * Reads a page as extractPage does, whatever it holds: a large or slow one in a thread with bounded memory that is
 * ended when it has had its time of a core; how busy the machine is with other things does not count. Never throws for what a page holds; the page's problem says what was wrong.
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
  const thread = threadCell();
  const limits = { cpu: timeLimit, wall: { unknown: timeLimit + START, known: MOST_WAIT } };
  const watch = watched(thread, limits, () => end.abort());
  try {
    return (await threads().run({ html, url, thread, wait: MOST_WAIT }, { signal: end.signal })) as ExtractedPage;
  } catch (error) {
    const memory = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
    return memory
      ? noPage("too large", `Reading the page took more than ${MEGABYTES} MB of memory, so it was given up.`)
      : noPage("too slow", `Reading the page took more than ${timeLimit / 1000} seconds, so it was given up.`);
  } finally {
    clearInterval(watch);
  }
}

/** Looks again and again whether a thread has had its time since it noted itself. */
function watched(thread: Int32Array, limits: TimeLimits, end: () => void): NodeJS.Timeout {
  const from = performance.now();
  let before: number | null = null;
  return setInterval(() => {
    const started = Atomics.load(thread, 0);
    const now = threadTime(started);
    before ??= now;
    // Where a thread notes itself, one that has not done so is still starting.
    const waiting = started === 0 && process.platform === "linux" ? 0 : null;
    const cpu = now === null || before === null ? waiting : now - before;
    if (overdue({ cpu, wall: performance.now() - from }, limits)) end();
  }, LOOK);
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
