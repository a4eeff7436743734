import type { Migration } from "./index.ts";

/**
 * Versions and wire copy. `seq` is the order of storing; `related` says how far an article was compared with the others:
 * 0 not yet, 1 to be judged anew, 2 done. Keys are those of lib/ingest/deduplicate/textKeys. Groups tell own reports ('')
 * from wire copy ('wire') and from copies of a text counted already ('copy'); what charts do not count, headlines and
 * earlier versions, is counted in `uncounted`.
 */
export const relations: Migration = {
  version: 5,
  name: "versions, wire copy, what is not counted",
  sql: `
    ALTER TABLE articles ADD COLUMN seq integer GENERATED ALWAYS AS IDENTITY UNIQUE,
      ADD COLUMN related smallint NOT NULL DEFAULT 0, ADD COLUMN credit text, ADD COLUMN wire text,
      ADD COLUMN copy boolean NOT NULL DEFAULT false, ADD COLUMN version_of text, ADD COLUMN superseded_by text;
    CREATE INDEX articles_unrelated ON articles (import_id, seq) WHERE related = 0;
    CREATE INDEX articles_stale ON articles (seq) WHERE related = 1;
    CREATE INDEX articles_by_url ON articles USING hash (url);
    CREATE TABLE text_keys (key integer NOT NULL, seq integer NOT NULL, PRIMARY KEY (key, seq));
    CREATE INDEX text_keys_by_text ON text_keys (seq);
    CREATE TABLE text_links (
      article_id text NOT NULL,
      other_id text NOT NULL,
      own real NOT NULL,
      resemblance real NOT NULL,
      same_address boolean NOT NULL,
      PRIMARY KEY (article_id, other_id)
    );
    ALTER TABLE article_groups ADD COLUMN wire text NOT NULL DEFAULT '';
    ALTER TABLE total_groups ADD COLUMN wire text NOT NULL DEFAULT '';
    DO $$
    DECLARE old record;
    BEGIN
      FOR old IN SELECT conname, conrelid::regclass AS its FROM pg_constraint
        WHERE contype = 'u' AND conrelid IN ('article_groups'::regclass, 'total_groups'::regclass)
      LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', old.its, old.conname);
      END LOOP;
    END $$;
    ALTER TABLE article_groups ADD CONSTRAINT article_groups_once UNIQUE (outlet, outlet_label, side, sub_group, teaching,
      machine_translated, event, language, week, codebook_version, tagger_version, wire);
    ALTER TABLE total_groups ADD CONSTRAINT total_groups_once UNIQUE (outlet, side, sub_group, teaching,
      machine_translated, language, wire);
    CREATE TABLE uncounted (
      kind text NOT NULL,
      outlet text NOT NULL,
      side text NOT NULL,
      sub_group text NOT NULL,
      teaching boolean NOT NULL,
      machine_translated boolean NOT NULL,
      event text NOT NULL,
      language text NOT NULL,
      week text NOT NULL,
      articles integer NOT NULL,
      PRIMARY KEY (kind, outlet, side, sub_group, teaching, machine_translated, event, language, week)
    );
    INSERT INTO uncounted
      SELECT 'headline', outlet, side, coalesce(sub_group, ''), teaching, machine_translated, coalesce(event, ''), language,
        coalesce(to_char(date_trunc('week', day), 'YYYY-MM-DD'), ''), count(*)
      FROM articles WHERE headline_only GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  `,
};
