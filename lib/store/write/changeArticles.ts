import type { Article } from "#lib/domain/article.ts";
import type { Coding, Measure } from "#lib/domain/coding.ts";
import type { Database, Queryable } from "#lib/store/connection.ts";
import type { Editable } from "#lib/store/contract.ts";
import { packCoding, type PackedCoding } from "#lib/store/packCoding.ts";
import { SELECT_COUNTED, toCounted, type CountedRow } from "#lib/store/read/rows.ts";
import { insertCodings, insertVersionRulings, presentKeys } from "./addArticles.ts";
import { shareOf } from "./groups.ts";
import { lockWrites } from "./lockWrites.ts";
import { forgetTexts, markStale } from "./relations.ts";
import { addToSums } from "./sums.ts";

/** Rows read at once when many articles leave; bounds memory. */
const CHUNK = 200;

async function stored(tx: Queryable, ids: readonly string[]) {
  return (await tx.query<CountedRow>(`${SELECT_COUNTED} WHERE a.id = ANY($1::text[])`, [ids])).map(toCounted);
}

/** Replaces codings and what they add to the sums. */
export async function recode(
  db: Database,
  all: readonly { coding: Coding | PackedCoding; measures: Measure[] }[],
): Promise<void> {
  const batch = all.map(({ coding, measures }) => ({ coding: packCoding(coding, measures), measures }));
  await db.transaction(async (tx) => {
    await lockWrites(tx);
    const before = await stored(
      tx,
      batch.map(({ coding }) => coding.articleId),
    );
    const byId = new Map(before.map((each) => [each.article.id, each]));
    const kept = batch.filter(({ coding }) => byId.has(coding.articleId));
    const after = kept.map((each) => shareOf({ ...each, article: byId.get(each.coding.articleId)!.article }));
    await addToSums(tx, before.map(shareOf), -1);
    await addToSums(tx, after, 1);
    await insertCodings(
      tx,
      kept.map(({ coding }) => coding),
    );
    await tx.query(
      `UPDATE articles SET words = n.words, present = ARRAY(SELECT jsonb_array_elements_text(n.present))
       FROM jsonb_to_recordset($1::text::jsonb) AS n (id text, words integer, present jsonb) WHERE articles.id = n.id`,
      [
        JSON.stringify(
          kept.map(({ coding, measures }) => ({
            id: coding.articleId,
            words: coding.words,
            present: byId.get(coding.articleId)!.article.supersededBy ? [] : presentKeys(measures),
          })),
        ),
      ],
    );
  });
}

/** Changes who published an article, when, or about what, and logs every changed field with the reason. */
export async function editArticle(
  db: Database,
  id: string,
  change: Editable,
  reason: string,
  at: string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockWrites(tx);
    const [found] = await stored(tx, [id]);
    if (!found) return false;
    const { article } = found;
    const fields = (Object.keys(change) as (keyof Editable)[]).filter(
      (field) => JSON.stringify(article[field] ?? null) !== JSON.stringify(change[field] ?? null),
    );
    if (fields.length === 0) return true;
    const edited = { ...article, ...change, assumed: article.assumed.filter((name) => !changes(fields, name)) };
    await addToSums(tx, [shareOf(found)], -1);
    await addToSums(tx, [shareOf({ ...found, article: edited })], 1);
    await tx.query(
      `UPDATE articles SET outlet_id = $2, outlet_name = $3, side = $4, side_reason = $5, sub_group = $6, day = $7::date,
         date_confidence = $8, date_from = $9, event = $10, assumed = $11, ruled_wire = $12 WHERE id = $1`,
      [
        id,
        edited.outletId,
        edited.outletName,
        edited.side,
        edited.sideReason,
        edited.subGroup,
        edited.date?.day ?? null,
        edited.date?.confidence ?? null,
        edited.date?.from ?? null,
        edited.event,
        JSON.stringify(edited.assumed),
        edited.ruledWire ? JSON.stringify(edited.ruledWire) : null,
      ],
    );
    for (const field of fields) await logEdit(tx, id, at, field, article[field], edited[field], reason);
    await markStale(tx, [id]);
    if (fields.includes("ruledVersions")) {
      await tx.query("DELETE FROM version_rulings WHERE article_id = $1", [id]);
      await insertVersionRulings(tx, [{ article: edited }]);
      await markStale(tx, [id]);
    }
    return true;
  });
}

/** Whether a change states what was so far assumed; "outlet" covers its id and name. */
function changes(fields: readonly string[], assumed: string): boolean {
  return fields.some((field) => field === assumed || field.startsWith(assumed));
}

type Value = Article[keyof Editable];

async function logEdit(
  tx: Queryable,
  id: string,
  at: string,
  field: string,
  before: Value,
  after: Value,
  reason: string,
): Promise<void> {
  await tx.query("INSERT INTO edits (article_id, at, field, before, after, reason) VALUES ($1, $2, $3, $4, $5, $6)", [
    id,
    at,
    field,
    shown(before),
    shown(after),
    reason,
  ]);
}

/** A value as the log keeps it: in words, null for none. */
function shown(value: Value): string | null {
  if (value === undefined || value === null || typeof value === "string") return value ?? null;
  if ("day" in value) return value.day;
  if ("is" in value) return value.is === "own" ? "own report" : `wire copy${value.origin ? ` of ${value.origin}` : ""}`;
  return value.map(({ same, other }) => `${same ? "a version" : "no version"} of ${other}`).join("; ") || null;
}

/** Takes articles out with their share of the sums. Part of the caller's transaction. */
async function take(tx: Queryable, ids: readonly string[]): Promise<number> {
  const found = await stored(tx, ids);
  await addToSums(tx, found.map(shareOf), -1);
  await forgetTexts(tx, ids);
  await tx.query("DELETE FROM articles WHERE id = ANY($1::text[])", [ids]);
  return found.length;
}

export async function removeArticle(db: Database, id: string, at: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockWrites(tx);
    const [found] = await tx.query<{ title: string }>("SELECT title FROM articles WHERE id = $1", [id]);
    if (!found) return false;
    await take(tx, [id]);
    await tx.query(
      "INSERT INTO edits (article_id, at, field, before, after, reason) VALUES ($1, $2, 'article', $3, NULL, 'removed')",
      [id, at, found.title],
    );
    return true;
  });
}

/** Takes back the newest import that still counts, in one transaction. */
export async function undoImport(db: Database, at: string): Promise<{ importId: string; removed: number } | null> {
  return db.transaction(async (tx) => {
    await lockWrites(tx);
    const [last] = await tx.query<{ id: number }>(
      `SELECT id FROM imports i WHERE undone_at IS NULL AND EXISTS (SELECT 1 FROM articles WHERE import_id = i.id)
       ORDER BY id DESC LIMIT 1`,
    );
    if (!last) return null;
    let removed = 0;
    for (;;) {
      const next = await tx.query<{ id: string }>("SELECT id FROM articles WHERE import_id = $1 LIMIT $2", [
        last.id,
        CHUNK,
      ]);
      if (next.length === 0) break;
      removed += await take(
        tx,
        next.map((row) => row.id),
      );
    }
    await tx.query("UPDATE imports SET undone_at = $2 WHERE id = $1", [last.id, at]);
    return { importId: String(last.id), removed };
  });
}
