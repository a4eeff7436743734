import type { SameText } from "#lib/domain/relations.ts";
import type { Database } from "#lib/store/connection.ts";
import type { AlikeText } from "#lib/store/contract.ts";

/** A key that so many texts share tells nothing; the newest of them are looked at. */
const MOST_IN_BUCKET = 200;
/** Texts compared with one at most, those with most keys in common first. */
const MOST_ALIKE = 24;
/**
 * Common keys below which two texts are not fetched and compared; `k` is about how many keys the shorter one has, one word
 * in 16. Texts half in common have k / 2 on average; fewer than these are met once in 1,400 at 18 keys (binomial), and more
 * rarely the longer the texts are. With fewer keys than that nothing is left out.
 */
const FEWEST_KEYS = "greatest(k / 8, 0.4 * k - 1.5 * sqrt(k))";
const TELLING = 18;
const KEYS = "least(a.words, o.words) / 16.0";

/**
 * Stored texts that may be the same as those given: enough votes by common keys, or the same address with a path of its
 * own; never teaching and published articles together. Each with its words, to be compared. An even key has one vote, an odd
 * one enough of them alone: `votesOf` of ingest in SQL.
 */
export async function alikeTexts(db: Database, ids: readonly string[], leastVotes: number): Promise<AlikeText[]> {
  return db.query<AlikeText>(
    `WITH asked AS (
       SELECT k.key, k.seq FROM text_keys k
       WHERE k.seq = ANY(ARRAY(SELECT seq FROM articles WHERE id = ANY($1::text[]) AND NOT headline_only))),
     bucket AS (
       SELECT key, seq FROM (
         SELECT key, seq, row_number() OVER (PARTITION BY key ORDER BY seq DESC) AS place
         FROM text_keys WHERE key = ANY(ARRAY(SELECT key FROM asked))) k
       WHERE place <= ${MOST_IN_BUCKET}),
     voted AS (
       SELECT k.seq AS mine, t.seq AS theirs, sum(CASE WHEN k.key % 2 = 0 THEN 1 ELSE $2::int END) AS votes
       FROM asked k JOIN bucket t ON t.key = k.key
       WHERE t.seq <> k.seq GROUP BY 1, 2 HAVING sum(CASE WHEN k.key % 2 = 0 THEN 1 ELSE $2::int END) >= $2::int),
     best AS (
       SELECT mine, theirs, votes FROM (SELECT voted.*, row_number() OVER (PARTITION BY mine ORDER BY votes DESC, theirs DESC) AS place
         FROM voted) v WHERE place <= ${MOST_ALIKE}
       UNION ALL
       SELECT a.seq, o.seq, NULL FROM articles a JOIN articles o ON o.url = a.url AND o.outlet = a.outlet AND o.id <> a.id
         WHERE a.id = ANY($1::text[]) AND a.url ~ '^[a-z]+://[^/]+/[^/?#]+' ),
     pairs AS (
       SELECT mine, theirs, CASE WHEN count(*) = count(votes) THEN max(votes) END AS votes FROM best GROUP BY 1, 2)
     SELECT a.id, o.id AS other, o.body AS text, coalesce(o.url = a.url, false) AS "sameAddress",
       a.headline_only OR o.headline_only AS "headlineOnly"
     FROM pairs JOIN articles a ON a.seq = pairs.mine JOIN articles o ON o.seq = pairs.theirs
       CROSS JOIN LATERAL (SELECT ${KEYS} AS k) shorter
     WHERE a.teaching = o.teaching AND (votes IS NULL OR k < ${TELLING} OR votes >= ${FEWEST_KEYS})`,
    [ids, leastVotes],
  );
}

/** Articles with the words of one, other versions first, then the likest. */
export async function sameText(db: Database, id: string): Promise<SameText[]> {
  return db.query<SameText>(
    `SELECT o.id, o.title, o.outlet_name AS "outletName", o.side, o.day::text AS day, l.own::float8 AS share,
       b.own::float8 AS back, o.headline_only AS "headlineOnly", o.superseded_by AS "supersededBy",
       CASE WHEN coalesce(a.version_of, a.id) = coalesce(o.version_of, o.id) THEN 'version' ELSE 'copy' END AS "as"
     FROM text_links l JOIN articles a ON a.id = l.article_id JOIN articles o ON o.id = l.other_id
       JOIN text_links b ON b.article_id = l.other_id AND b.other_id = l.article_id
     WHERE l.article_id = $1
     ORDER BY 10 DESC, l.resemblance DESC, o.day NULLS LAST, o.seq LIMIT 60`,
    [id],
  );
}
