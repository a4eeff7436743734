import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { corpusFolder } from "#lib/codebook/loadCodebook.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Evidence, FrameTag } from "#lib/domain/tags.ts";
import { isRejected, normaliseAll, readSources } from "#lib/ingest/index.ts";
import type { CodedArticle } from "#lib/store/contract.ts";
import { outletRegistry } from "./registry.ts";
import { articleCoder } from "./tagging.ts";

/** One sentence of the starter corpus followed through the tagging: the article, the frame, its words in that sentence. */
export interface WorkedExample extends CodedArticle {
  frame: FrameTag;
  /** Index into coding.sentences. */
  sentence: number;
  evidence: Evidence[];
}

/**
 * Reads, cleans and tags the first article of the starter corpus, as an import would, and picks the sentence in the
 * outlet's own words that speaks loudest for a frame the article has. Null where there is no starter corpus.
 */
export async function workedExample(codebook: Codebook): Promise<WorkedExample | null> {
  const file = firstArticle(join(corpusFolder(), "articles"));
  if (file === null) return null;
  const found = outletRegistry(codebook).findOutlet;
  for await (const item of normaliseAll(readSources([file]), {}, found)) {
    if (isRejected(item)) continue;
    const coded = articleCoder(codebook)(item, new Date(0).toISOString());
    const best = loudest(coded);
    if (best) return { ...coded, ...best };
  }
  return null;
}

/** The first Markdown file of the first event folder, in the order of names. */
function firstArticle(folder: string): string | null {
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) continue;
    const file = readdirSync(path)
      .toSorted()
      .find((each) => each.endsWith(".md"));
    if (file) return join(path, file);
  }
  return null;
}

function loudest({ coding }: CodedArticle): Pick<WorkedExample, "frame" | "sentence" | "evidence"> | null {
  const frames = coding.tags.filter((tag): tag is FrameTag => tag.kind === "frame" && tag.presentOwn);
  const candidates = frames.flatMap((frame) => {
    const own = frame.evidence.filter(({ voice, span }) => voice.kind === "own" && span.in === "text");
    return [...new Set(own.map(({ sentence }) => sentence))].map((sentence) => {
      const evidence = own.filter((each) => each.sentence === sentence);
      return { frame, sentence, evidence, weight: evidence.reduce((sum, each) => sum + each.weight, 0) };
    });
  });
  const [best] = candidates.toSorted((a, b) => b.weight - a.weight || a.sentence - b.sentence);
  return best ?? null;
}
