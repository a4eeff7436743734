import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { articlePacker } from "#lib/operations/tagging.ts";
import type { PackedArticle } from "#lib/store/contract.ts";
import type { Coded } from "./coderWorker.ts";

/** Tags batches, here or in worker threads. */
export interface Coders {
  /** Batches worth having under way at once. */
  width: number;
  code(articles: Article[], at: string): Promise<PackedArticle[]>;
  /** Told that much is to come: workers start while it is still being read. */
  start(): void;
  close(): Promise<void>;
}

/** Codes in this thread for `threads` 1, else in as many workers; by default one for each core. */
export function coders(codebook: Codebook, threads = availableParallelism()): Coders {
  return threads <= 1 ? here(codebook) : inWorkers(codebook, threads);
}

/** Compiling a codebook takes most of a second; many small imports share it. */
const compiled = new WeakMap<Codebook, ReturnType<typeof articlePacker>>();

function here(codebook: Codebook): Coders {
  return {
    width: 1,
    async code(articles, at) {
      const code = compiled.get(codebook) ?? articlePacker(codebook);
      compiled.set(codebook, code);
      return articles.map((article) => code(article, at));
    },
    start: () => undefined,
    close: async () => undefined,
  };
}

/** Megabytes of a worker's young generation; three times its semi-space. */
const NURSERY = 96;

/** Workers take seconds to start: a small import never starts them, a large one while it is being read. */
function inWorkers(codebook: Codebook, threads: number): Coders {
  let pool: Piscina | null = null;
  const started = (): Piscina =>
    (pool ??= new Piscina({
      filename: workerFile(),
      minThreads: threads,
      maxThreads: threads,
      workerData: { codebook },
      execArgv: [],
      // Tagging makes much that is soon forgotten: a wide nursery empties itself, a narrow one is copied over and over.
      resourceLimits: { maxYoungGenerationSizeMb: NURSERY },
    }));
  return {
    width: threads + 1,
    async code(articles, at) {
      const coded = (await started().run({ articles, at })) as Coded[];
      return coded.map((each, at) => ({ article: articles[at]!, ...each }));
    },
    start: () => void started(),
    async close() {
      await pool?.destroy();
    },
  };
}

/** A bundler may have moved this module; the worker is always read from the project's own folder. */
function workerFile(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), "worker.mjs");
  return existsSync(beside) ? beside : join(process.cwd(), "lib", "operations", "import", "worker.mjs");
}
