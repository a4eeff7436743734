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
  let waiting: Promise<PackedArticle[]>[] = [];
  const write = async (): Promise<void> => {
    for (const coded of await pool.meanwhile(Promise.all(waiting))) {
      await store.recode(coded);
      done.retagged += coded.length;
      onProgress?.(done.retagged + done.current);
    }
    waiting = [];
  };
  try {
    for await (const page of store.pages(BATCH)) {
      const stale = page.filter(
        ({ coding }) => all || coding.codebookVersion !== codebook.version || coding.taggerVersion !== TAGGER_VERSION,
      );
      done.current += page.length - stale.length;
      if (stale.length === 0) continue;
      waiting.push(
        pool.code(
          stale.map(({ article }) => article),
          at,
        ),
      );
      if (waiting.length >= pool.width) await write();
    }
    await write();
    done.compared = await relateArticles(context);
  } finally {
    await pool.close();
  }
  return done;
}
