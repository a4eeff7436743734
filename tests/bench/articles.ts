import { existsSync } from "node:fs";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Article } from "#lib/domain/article.ts";
import { isRejected, normaliseAll, readSources } from "#lib/ingest/index.ts";
import { outletRegistry } from "#lib/operations/registry.ts";

const COVERAGE = ["../shared/coverage/western.jsonl", "../shared/coverage/russian.jsonl"];

/** Real coverage where it lies beside the project, else the starter corpus. */
export function benchSources(): { name: string; paths: string[] } {
  return COVERAGE.every((path) => existsSync(path))
    ? { name: "../shared/coverage", paths: COVERAGE }
    : { name: "corpus/articles", paths: ["corpus/articles"] };
}

/** The articles of the bench, every side in turn, `count` of them; short sources repeat. */
export async function benchArticles(count: number): Promise<Article[]> {
  const { findOutlet } = outletRegistry(loadCodebook(null));
  const all: Article[] = [];
  for await (const item of normaliseAll(readSources(benchSources().paths), {}, findOutlet)) {
    if (!isRejected(item)) all.push(item);
  }
  const step = Math.max(1, Math.floor(all.length / count));
  return Array.from({ length: count }, (_, i) => all[(i * step) % all.length]!);
}
