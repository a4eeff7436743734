import type { Migration } from "./index.ts";

/**
 * Articles per day of a week, Monday first, beside the week's own count: days without any can be told under every choice
 * that weeks can be chosen by. Outlets' days by themselves are not kept any more.
 */
export const daysOfWeeks: Migration = {
  version: 9,
  name: "articles per day of each week",
  sql: `
    ALTER TABLE week_groups ADD COLUMN days integer[] NOT NULL DEFAULT '{0,0,0,0,0,0,0}';
    UPDATE week_groups w SET days = d.days
    FROM (SELECT outlet, side, coalesce(sub_group, '') AS sub_group, teaching, machine_translated, language,
        CASE WHEN copy THEN 'copy' WHEN wire IS NULL THEN '' ELSE 'wire' END AS wire,
        to_char(date_trunc('week', day), 'YYYY-MM-DD') AS week,
        ARRAY[${[1, 2, 3, 4, 5, 6, 7].map((day) => `count(*) FILTER (WHERE extract(isodow FROM day) = ${day})`).join(", ")}] AS days
      FROM articles WHERE day IS NOT NULL AND NOT headline_only AND superseded_by IS NULL
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) d
    WHERE (w.outlet, w.side, w.sub_group, w.teaching, w.machine_translated, w.language, w.wire, w.week) =
      (d.outlet, d.side, d.sub_group, d.teaching, d.machine_translated, d.language, d.wire, d.week);
    DROP TABLE outlet_days;
  `,
};
