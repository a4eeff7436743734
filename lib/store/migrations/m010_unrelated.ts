import type { Migration } from "./index.ts";

/**
 * Which articles are still to be compared or judged stands in a table of its own: noted in the wide row, every article was
 * written twice, with all its indexes. `state`: 0 not compared yet, 1 the same but its keys are kept, 2 to be judged anew.
 * Finest sums are kept for named events alone; without one, the sums by week say the same. What is packed already is not
 * packed again.
 */
export const unrelated: Migration = {
  version: 10,
  name: "articles to be compared, finest sums for events alone",
  sql: `
    CREATE TABLE unrelated (
      article_id text PRIMARY KEY,
      import_id integer NOT NULL,
      seq integer NOT NULL,
      state smallint NOT NULL
    );
    INSERT INTO unrelated SELECT id, import_id, seq, CASE related WHEN 0 THEN 0 ELSE 2 END FROM articles WHERE related < 2;
    DROP INDEX articles_unrelated, articles_stale;
    ALTER TABLE articles DROP COLUMN related;
    DELETE FROM roll_ups r USING article_groups g WHERE g.id = r.group_id AND g.event = '';
    ALTER TABLE codings ALTER COLUMN found SET STORAGE EXTERNAL, ALTER COLUMN measures SET STORAGE EXTERNAL;
  `,
};
