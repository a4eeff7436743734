import type { FeedAttempt, QueueRow, Settlement, Wanted } from "#lib/domain/feed.ts";
import type { Database, Queryable } from "#lib/store/connection.ts";
import { lockWrites } from "./lockWrites.ts";

/** False when the feed is followed already. */
export async function addFeed(
  db: Database,
  feed: { id: string; address: string; title: string | null; outlet: string | null; addedAt: string },
): Promise<boolean> {
  const rows = await db.transaction((tx) =>
    tx.query(
      `INSERT INTO feeds (id, address, title, outlet, added_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [feed.id, feed.address, feed.title, feed.outlet, feed.addedAt],
    ),
  );
  return rows.length > 0;
}

/** Stops following; what was stored stays, what still waits is dropped. False when there is no such feed. */
export async function removeFeed(db: Database, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockWrites(tx);
    await tx.query("DELETE FROM fetch_queue WHERE feed_id = $1 AND state = 'waiting'", [id]);
    // Entries that other feeds hold too come back with their next whole answer.
    await tx.run("UPDATE feeds SET etag = NULL, last_modified = NULL");
    return (await tx.query("DELETE FROM feeds WHERE id = $1 RETURNING id", [id])).length > 0;
  });
}

/** Notes an attempt and queues what it brought, together: an answer marked as seen has its entries kept. */
export async function noteFeed(
  db: Database,
  id: string,
  attempt: FeedAttempt,
  wanted: readonly Wanted[],
): Promise<number> {
  return db.transaction(async (tx) => {
    await lockWrites(tx);
    const known = await tx.query(
      `UPDATE feeds SET tried_at = $2, succeeded_at = coalesce($3, succeeded_at), title = coalesce($4, title),
         etag = coalesce($5, etag), last_modified = coalesce($6, last_modified), error = $7, failures = $8, next_at = $9
       WHERE id = $1 RETURNING id`,
      [
        id,
        attempt.triedAt,
        attempt.succeededAt ?? null,
        attempt.title ?? null,
        attempt.etag ?? null,
        attempt.lastModified ?? null,
        attempt.error,
        attempt.failures,
        attempt.nextAt,
      ],
    );
    return known.length === 0 ? 0 : insertWanted(tx, wanted, id);
  });
}

/** Queues articles to be had; those known by key are passed over. Returns how many were new. */
export async function queueWanted(db: Database, wanted: readonly Wanted[]): Promise<number> {
  return db.transaction(async (tx) => {
    await lockWrites(tx);
    return insertWanted(tx, wanted, null);
  });
}

async function insertWanted(tx: Queryable, wanted: readonly Wanted[], feedId: string | null): Promise<number> {
  if (wanted.length === 0) return 0;
  const rows = await tx.query(
    `INSERT INTO fetch_queue (key, feed_id, host, wanted)
     SELECT DISTINCT ON (key) key, $4, host, wanted FROM unnest($1::text[], $2::text[], $3::text[]) AS w (key, host, wanted)
     ON CONFLICT DO NOTHING RETURNING key`,
    [
      wanted.map(({ key }) => storable(key)),
      wanted.map(({ url }) => (url === null ? "" : new URL(url).host)),
      wanted.map((each) => storable(JSON.stringify(each))),
      feedId,
    ],
  );
  return rows.length;
}

/** Databases take neither NUL nor half a surrogate pair. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "").replaceAll("\\u0000", "");

/** Takes rows for itself until a time, hosts in turn, so that no second run fetches the same. */
export async function claimQueue(db: Database, most: number, now: string, until: string): Promise<QueueRow[]> {
  const rows = await db.transaction(async (tx) => {
    await lockWrites(tx);
    return tx.query<{ wanted: string; feed_id: string | null; attempts: number }>(
      `UPDATE fetch_queue SET next_at = $3 WHERE key IN (
         SELECT key FROM (
           SELECT key, row_number() OVER (PARTITION BY host ORDER BY position) AS turn, position FROM fetch_queue
           WHERE state = 'waiting' AND (next_at IS NULL OR next_at <= $2)
         ) w ORDER BY turn, position LIMIT $1)
       RETURNING wanted, feed_id, attempts`,
      [most, now, until],
    );
  });
  return rows.map((row) => ({
    wanted: JSON.parse(row.wanted) as Wanted,
    feedId: row.feed_id,
    attempts: row.attempts,
  }));
}

/** Prolongs what is claimed, while its pages are still being read. */
export async function holdQueue(db: Database, keys: readonly string[], until: string): Promise<void> {
  await db.transaction((tx) =>
    tx.query("UPDATE fetch_queue SET next_at = $2 WHERE key = ANY($1::text[]) AND state = 'waiting'", [keys, until]),
  );
}

export async function settleQueue(db: Database, settlements: readonly Settlement[]): Promise<void> {
  if (settlements.length > 0) await db.transaction((tx) => settle(tx, settlements));
}

/** What became of rows, inside the caller's transaction; what was settled before stays as it is. */
export async function settle(tx: Queryable, settlements: readonly Settlement[]): Promise<void> {
  await tx.query(
    `UPDATE fetch_queue q SET state = s.state, reason = s.reason, next_at = s.next_at,
       attempts = q.attempts + (s.state = 'waiting')::int,
       wanted = CASE WHEN s.state = 'waiting' THEN q.wanted END
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS s (key, state, reason, next_at)
     WHERE q.key = s.key AND q.state = 'waiting'`,
    [
      settlements.map(({ key }) => key),
      settlements.map(({ outcome }) => (outcome === "later" ? "waiting" : outcome)),
      settlements.map(({ reason }) => reason),
      settlements.map((each) => (each.outcome === "later" ? each.nextAt : null)),
    ],
  );
}
