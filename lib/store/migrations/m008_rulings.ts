import type { Migration } from "./index.ts";

/**
 * What people ruled on versions and wire copy; see lib/domain/rulings. A ruling on a pair is kept with the article it was
 * made at and stays when the other goes, so that it holds again when that one comes back.
 */
export const rulings: Migration = {
  version: 8,
  name: "rulings of people on versions and wire copy",
  sql: `
    ALTER TABLE articles ADD COLUMN ruled_wire text;
    CREATE TABLE version_rulings (
      article_id text NOT NULL,
      other_id text NOT NULL,
      same boolean NOT NULL,
      reason text NOT NULL,
      at text NOT NULL,
      PRIMARY KEY (article_id, other_id)
    );
    CREATE INDEX version_rulings_by_other ON version_rulings (other_id);
  `,
};
