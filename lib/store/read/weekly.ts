import type { WeekSum } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { TermMember, WeekFilter } from "#lib/store/contract.ts";
import { conditions, sourceFor } from "./rollUps.ts";

type Key = readonly [id: number, target: string];
type Point = readonly [group: number, outlet: string, week: string];
type Sum = readonly [key: number, point: number, n: number, sum: number, outlets: number, means: number];

/**
 * One measure by group and week. The database adds outlets up, by numbers instead of names: what it hands over grows
 * with the weeks and not with the outlets.
 */
export async function weekly(
  db: Database,
  groups: readonly (readonly TermMember[])[],
  { byOutlet, ...filter }: WeekFilter,
): Promise<WeekSum[]> {
  const members = groups.flatMap((group, place) => group.map((member) => ({ ...member, place })));
  const asked = { ...filter, byWeek: true };
  const source = sourceFor(asked);
  const { places, keys, values } = conditions(asked);
  const given = [
    members.map((each) => each.outlet),
    members.map((each) => each.side),
    members.map((each) => each.subGroup ?? ""),
    members.map((each) => each.place),
  ].map((list) => `$${values.push(list)}`);
  const apart = `p.place, ${byOutlet === true ? "g.outlet, " : ""}g.week`;
  const [answer] = await db.query<{ keys: string | null; points: string | null; sums: string | null }>(
    `WITH keys AS (SELECT k.id, k.target FROM measure_keys k WHERE ${keys.join(" AND ")}),
     chosen AS (SELECT g.id, p.place, ${byOutlet === true ? "g.outlet" : "''::text"} AS outlet, g.week,
         dense_rank() OVER (ORDER BY p.place, g.week, g.outlet)::int AS cell,
         dense_rank() OVER (ORDER BY ${apart})::int AS point
       FROM ${source.groups} g JOIN unnest(${given[0]}::text[], ${given[1]}::text[], ${given[2]}::text[], ${given[3]}::int[])
         AS p (outlet, side, sub_group, place) ON p.outlet = g.outlet AND p.side = g.side AND p.sub_group = g.sub_group
       WHERE ${["g.week <> ''", ...places].join(" AND ")}),
     cells AS (SELECT r.key_id, c.cell, min(c.point) AS point, sum(r.n - r.abstained)::int AS n, sum(r.sum) AS sum
       FROM ${source.sums} r JOIN chosen c ON c.id = r.${source.id}
       WHERE r.key_id = ANY(ARRAY(SELECT id FROM keys)) GROUP BY 1, 2),
     sums AS (SELECT key_id, point, sum(n)::int AS n, sum(sum) AS sum, (count(*) FILTER (WHERE n > 0))::int AS outlets,
         coalesce(sum(sum / nullif(n, 0)), 0) AS means FROM cells GROUP BY 1, 2)
     SELECT (SELECT json_agg(json_build_array(id, target))::text FROM keys) AS keys,
       (SELECT json_agg(json_build_array(place, outlet, week) ORDER BY point)::text
         FROM (SELECT DISTINCT point, place, outlet, week FROM chosen) p) AS points,
       (SELECT json_agg(json_build_array(key_id, point, n, sum, outlets, means) ORDER BY key_id, point)::text FROM sums) AS sums`,
    values,
  );
  if (!answer?.keys || !answer.points || !answer.sums) return [];
  const targets = new Map(JSON.parse(answer.keys) as Key[]);
  const points = JSON.parse(answer.points) as Point[];
  return (JSON.parse(answer.sums) as Sum[]).map(([key, at, n, sum, outlets, means]) => {
    const [group, outlet, week] = points[at - 1]!;
    return { target: targets.get(key)!, group, outlet: outlet || null, week, n, sum, outlets, means };
  });
}
