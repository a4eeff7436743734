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

/** Sentences from one article before the next is taken from another: few enough that no two articles look like versions. */
const PIECE = 3;
const ENDS = /(?<=[.!?]["”’]?)\s+(?=[“"A-Z])/;

/** Split once: else the bench, which shares a thread with the import, takes more of its time than the import does. */
const split = new WeakMap<Article, readonly string[]>();
function sentencesOf(article: Article): readonly string[] {
  const known = split.get(article) ?? article.text.split(ENDS);
  split.set(article, known);
  return known;
}

/**
 * Article number `i` of a bench larger than its source: the outlet, date and length of one of `base`, the words of many,
 * so that thousands come in that are no copies of one another. Same `i`, same article.
 */
export function composed(base: readonly Article[], i: number): Article {
  const first = base[i % base.length]!;
  const round = Math.floor(i / base.length);
  const piece = (part: number): Article => base[(i + part * (97 + 2 * round)) % base.length]!;
  const cut = (title: string, from: number): string =>
    title
      .split(" ")
      .slice(from, from + 5)
      .join(" ");
  const length = sentencesOf(first).length;
  const sentences = Array.from({ length: Math.ceil(length / PIECE) }, (_, part) => {
    const other = sentencesOf(piece(part));
    const from = (PIECE * (part + round)) % Math.max(1, other.length - PIECE);
    return other.slice(from, from + PIECE);
  });
  return { ...first, title: `${cut(first.title, 0)} ${cut(piece(1).title, 2)}`, text: sentences.flat().join(" ") };
}
