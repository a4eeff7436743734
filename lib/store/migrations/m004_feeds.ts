import type { Migration } from "./index.ts";

/** Feeds that are followed, addresses still to be had, and articles kept without their text. */
export const feeds: Migration = {
  version: 4,
  name: "feeds, queue of addresses, headline-only articles",
  sql: `
    CREATE TABLE feeds (
      id text PRIMARY KEY,
      address text NOT NULL UNIQUE,
      title text,
      outlet text,
      added_at text NOT NULL,
      etag text,
      last_modified text,
      tried_at text,
      succeeded_at text,
      error text,
      failures integer NOT NULL DEFAULT 0,
      next_at text
    );
    CREATE TABLE fetch_queue (
      key text PRIMARY KEY,
      feed_id text,
      host text NOT NULL,
      wanted text,
      state text NOT NULL DEFAULT 'waiting',
      attempts integer NOT NULL DEFAULT 0,
      next_at text,
      reason text,
      position integer GENERATED ALWAYS AS IDENTITY
    );
    CREATE INDEX fetch_queue_waiting ON fetch_queue (position) WHERE state = 'waiting';
    CREATE INDEX fetch_queue_feed ON fetch_queue (feed_id, state);
    ALTER TABLE articles ADD COLUMN headline_only boolean NOT NULL DEFAULT false;
  `,
};
