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

/** Fewer articles are tagged before a worker has started. */
const WORTH_WORKERS = 64;
/** Batches handed to each worker at once: it begins the next while this thread is busy. */
const AHEAD = 2;
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
 * Tags batches in `threads` threads, by default one for each core. This thread is one of them: it tags what no worker has
 * taken while it has nothing else to do, above all while workers start, which takes them seconds.
 */
export class Coders {
  readonly #codebook: Codebook;
  readonly #workers: number;
  readonly #waiting: Task[] = [];
  #pool: Piscina | null = null;
  #ready = false;
  #asked = 0;
  /** Batches with the workers, and callers that wait for one. */
  #under = 0;
  #idle = 0;
  #tagging = false;
  #closed = false;

  constructor(codebook: Codebook, threads = availableParallelism()) {
    this.#codebook = codebook;
    this.#workers = Math.max(0, threads - 1);
  }

  /** Batches worth having under way at once. */
  get width(): number {
    return AHEAD * this.#workers + 1;
  }

  /** Has a batch tagged; await it with `meanwhile`, without which nothing may happen. */
  code(articles: Article[], at: string): Promise<PackedArticle[]> {
    return new Promise((done, failed) => {
      this.#waiting.push({ articles, at, done, failed });
      this.#asked += articles.length;
      if (this.#asked > WORTH_WORKERS && this.#workers > 0) this.#start();
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
    if (this.#pool !== null) return;
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

  /** Gives workers what they can take; the oldest of what is left is tagged here while somebody waits. */
  #deal(): void {
    while (this.#pool && this.#ready && this.#under < AHEAD * this.#workers) {
      const task = this.#waiting.shift();
      if (!task) return;
      this.#under++;
      void this.#away(this.#pool, task);
    }
    if (this.#idle > 0 && !this.#tagging) {
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
        coded.push(code(article, at));
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
