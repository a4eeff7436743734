import type { Migration } from "./index.ts";

/** Articles per outlet and day, so that days without any can be told; only what charts count. */
export const days: Migration = {
  version: 6,
  name: "articles per outlet and day",
  sql: `
    CREATE TABLE outlet_days (
      outlet text NOT NULL,
      side text NOT NULL,
      teaching boolean NOT NULL,
      day text NOT NULL,
      articles integer NOT NULL,
      PRIMARY KEY (outlet, side, teaching, day)
    );
    INSERT INTO outlet_days SELECT outlet, side, teaching, day::text, count(*) FROM articles
      WHERE day IS NOT NULL AND NOT headline_only AND superseded_by IS NULL GROUP BY 1, 2, 3, 4;
  `,
};
