import type { Article } from "#lib/domain/article.ts";
import type { ImportReport } from "#lib/domain/import.ts";

/** Counts what was added without a side, so that it can be told: no chart shows these articles. */
export class Sideless {
  readonly #articles = new Map<string | null, number>();

  /** `added` are ids; what was stored before is not counted. */
  note(coded: readonly { article: Pick<Article, "id" | "side" | "outletName"> }[], added: readonly string[]): void {
    const fresh = new Set(added);
    for (const { article } of coded) {
      if (article.side !== "unknown" || !fresh.has(article.id)) continue;
      this.#articles.set(article.outletName, (this.#articles.get(article.outletName) ?? 0) + 1);
    }
  }

  byOutlet(): ImportReport["withoutSide"] {
    return [...this.#articles]
      .map(([outlet, articles]) => ({ outlet, articles }))
      .toSorted((a, b) => b.articles - a.articles);
  }
}
