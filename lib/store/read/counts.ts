import type { ArticleCount } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { RollUpFilter } from "#lib/store/contract.ts";
import { compactRows } from "./compact.ts";
import { conditions, member, PLACE, type Place } from "./rollUps.ts";

type Choice = Pick<RollUpFilter, "teaching" | "event" | "from" | "to" | "wireOnce">;
type Row = readonly [...Place, articles: number, wire: number, copies: number, days: number];

/** Days with an article as bits of a number, Monday the lowest. */
const DAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => `((g.days[${day}] > 0)::int << ${day - 1})`).join(" | ");
const PLACED = PLACE.filter((column) => column !== "event");

/** Articles and days with any per outlet and week; events are added up unless one is asked for. */
export async function counts(db: Database, filter: Choice): Promise<ArticleCount[]> {
  const { wireOnce, ...rest } = filter;
  const { places, values } = conditions({ ...rest, measure: "frame" });
  const counted = wireOnce === true ? " FILTER (WHERE g.wire <> 'copy')" : "";
  const event = filter.event === undefined ? null : `$${values.push(filter.event)}`;
  const placed = PLACED.map((column) => `g.${column}`).join(", ");
  const rows = await compactRows<Row>(
    db,
    [...PLACED.slice(0, -1), "''", "week", "articles", "wire", "copies", "days"],
    `SELECT ${placed}, coalesce(sum(g.articles)${counted}, 0)::int AS articles,
       coalesce(sum(g.articles) FILTER (WHERE g.wire <> ''), 0)::int AS wire,
       coalesce(sum(g.articles) FILTER (WHERE g.wire = 'copy'), 0)::int AS copies,
       coalesce(${event ? "min(d.days)" : `bit_or(${DAYS})${counted}`}, 0) AS days
     FROM ${event ? `article_groups g LEFT JOIN (${daysOf(event, wireOnce)}) d USING (${PLACED.join(", ")})` : "week_groups g"}
     WHERE ${["$1::text IS NOT NULL", ...places].join(" AND ")}
     GROUP BY ${placed} ORDER BY outlet, side, week`,
    values,
  );
  return rows.map((row) => ({
    ...member(row.slice(0, 8) as unknown as Place),
    event: filter.event ?? null,
    articles: row[8],
    ...(row[11] > 0 ? { days: row[11] } : {}),
    ...(row[9] > 0 ? { wire: row[9], copies: row[10] } : {}),
  }));
}

/** Days are not summed up by event: its articles are few beside all, and an index finds them. */
function daysOf(event: string, wireOnce: boolean | undefined): string {
  return `SELECT outlet, side, coalesce(sub_group, '') AS sub_group, teaching, machine_translated, language,
      to_char(date_trunc('week', day), 'YYYY-MM-DD') AS week, bit_or(1 << (extract(isodow FROM day)::int - 1)) AS days
    FROM articles a WHERE a.event = ${event} AND a.day IS NOT NULL AND NOT a.headline_only AND a.superseded_by IS NULL
      ${wireOnce === true ? "AND NOT a.copy" : ""} GROUP BY 1, 2, 3, 4, 5, 6, 7`;
}
