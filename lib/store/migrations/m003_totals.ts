import type { Migration } from "./index.ts";

/** Sums over all weeks and events, so that a whole-corpus chart costs the outlets and not the weeks; words; a change counter. */
export const totals: Migration = {
  version: 3,
  name: "totals, words, change counter",
  sql: `
    CREATE TABLE total_groups (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      outlet text NOT NULL,
      side text NOT NULL,
      sub_group text NOT NULL,
      teaching boolean NOT NULL,
      machine_translated boolean NOT NULL,
      language text NOT NULL,
      articles integer NOT NULL,
      UNIQUE (outlet, side, sub_group, teaching, machine_translated, language)
    );
    CREATE TABLE total_sums (
      key_id integer NOT NULL,
      total_id integer NOT NULL,
      n integer NOT NULL,
      abstained integer NOT NULL,
      sum double precision NOT NULL,
      sum_squares double precision NOT NULL,
      PRIMARY KEY (key_id, total_id)
    );
    CREATE TABLE term_sums (
      term text NOT NULL,
      total_id integer NOT NULL,
      articles integer NOT NULL,
      uses integer NOT NULL,
      squares integer NOT NULL,
      PRIMARY KEY (total_id, term)
    );
    CREATE SEQUENCE corpus_changes;
    INSERT INTO total_groups (outlet, side, sub_group, teaching, machine_translated, language, articles)
      SELECT outlet, side, sub_group, teaching, machine_translated, language, sum(articles) FROM article_groups
      GROUP BY 1, 2, 3, 4, 5, 6;
    INSERT INTO total_sums (key_id, total_id, n, abstained, sum, sum_squares)
      SELECT r.key_id, t.id, sum(r.n), sum(r.abstained), sum(r.sum), sum(r.sum_squares)
      FROM roll_ups r JOIN article_groups g ON g.id = r.group_id
        JOIN total_groups t USING (outlet, side, sub_group, teaching, machine_translated, language)
      GROUP BY 1, 2;
  `,
};
