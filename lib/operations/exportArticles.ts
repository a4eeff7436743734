import type { ArticleFilter, StoredArticle } from "#lib/store/contract.ts";
import type { Tag } from "#lib/domain/tags.ts";
import type { Context } from "./context.ts";

export interface ExportRequest {
  /** Everything there is of each article, in the form `import` reads back. */
  all?: boolean;
  /** Adds the full text to each row. */
  fullText?: boolean;
  filter?: ArticleFilter;
}

/** Longest quotation of a text in an export without full texts; characters. */
const SHORT = 160;
const MOST_EVIDENCE = 5;
const PAGE = 50;

/** One object for each article; a JSON Lines file holds one a line. Full texts only where they were asked for. */
export async function* exportArticles(
  { store }: Context,
  { all = false, fullText = false, filter }: ExportRequest,
): AsyncGenerator<Record<string, unknown>> {
  for await (const stored of chosen(store, filter)) {
    const { article, coding } = stored;
    if (all) yield { article, coding, edits: await store.edits(article.id) };
    else yield { ...metadata(stored), ...(fullText ? { text: article.text } : {}), tags: coding.tags.map(shortTag) };
  }
}

async function* chosen(store: Context["store"], filter: ArticleFilter | undefined): AsyncGenerator<StoredArticle> {
  if (filter === undefined) {
    for await (const page of store.pages(PAGE)) yield* page;
    return;
  }
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await store.list({ ...filter, limit: PAGE, offset });
    for (const { id } of rows) {
      const stored = await store.article(id);
      if (stored) yield stored;
    }
    if (rows.length < PAGE) return;
  }
}

function metadata({ article, coding }: StoredArticle): Record<string, unknown> {
  return {
    id: article.id,
    title: article.title,
    outlet: article.outletName,
    outletId: article.outletId,
    side: article.side,
    sideReason: article.sideReason,
    subGroup: article.subGroup,
    date: article.date?.day ?? null,
    dateFrom: article.date?.from ?? null,
    author: article.author,
    event: article.event,
    url: article.url,
    language: article.language,
    teaching: article.teaching,
    machineTranslated: article.machineTranslated.flag,
    headlineOnly: article.headlineOnly === true,
    assumed: article.assumed,
    words: coding.voices.reduce((sum, voice) => sum + voice.words, 0),
    codebookVersion: coding.codebookVersion,
    taggerVersion: coding.taggerVersion,
    coder: coding.coder,
    abstentions: coding.abstentions,
  };
}

/** A tag with the words of its first few pieces of evidence. */
function shortTag(tag: Tag): Record<string, unknown> {
  const { evidence, ...rest } = tag;
  return {
    ...rest,
    evidence: evidence.slice(0, MOST_EVIDENCE).map(({ span, exact, rule, voice }) => ({
      in: span.in,
      start: span.start,
      end: span.end,
      exact: exact.length > SHORT ? `${exact.slice(0, SHORT)}…` : exact,
      rule,
      voice: voice.kind,
      speaker: voice.speaker?.name ?? null,
    })),
    evidenceCount: evidence.length,
  };
}
