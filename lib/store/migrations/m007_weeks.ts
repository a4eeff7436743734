import type { Migration } from "./index.ts";

/**
 * Sums by outlet and week without events and versions, so that charts over time and choices of days cost outlets and
 * weeks, not articles. The change counter becomes a row: a sequence shows a change before it is there to be read.
 */
export const weeks: Migration = {
  version: 7,
  name: "sums by week, change counter in a row",
  sql: `
    CREATE TABLE week_groups (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      outlet text NOT NULL,
      side text NOT NULL,
      sub_group text NOT NULL,
      teaching boolean NOT NULL,
      machine_translated boolean NOT NULL,
      language text NOT NULL,
      wire text NOT NULL,
      week text NOT NULL,
      articles integer NOT NULL,
      UNIQUE (outlet, side, sub_group, teaching, machine_translated, language, wire, week)
    );
    CREATE TABLE week_sums (
      key_id integer NOT NULL,
      week_id integer NOT NULL,
      n integer NOT NULL,
      abstained integer NOT NULL,
      sum double precision NOT NULL,
      sum_squares double precision NOT NULL,
      PRIMARY KEY (key_id, week_id)
    );
    INSERT INTO week_groups (outlet, side, sub_group, teaching, machine_translated, language, wire, week, articles)
      SELECT outlet, side, sub_group, teaching, machine_translated, language, wire, week, sum(articles)
      FROM article_groups GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
    INSERT INTO week_sums (key_id, week_id, n, abstained, sum, sum_squares)
      SELECT r.key_id, w.id, sum(r.n), sum(r.abstained), sum(r.sum), sum(r.sum_squares)
      FROM roll_ups r JOIN article_groups g ON g.id = r.group_id
        JOIN week_groups w USING (outlet, side, sub_group, teaching, machine_translated, language, wire, week)
      GROUP BY 1, 2;
    CREATE TABLE corpus_revision (changes bigint NOT NULL);
    INSERT INTO corpus_revision SELECT last_value FROM corpus_changes;
    DROP SEQUENCE corpus_changes;
  `,
};
