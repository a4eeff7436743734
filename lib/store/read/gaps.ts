import type { DayCount, Missed, UncountedCount } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { RollUpFilter } from "#lib/store/contract.ts";

type Choice = Pick<RollUpFilter, "teaching" | "event" | "from" | "to">;

/** Causes of refusals named. */
const MOST_REASONS = 5;

/** What a choice of articles leaves out and lacks, from sums kept at write time; days are not told for one event. */
export async function gaps(
  db: Database,
  filter: Choice,
): Promise<{ uncounted: UncountedCount[]; days: DayCount[]; missed: Missed }> {
  const [uncounted, days, missed] = await Promise.all([
    uncountedOf(db, filter),
    filter.event === undefined ? daysOf(db, filter) : [],
    missedOf(db),
  ]);
  return { uncounted, days, missed };
}

async function uncountedOf(db: Database, { teaching, event, from, to }: Choice): Promise<UncountedCount[]> {
  const rows = await db.query<UncountedCount>(
    `SELECT kind, outlet, side, nullif(sub_group, '') AS "subGroup", teaching, machine_translated AS "machineTranslated",
       language, nullif(week, '') AS week, sum(articles)::int AS articles
     FROM uncounted WHERE ($1::boolean IS NULL OR teaching = $1) AND ($2::text IS NULL OR event = $2)
       AND ($3::date IS NULL OR (week <> '' AND week::date + 6 >= $3)) AND ($4::date IS NULL OR (week <> '' AND week::date <= $4))
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 2, 8`,
    [teaching ?? null, event ?? null, from ?? null, to ?? null],
  );
  return rows;
}

async function daysOf(db: Database, { teaching, from, to }: Choice): Promise<DayCount[]> {
  return db.query<DayCount>(
    `SELECT outlet, side, count(*)::int AS days, min(day) AS "from", max(day) AS "to" FROM outlet_days
     WHERE ($1::boolean IS NULL OR teaching = $1) AND ($2::text IS NULL OR day >= $2) AND ($3::text IS NULL OR day <= $3)
     GROUP BY 1, 2`,
    [teaching ?? null, from ?? null, to ?? null],
  );
}

async function missedOf(db: Database): Promise<Missed> {
  const [[counts], reasons, [feeds]] = await Promise.all([
    db.query<{ refused: number; waiting: number }>(
      `SELECT count(*) FILTER (WHERE state = 'refused')::int AS refused,
         count(*) FILTER (WHERE state = 'waiting')::int AS waiting FROM fetch_queue`,
    ),
    db.query<Missed["reasons"][number]>(
      `SELECT coalesce(reason, 'no reason kept') AS reason, count(*)::int AS articles FROM fetch_queue
       WHERE state = 'refused' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_REASONS}`,
    ),
    db.query<{ failing: number; feeds: number }>(
      "SELECT count(*) FILTER (WHERE error IS NOT NULL)::int AS failing, count(*)::int AS feeds FROM feeds",
    ),
  ]);
  return {
    refused: counts?.refused ?? 0,
    waiting: counts?.waiting ?? 0,
    reasons,
    failing: feeds?.failing ?? 0,
    feeds: feeds?.feeds ?? 0,
  };
}
