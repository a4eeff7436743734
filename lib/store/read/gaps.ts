import type { Missed, UncountedCount } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { RollUpFilter } from "#lib/store/contract.ts";

type Choice = Pick<RollUpFilter, "teaching" | "event" | "from" | "to">;

/** Causes of refusals named. */
const MOST_REASONS = 5;

/** What a choice of articles leaves out and lacks, from sums kept at write time. */
export async function gaps(db: Database, filter: Choice): Promise<{ uncounted: UncountedCount[]; missed: Missed }> {
  const [uncounted, missed] = await Promise.all([uncountedOf(db, filter), missedOf(db)]);
  return { uncounted, missed };
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
