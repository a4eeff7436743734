import type { Migration } from "./index.ts";

/**
 * Sums kept at write time. A group is what charts can choose by; '' stands for "none", so that one unique key holds.
 * Articles tagged by other versions are other groups.
 */
export const rollUps: Migration = {
  version: 2,
  name: "roll-ups",
  sql: `
    CREATE TABLE article_groups (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      outlet text NOT NULL,
      outlet_label text NOT NULL,
      side text NOT NULL,
      sub_group text NOT NULL,
      teaching boolean NOT NULL,
      machine_translated boolean NOT NULL,
      event text NOT NULL,
      language text NOT NULL,
      week text NOT NULL,
      codebook_version text NOT NULL,
      tagger_version text NOT NULL,
      articles integer NOT NULL,
      UNIQUE (outlet, outlet_label, side, sub_group, teaching, machine_translated, event, language, week,
        codebook_version, tagger_version)
    );
    CREATE TABLE measure_keys (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      measure text NOT NULL,
      target text NOT NULL,
      voice text NOT NULL,
      UNIQUE (measure, target, voice)
    );
    CREATE TABLE roll_ups (
      key_id integer NOT NULL,
      group_id integer NOT NULL,
      n integer NOT NULL,
      abstained integer NOT NULL,
      sum double precision NOT NULL,
      sum_squares double precision NOT NULL,
      PRIMARY KEY (key_id, group_id)
    );
  `,
};
