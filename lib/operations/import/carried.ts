import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { RawRecord } from "#lib/domain/import.ts";
import { hashOf, measurer } from "#lib/operations/tagging.ts";
import type { PackedArticle } from "#lib/store/contract.ts";
import { packCoding } from "#lib/store/packCoding.ts";
import { TAGGER_VERSION } from "#lib/tag/taggerVersion.ts";

type Kept = Pick<RawRecord, "coding" | "edits">;

/**
 * What records of an export carry beside their article, held until the article is stored. Tags are taken over when they
 * are of this codebook and tagger and every one of them stands on its words; otherwise the article is tagged anew.
 */
export class Carried {
  readonly #kept = new Map<string, Kept>();
  readonly #codebook: Codebook;
  readonly #measures: ReturnType<typeof measurer>;

  constructor(codebook: Codebook) {
    this.#codebook = codebook;
    this.#measures = measurer(codebook);
  }

  note({ article, coding, edits }: RawRecord): void {
    if (article && (coding || edits))
      this.#kept.set(article.id, { ...(coding && { coding }), ...(edits && { edits }) });
  }

  /** The article with its own tags, or null where it has to be tagged. */
  coded(article: Article): PackedArticle | null {
    const coding = this.#kept.get(article.id)?.coding;
    if (!coding || !this.#fits(article, coding)) return null;
    const measures = this.#measures(article, coding);
    return { article, coding: packCoding(coding, measures), measures };
  }

  /** Adds the edits that came with an article, and forgets it. */
  finished(coded: PackedArticle): PackedArticle {
    const edits = this.#kept.get(coded.article.id)?.edits;
    this.#kept.delete(coded.article.id);
    return edits ? { ...coded, edits } : coded;
  }

  #fits(article: Article, coding: Coding): boolean {
    const evidence = coding.tags.flatMap((tag) => tag.evidence);
    return (
      coding.codebookVersion === this.#codebook.version &&
      coding.taggerVersion === TAGGER_VERSION &&
      coding.textHash === hashOf(article) &&
      evidence.every(({ span, exact }) => article[span.in].slice(span.start, span.end) === exact)
    );
  }
}
