import type { Article } from "#lib/domain/article.ts";
import type { Measure } from "#lib/domain/coding.ts";
import type { CodedArticle, PackedArticle } from "#lib/store/contract.ts";
import type { Database, Queryable } from "#lib/store/connection.ts";
import { packCoding, type PackedCoding } from "#lib/store/packCoding.ts";
import { shareOf } from "./groups.ts";
import { lockWrites } from "./lockWrites.ts";
import { noteUnrelated } from "./relations.ts";
import type { Settlement } from "#lib/domain/feed.ts";
import { settle } from "./feeds.ts";
import { addToSums } from "./sums.ts";

/** to_tsvector takes about a megabyte; what lies behind this many characters is not found by search. */
const SEARCHED = 200_000;

/** Stores the articles of a batch that are new, with codings and sums; all of them or none. */
export async function addArticles(
  db: Database,
  importId: string,
  batch: readonly (CodedArticle | PackedArticle)[],
  settled: readonly Settlement[] = [],
): Promise<{ added: string[]; alreadyStored: string[] }> {
  const once = [...new Map(batch.toReversed().map((each) => [each.article.id, unrelated(each)])).values()].toReversed();
  const added = await db.transaction(async (tx) => {
    await lockWrites(tx);
    const seqs = await insertArticles(tx, importId, once);
    const fresh = new Set(seqs.keys());
    const kept = once.filter((each) => fresh.has(each.article.id));
    await insertOriginals(tx, kept);
    await insertCodings(
      tx,
      kept.map(({ coding }) => coding),
    );
    await insertEdits(tx, kept);
    await insertVersionRulings(tx, kept);
    await noteUnrelated(
      tx,
      importId,
      kept.map(({ article: { id }, fingerprint }) => ({ id, seq: seqs.get(id)!, fingerprint })),
    );
    await addToSums(tx, kept.map(shareOf), 1);
    if (settled.length > 0) await settle(tx, settled);
    return fresh;
  });
  const seen = new Set<string>();
  const isNew = (id: string): boolean => added.has(id) && !seen.has(id) && seen.add(id).has(id);
  const ids = batch.map((each) => each.article.id);
  const addedIds = ids.filter(isNew);
  return { added: addedIds, alreadyStored: subtract(ids, addedIds) };
}

/** How an article stands to others is told here, by what is stored; what another collection said of that is dropped. */
function unrelated(each: CodedArticle | PackedArticle): PackedArticle {
  const { versionOf: _root, supersededBy: _latest, wire, ...article } = each.article;
  const own = article.ruledWire?.is === "own";
  const credited = wire && !own ? { origin: wire.origin, reason: wire.reason, copies: [] } : null;
  const coding = packCoding(each.coding, each.measures);
  return { ...each, coding, article: { ...article, wire: credited } };
}

/** What is left of a list when each of the others is taken out once. */
function subtract(ids: readonly string[], others: readonly string[]): string[] {
  const left = new Set(others);
  return ids.filter((id) => !left.delete(id));
}

/** Returns the places, in the order of storing, of those that are new, by id. */
async function insertArticles(tx: Queryable, importId: string, batch: readonly PackedArticle[]) {
  const rows = batch.map(articleRow);
  const stored = await tx.query<{ id: string; seq: number }>(
    `INSERT INTO articles (id, import_id, title, body, outlet_id, outlet_name, side, side_reason, sub_group, day,
       date_confidence, date_from, author, event, url, language, machine_translated, translation_reasons, teaching,
       assumed, intended, source_id, headline_only, wire, credit, ruled_wire, words, present, search)
     SELECT id, $2::int, title, body, outlet_id, outlet_name, side, side_reason, sub_group, day::date,
       date_confidence, date_from, author, event, url, language, machine_translated, translation_reasons, teaching,
       assumed, intended, source_id, headline_only, wire, credit, ruled_wire, words, ARRAY(SELECT jsonb_array_elements_text(present)),
       to_tsvector('english', title || ' ' || left(body, ${SEARCHED}))
     FROM jsonb_to_recordset($1::text::jsonb) AS a (id text, title text, body text, outlet_id text, outlet_name text,
       side text, side_reason text, sub_group text, day text, date_confidence float8, date_from text, author text,
       event text, url text, language text, machine_translated boolean, translation_reasons text, teaching boolean,
       assumed text, intended text, source_id text, headline_only boolean, wire text, credit text, ruled_wire text, words integer,
       present jsonb)
     ON CONFLICT (id) DO NOTHING RETURNING id, seq`,
    [JSON.stringify(rows), Number(importId)],
  );
  return new Map(stored.map((row) => [row.id, row.seq]));
}

function articleRow({ article, coding: { words }, measures, fingerprint }: PackedArticle) {
  return {
    id: article.id,
    title: article.title,
    body: article.text,
    outlet_id: article.outletId,
    outlet_name: article.outletName,
    side: article.side,
    side_reason: article.sideReason,
    sub_group: article.subGroup,
    day: article.date?.day ?? null,
    date_confidence: article.date?.confidence ?? null,
    date_from: article.date?.from ?? null,
    author: article.author,
    event: article.event,
    url: article.url,
    language: article.language,
    machine_translated: article.machineTranslated.flag,
    translation_reasons: JSON.stringify(article.machineTranslated.reasons),
    teaching: article.teaching,
    assumed: JSON.stringify(article.assumed),
    intended: article.intended === null ? null : JSON.stringify(article.intended),
    source_id: article.sourceId ?? null,
    headline_only: article.headlineOnly === true,
    wire: article.wire ? JSON.stringify(article.wire) : null,
    credit: fingerprint?.credit ? JSON.stringify(fingerprint.credit) : null,
    ruled_wire: article.ruledWire ? JSON.stringify(article.ruledWire) : null,
    words,
    present: presentKeys(measures),
  };
}

/** What an article can be found by: presences, and scores that could be told. */
export function presentKeys(measures: readonly Measure[]): string[] {
  return measures
    .filter(({ measure, value }) => value !== null && measure !== "term" && (measure === "stance" || value > 0))
    .map(({ measure, target, voice }) => presentKey(measure, target, voice));
}

export function presentKey(measure: string, target: string, voice: string): string {
  return `${measure} ${target} ${voice}`;
}

/** What people had changed before, of articles that come out of an export. */
async function insertEdits(tx: Queryable, batch: readonly PackedArticle[]): Promise<void> {
  const rows = batch.flatMap(({ edits }) => edits ?? []);
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO edits (article_id, at, field, before, after, reason)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      rows.map((row) => row.articleId),
      rows.map((row) => row.at),
      rows.map((row) => row.field),
      rows.map((row) => row.before),
      rows.map((row) => row.after),
      rows.map((row) => row.reason),
    ],
  );
}

/** What people ruled on versions of some articles; one pair once. */
export async function insertVersionRulings(
  tx: Queryable,
  batch: readonly { article: Pick<Article, "id" | "ruledVersions"> }[],
): Promise<void> {
  const rows = batch.flatMap(({ article }) =>
    (article.ruledVersions ?? []).map((each) => ({ ...each, id: article.id })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO version_rulings (article_id, other_id, same, reason, at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::text[]) ON CONFLICT DO NOTHING`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.other),
      rows.map((row) => row.same),
      rows.map((row) => row.reason),
      rows.map((row) => row.at),
    ],
  );
}

async function insertOriginals(tx: Queryable, batch: readonly PackedArticle[]): Promise<void> {
  await tx.query(
    "INSERT INTO originals (article_id, raw, offset_map, removed) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])",
    [
      batch.map(({ article }) => article.id),
      batch.map(({ article }) => article.raw),
      batch.map(({ article }) => JSON.stringify(article.offsetMap)),
      batch.map(({ article }) => JSON.stringify(article.removed)),
    ],
  );
}

/** Writes codings, over the ones there are. */
export async function insertCodings(tx: Queryable, codings: readonly PackedCoding[]): Promise<void> {
  const lists = new Map(codings.map(({ questions, asked }) => [questions, asked]));
  await tx.query(
    "INSERT INTO question_lists (digest, asked) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING",
    [[...lists.keys()], [...lists.values()]],
  );
  await tx.query(
    `INSERT INTO codings (article_id, coder, codebook_version, tagger_version, text_hash, at, asked, found, measures)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
     ON CONFLICT (article_id) DO UPDATE SET coder = excluded.coder, codebook_version = excluded.codebook_version,
       tagger_version = excluded.tagger_version, text_hash = excluded.text_hash, at = excluded.at,
       asked = excluded.asked, found = excluded.found, measures = excluded.measures`,
    [
      codings.map((coding) => coding.articleId),
      codings.map((coding) => coding.coder),
      codings.map((coding) => coding.codebookVersion),
      codings.map((coding) => coding.taggerVersion),
      codings.map((coding) => coding.textHash),
      codings.map((coding) => coding.at),
      codings.map((coding) => coding.questions),
      codings.map((coding) => coding.found),
      codings.map((coding) => coding.measures),
    ],
  );
}
