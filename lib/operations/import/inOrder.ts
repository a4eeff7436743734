import type { Article } from "#lib/domain/article.ts";
import type { PackedArticle } from "#lib/store/contract.ts";
import type { Coders } from "./coders.ts";

/** Articles stored in one transaction, at most about so many: for as long pages wait for the database. */
const MOST_STORED = 192;

/** A batch being tagged, or tagged and waiting to be stored. */
interface Tagged {
  size: number;
  result: Promise<PackedArticle[]>;
  ready: boolean;
}

/**
 * Codes as many batches at once as is worth while and gives them back in the order they came. The source is read on while
 * what was given back is stored; batches that got ready meanwhile come together.
 */
export async function* inOrder(
  source: AsyncIterable<Article[]>,
  code: (articles: Article[]) => Promise<PackedArticle[]>,
  coders: Coders,
): AsyncGenerator<{ result: PackedArticle[]; size: number }> {
  const waiting: Tagged[] = [];
  const wake: { reader?: () => void; writer?: () => void } = {};
  let left = false;
  const read = async (): Promise<void> => {
    for await (const articles of source) {
      const tagged: Tagged = { size: articles.length, result: code(articles), ready: false };
      tagged.result.then(
        () => (tagged.ready = true),
        () => undefined,
      );
      waiting.push(tagged);
      wake.writer?.();
      while (waiting.length >= coders.width && !left) await new Promise<void>((go) => (wake.reader = go));
      if (left) return;
    }
  };
  let ended = false;
  const reading = read().finally(() => {
    ended = true;
    wake.writer?.();
  });
  reading.catch(() => undefined);
  try {
    for (;;) {
      while (waiting.length === 0 && !ended) await new Promise<void>((go) => (wake.writer = go));
      const first = waiting.shift();
      if (!first) break;
      const result = [...(await coders.meanwhile(first.result))];
      let size = first.size;
      while (waiting[0]?.ready && size < MOST_STORED) {
        const next = waiting.shift()!;
        size += next.size;
        result.push(...(await next.result));
      }
      wake.reader?.();
      yield { result, size };
    }
    await reading;
  } finally {
    left = true;
    wake.reader?.();
  }
}
