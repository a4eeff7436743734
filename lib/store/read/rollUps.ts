import type { ArticleCount, RollUp } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { RollUpFilter } from "#lib/store/contract.ts";

interface Row extends Omit<RollUp, "language" | "subGroup" | "machineTranslated" | "event" | "week" | "sumSquares"> {
  language: string;
  sub_group: string;
  machine_translated: boolean;
  event: string;
  week: string | null;
  sum_squares: number;
}

/** Sums of one measure by outlet, side and event; the database adds up what the filter lets through. */
export async function rollUps(db: Database, filter: RollUpFilter): Promise<RollUp[]> {
  const totals = filter.acrossEvents === true && !filter.byWeek && !filter.event && !filter.from && !filter.to;
  const events = filter.acrossEvents === true && filter.event === undefined ? "NULL::text" : "g.event";
  const week = filter.byWeek === true || filter.event !== undefined ? "g.week" : "NULL::text";
  const { where, values } = conditions(filter);
  const rows = await db.query<Row>(
    `SELECT g.outlet, g.side, g.sub_group, g.teaching, g.machine_translated, ${events} AS event, g.language, ${week} AS week,
       k.measure, k.target, k.voice, sum(r.n)::int AS n, sum(r.abstained)::int AS abstained, sum(r.sum) AS sum,
       sum(r.sum_squares) AS sum_squares
     FROM measure_keys k ${
       totals
         ? "JOIN total_sums r ON r.key_id = k.id JOIN total_groups g ON g.id = r.total_id"
         : "JOIN roll_ups r ON r.key_id = k.id JOIN article_groups g ON g.id = r.group_id"
     }
     WHERE ${where.join(" AND ")} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 ORDER BY 1, 2, 6, 8, 10, 11`,
    values,
  );
  return rows.map((row) => ({
    outlet: row.outlet,
    side: row.side,
    subGroup: row.sub_group || null,
    teaching: row.teaching,
    machineTranslated: row.machine_translated,
    event: row.event || null,
    language: row.language,
    week: row.week || null,
    measure: row.measure,
    target: row.target,
    voice: row.voice,
    n: row.n,
    abstained: row.abstained,
    sum: row.sum,
    sumSquares: row.sum_squares,
  }));
}

/** Articles per outlet and week; events are added up unless one is asked for. */
export async function counts(
  db: Database,
  filter: Pick<RollUpFilter, "teaching" | "event" | "from" | "to" | "wireOnce">,
): Promise<ArticleCount[]> {
  const { wireOnce, ...rest } = filter;
  const { where, values } = conditions({ ...rest, measure: "frame" });
  const counted = wireOnce === true ? " FILTER (WHERE g.wire <> 'copy')" : "";
  const rows = await db.query<
    Pick<Row, "outlet" | "side" | "sub_group" | "teaching" | "machine_translated" | "language" | "week"> & {
      articles: number;
      wire: number;
      copies: number;
    }
  >(
    `SELECT g.outlet, g.side, g.sub_group, g.teaching, g.machine_translated, g.language, g.week,
       coalesce(sum(g.articles)${counted}, 0)::int AS articles,
       coalesce(sum(g.articles) FILTER (WHERE g.wire <> ''), 0)::int AS wire,
       coalesce(sum(g.articles) FILTER (WHERE g.wire = 'copy'), 0)::int AS copies
     FROM article_groups g WHERE ${["$1::text IS NOT NULL", ...where.slice(1)].join(" AND ")}
     GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 7`,
    values,
  );
  return rows.map((row) => ({
    outlet: row.outlet,
    side: row.side,
    subGroup: row.sub_group || null,
    teaching: row.teaching,
    machineTranslated: row.machine_translated,
    language: row.language,
    event: filter.event ?? null,
    week: row.week || null,
    articles: row.articles,
    ...(row.wire > 0 ? { wire: row.wire, copies: row.copies } : {}),
  }));
}

function conditions(filter: RollUpFilter): { where: string[]; values: unknown[] } {
  const values: unknown[] = [filter.measure];
  const where = ["k.measure = $1"];
  const add = (condition: string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition.replace("?", `$${values.length}`));
  };
  add("g.side = ANY(?::text[])", filter.sides);
  add("g.sub_group = ?", filter.subGroup);
  add("g.outlet = ?", filter.outlet);
  add("g.event = ?", filter.event);
  add("g.language = ?", filter.language);
  add("g.teaching = ?", filter.teaching);
  add("g.machine_translated = ?", filter.machineTranslated);
  add("g.wire <> ?", filter.wireOnce === true ? "copy" : undefined);
  add("k.voice = ?", filter.voice);
  add("k.target = ?", filter.target);
  add("starts_with(k.target, ?)", filter.targetPrefix);
  add("g.week <> '' AND g.week::date + 6 >= ?::date", filter.from);
  add("g.week <> '' AND g.week::date <= ?::date", filter.to);
  return { where, values };
}
