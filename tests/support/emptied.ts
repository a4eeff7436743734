import type { Database } from "#lib/store/connection.ts";

/** Empties every table, so that one database serves many tests. */
export async function emptied(db: Database): Promise<void> {
  await db.run(
    "TRUNCATE imports, articles, originals, codings, edits, article_groups, roll_ups, feeds, fetch_queue, text_keys, text_links, version_rulings, uncounted, unrelated, total_groups, total_sums, term_sums, week_groups, week_sums CASCADE",
  );
}
