import type { FeedRow } from "#lib/domain/feed.ts";
import type { Database } from "#lib/store/connection.ts";

/** Feeds by address, with what became of their entries. */
export async function feeds(db: Database): Promise<FeedRow[]> {
  return db.query<FeedRow>(
    `SELECT f.id, f.address, f.title, f.outlet, f.added_at AS "addedAt", f.etag, f.last_modified AS "lastModified",
       f.tried_at AS "triedAt", f.succeeded_at AS "succeededAt", f.error, f.failures, f.next_at AS "nextAt",
       count(q.key)::int AS found, count(*) FILTER (WHERE q.state = 'stored')::int AS stored,
       count(*) FILTER (WHERE q.state = 'headline')::int AS "headlineOnly",
       count(*) FILTER (WHERE q.state = 'refused')::int AS refused,
       count(*) FILTER (WHERE q.state = 'waiting')::int AS waiting
     FROM feeds f LEFT JOIN fetch_queue q ON q.feed_id = f.id GROUP BY f.id ORDER BY f.address`,
  );
}

/** Addresses still waiting, and when the first of them may be asked for; null: at once. */
export async function queueState(db: Database): Promise<{ waiting: number; nextAt: string | null }> {
  const [row] = await db.query<{ waiting: number; nextAt: string | null; open: boolean }>(
    `SELECT count(*)::int AS waiting, min(next_at) AS "nextAt", coalesce(bool_or(next_at IS NULL), true) AS open
     FROM fetch_queue WHERE state = 'waiting'`,
  );
  return { waiting: row?.waiting ?? 0, nextAt: row?.open ? null : (row?.nextAt ?? null) };
}
