import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { articlePacker } from "#lib/operations/tagging.ts";
import type { PackedArticle } from "#lib/store/contract.ts";
import type { Coded } from "./coderWorker.ts";

/** Fewer articles are tagged here before a worker has started and warmed up. */
export const WORTH_WORKERS = 192;
/** This thread cannot normalise and store what more of them tag. */
const MOST_WORKERS = 4;
/** Batches handed to each worker at once: it begins the next while this thread is busy. */
const AHEAD = 3;
/** Batches got ready beyond these, above all while workers start; bounds memory. */
const IN_STOCK = 8;
/** Megabytes of a worker's young generation; three times its semi-space. */
const NURSERY = 96;

/** Compiling a codebook takes most of a second; many small imports share it. */
const compiled = new WeakMap<Codebook, ReturnType<typeof articlePacker>>();

interface Task {
  articles: Article[];
  at: string;
  done: (coded: PackedArticle[]) => void;
  failed: (error: unknown) => void;
}

/**
 * Tags batches in `threads` threads, by default one for each core up to five. One of them is this one: with few articles
 * it tags; with many it leaves that to the workers, so that the tagger is compiled and warmed up once less and this thread
 * has its time for the database. A tagger compiled here before is warm and helps while somebody waits.
 */
export class Coders {
  readonly #codebook: Codebook;
  readonly #workers: number;
  readonly #waiting: Task[] = [];
  #pool: Piscina | null = null;
  #ready = false;
  #expected = 0;
  #asked = 0;
  /** Batches with the workers, and callers that wait for one. */
  #under = 0;
  #idle = 0;
  #tagging = false;
  #closed = false;

  constructor(codebook: Codebook, threads = Math.min(availableParallelism(), MOST_WORKERS + 1)) {
    this.#codebook = codebook;
    this.#workers = Math.max(0, threads - 1);
  }

  /** Batches worth having under way at once. */
  get width(): number {
    return this.#workers === 0 ? 2 : AHEAD * this.#workers + IN_STOCK;
  }

  /** Tells that at least so many articles are on their way; with `now`, workers worth having start at once. */
  expect(articles: number, now = false): void {
    this.#expected = Math.max(this.#expected, articles);
    if (now) this.#start();
  }

  /** Has a batch tagged; await it with `meanwhile`, without which nothing may happen. */
  code(articles: Article[], at: string): Promise<PackedArticle[]> {
    return new Promise((done, failed) => {
      this.#waiting.push({ articles, at, done, failed });
      this.#asked += articles.length;
      this.expect(this.#asked, true);
      this.#deal();
    });
  }

  /** Waits for what batches become; this thread tags as long as it takes. */
  async meanwhile<T>(result: Promise<T>): Promise<T> {
    this.#idle++;
    this.#deal();
    try {
      return await result;
    } finally {
      this.#idle--;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool?.destroy();
  }

  #start(): void {
    if (this.#pool !== null || this.#workers === 0 || this.#expected <= WORTH_WORKERS) return;
    const pool = new Piscina({
      filename: workerFile(),
      minThreads: this.#workers,
      maxThreads: this.#workers,
      concurrentTasksPerWorker: AHEAD,
      workerData: { codebook: this.#codebook },
      execArgv: [],
      // Tagging makes much that is soon forgotten: a wide nursery empties itself, a narrow one is copied over and over.
      resourceLimits: { maxYoungGenerationSizeMb: NURSERY },
    });
    this.#pool = pool;
    const started = (): void => {
      this.#ready = true;
      this.#deal();
    };
    // Workers that cannot start fail with the first batch they are given.
    pool.run({ articles: [], at: "" }).then(started, started);
  }

  /** Gives workers what they can take; the oldest of what is left may be tagged here while somebody waits. */
  #deal(): void {
    while (this.#pool && this.#ready && this.#under < AHEAD * this.#workers) {
      const task = this.#waiting.shift();
      if (!task) return;
      this.#under++;
      void this.#away(this.#pool, task);
    }
    // Without workers this thread tags while the database stores; with them it helps while it would wait.
    const mayTag = this.#pool === null || (this.#idle > 0 && compiled.has(this.#codebook));
    if (mayTag && !this.#tagging) {
      const task = this.#waiting.shift();
      if (task) void this.#here(task);
    }
  }

  async #away(pool: Piscina, { articles, at, done, failed }: Task): Promise<void> {
    try {
      const coded = (await pool.run({ articles, at })) as Coded[];
      done(coded.map((each, place) => ({ article: articles[place]!, ...each })));
    } catch (error) {
      failed(error);
    }
    this.#under--;
    this.#deal();
  }

  /** Article by article, so that whatever else this thread serves gets its turn. */
  async #here({ articles, at, done, failed }: Task): Promise<void> {
    this.#tagging = true;
    try {
      const code = compiled.get(this.#codebook) ?? articlePacker(this.#codebook);
      compiled.set(this.#codebook, code);
      const coded: PackedArticle[] = [];
      for (const article of articles) {
        if (this.#closed) return;
        coded.push(...code([article], at));
        await setImmediate();
      }
      done(coded);
    } catch (error) {
      failed(error);
    } finally {
      this.#tagging = false;
    }
    this.#deal();
  }
}

/** A bundler may have moved this module; the worker is always read from the project's own folder. */
function workerFile(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), "worker.mjs");
  return existsSync(beside) ? beside : join(process.cwd(), "lib", "operations", "import", "worker.mjs");
}
