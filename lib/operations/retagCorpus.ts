import type { Context } from "./context.ts";
import { relateArticles } from "./relateArticles.ts";
import { Coders } from "./import/coders.ts";
import type { PackedArticle } from "#lib/store/contract.ts";
import { TAGGER_VERSION } from "#lib/tag/taggerVersion.ts";

const BATCH = 64;

export interface RetagRequest {
  /** Also articles whose tags are of this codebook and tagger already. */
  all?: boolean;
  threads?: number;
  onProgress?: (articles: number) => void;
}

/**
 * Tags stored articles anew with the present codebook and compares those nobody compared with the others, batch by batch;
 * cut off, it is completed by running it again.
 */
export async function retagCorpus(
  context: Context,
  { all = false, threads, onProgress }: RetagRequest = {},
): Promise<{ retagged: number; current: number; compared: number }> {
  const { store, codebook, now } = context;
  const at = now().toISOString();
  const pool = new Coders(codebook, threads);
  const done = { retagged: 0, current: 0, compared: 0 };
  const waiting: Promise<PackedArticle[]>[] = [];
  /** Writes the oldest batch while the next ones are tagged. */
  const write = async (): Promise<void> => {
    const coded = await pool.meanwhile(waiting.shift()!);
    await store.recode(coded);
    done.retagged += coded.length;
    onProgress?.(done.retagged + done.current);
  };
  try {
    for await (const page of store.pages(BATCH)) {
      const stale = page.filter(
        ({ coding }) => all || coding.codebookVersion !== codebook.version || coding.taggerVersion !== TAGGER_VERSION,
      );
      done.current += page.length - stale.length;
      if (stale.length === 0) continue;
      const coded = pool.code(
        stale.map(({ article }) => article),
        at,
      );
      coded.catch(() => undefined);
      waiting.push(coded);
      if (waiting.length >= pool.width) await write();
    }
    while (waiting.length > 0) await write();
    done.compared = await relateArticles(context);
  } finally {
    await pool.close();
  }
  return done;
}
