import type { Side } from "#lib/domain/article.ts";
import type { Measure, RollUp } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { RollUpFilter } from "#lib/store/contract.ts";

/** What keeps articles apart in a sum; event and week are '' where they were added up or are not known. */
export const PLACE = [
  "outlet",
  "side",
  "sub_group",
  "teaching",
  "machine_translated",
  "language",
  "event",
  "week",
] as const;
export type Place = readonly [string, Side, string, boolean, boolean, string, string, string];
type Key = readonly [id: number, target: string, voice: Measure["voice"]];
type Sum = readonly [place: number, key: number, n: number, abstained: number, sum: number, squares: number];

interface Source {
  groups: "total_groups" | "week_groups" | "article_groups";
  sums: "total_sums" | "week_sums" | "roll_ups";
  id: "total_id" | "week_id" | "group_id";
  /** What these sums no longer tell apart. */
  without: readonly (typeof PLACE)[number][];
}
const TOTALS: Source = { groups: "total_groups", sums: "total_sums", id: "total_id", without: ["event", "week"] };
const WEEKS: Source = { groups: "week_groups", sums: "week_sums", id: "week_id", without: ["event"] };
const FINEST: Source = { groups: "article_groups", sums: "roll_ups", id: "group_id", without: [] };

/** The coarsest sums that can answer. */
export function sourceFor(filter: RollUpFilter): Source {
  if (filter.event !== undefined) return FINEST;
  return filter.byWeek || filter.from !== undefined || filter.to !== undefined ? WEEKS : TOTALS;
}

/**
 * Sums of one measure by outlet, side and event; the database adds up what the filter lets through. The keys go in as
 * an array: joined, thousands of speakers were looked up one by one.
 */
export async function rollUps(db: Database, filter: RollUpFilter): Promise<RollUp[]> {
  const source = sourceFor(filter);
  const { places, keys, values } = conditions(filter);
  const asked = `SELECT k.id, k.target, k.voice FROM measure_keys k WHERE ${keys.join(" AND ")}`;
  const chosen = `
    chosen AS (SELECT id, ${columns(filter, source)} FROM ${source.groups} g
      ${places.length > 0 ? `WHERE ${places.join(" AND ")}` : ""}),
    keys AS (${filter.most ? most(filter.most, asked, source, values) : asked}),
    places AS (SELECT *, dense_rank() OVER (ORDER BY ${PLACE.join(", ")})::int - 1 AS place FROM chosen)`;
  const [answer] = await db.query<{ places: string | null; keys: string | null; sums: string | null }>(
    `WITH ${chosen},
     sums AS (SELECT p.place, r.key_id, sum(r.n)::int AS n, sum(r.abstained)::int AS abstained, sum(r.sum) AS total,
         sum(r.sum_squares) AS squares
       FROM ${source.sums} r JOIN places p ON p.id = r.${source.id}
         WHERE r.key_id = ANY(ARRAY(SELECT id FROM keys)) GROUP BY 1, 2)
     SELECT (SELECT json_agg(json_build_array(${PLACE.join(", ")}) ORDER BY place)::text
         FROM (SELECT DISTINCT ON (place) * FROM places) p) AS places,
       (SELECT json_agg(json_build_array(id, target, voice))::text FROM keys) AS keys,
       (SELECT json_agg(json_build_array(place, key_id, n, abstained, total, squares))::text FROM sums) AS sums`,
    values,
  );
  if (!answer?.places || !answer.keys || !answer.sums) return [];
  const placed = (JSON.parse(answer.places) as Place[]).map(member);
  const known = new Map((JSON.parse(answer.keys) as Key[]).map((key) => [key[0], key]));
  return inOrder(JSON.parse(answer.sums) as Sum[], placed, known).map((sum) =>
    toRollUp(filter.measure, placed[sum[0]]!, known, sum),
  );
}

/**
 * The keys among those `asked` for that stand first by articles, counted where they lie. "IS TRUE" has the groups looked up
 * in a table of their ids: joined, they were gone through for every sum.
 */
function most({ targets, of }: NonNullable<RollUpFilter["most"]>, asked: string, source: Source, values: unknown[]) {
  const lists = [of.map((each) => each.outlet), of.map((each) => each.side), of.map((each) => each.subGroup ?? "")];
  const given = lists.map((list) => `$${values.push(list)}::text[]`);
  return `SELECT k.id, k.target, k.voice FROM measure_keys k JOIN (SELECT r.key_id, sum(r.n) AS n FROM ${source.sums} r
      WHERE r.key_id = ANY(ARRAY(SELECT id FROM (${asked}) asked)) AND (r.${source.id} IN (
        SELECT c.id FROM chosen c WHERE (c.outlet, c.side, c.sub_group) IN (SELECT * FROM unnest(${given.join(", ")})))) IS TRUE
      GROUP BY 1) counted ON counted.key_id = k.id
    ORDER BY counted.n DESC, k.target COLLATE "C" LIMIT $${values.push(targets)}::int`;
}

/** Sums by outlet, side, event, week, target and voice; places and keys are ranked once, not compared for every sum. */
function inOrder(sums: Sum[], placed: readonly Member[], known: ReadonlyMap<number, Key>): Sum[] {
  const said = (value: string | null): string => value ?? "";
  const compare = (left: readonly string[], right: readonly string[]): number => {
    const at = left.findIndex((part, index) => part !== right[index]);
    return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
  };
  const parts = placed.map(({ outlet, side, event, week }) => [outlet, side, said(event), said(week)]);
  // Equal places, e.g. of two languages, share a rank: their sums stand in the order of target and voice.
  const places = placed.map((_, at) => at).sort((left, right) => compare(parts[left]!, parts[right]!));
  const placeRank = new Map<number, number>();
  for (const [at, place] of places.entries()) {
    const before = places[at - 1];
    const same = before !== undefined && compare(parts[before]!, parts[place]!) === 0;
    placeRank.set(place, same ? placeRank.get(before)! : at);
  }
  const keys = [...known.values()].sort((left, right) => compare([left[1], left[2]], [right[1], right[2]]));
  const keyRank = new Map(keys.map((key, at) => [key[0], at]));
  const rank = ([place, key]: Sum): number => placeRank.get(place)! * keys.length + keyRank.get(key)!;
  return sums.sort((left, right) => rank(left) - rank(right));
}

/** Columns of a group, with '' for what this question adds up. */
function columns(filter: RollUpFilter, source: Source): string {
  const added = new Set<string>(source.without);
  if (filter.byWeek !== true && filter.event === undefined) added.add("week");
  return PLACE.map((column) => (added.has(column) ? `''::text AS ${column}` : `g.${column}`)).join(", ");
}

function toRollUp(measure: Measure["measure"], place: Member, keys: ReadonlyMap<number, Key>, sum: Sum): RollUp {
  const [, target, voice] = keys.get(sum[1])!;
  const { outlet, side, subGroup, teaching, machineTranslated, language, event, week } = place;
  const [, , n, abstained, total, sumSquares] = sum;
  // Written out: a spread makes of each of thousands an object of its own shape.
  return {
    outlet,
    side,
    subGroup,
    teaching,
    machineTranslated,
    language,
    event,
    week,
    measure,
    target,
    voice,
    n,
    abstained,
    sum: total,
    sumSquares,
  };
}

type Member = ReturnType<typeof member>;

/** A place as members of the program. */
export function member([outlet, side, subGroup, teaching, machineTranslated, language, event, week]: Place) {
  return {
    outlet,
    side,
    subGroup: subGroup || null,
    teaching,
    machineTranslated,
    language,
    event: event || null,
    week: week || null,
  };
}

/** What a filter asks of groups `g` and of keys `k`; $1 is the measure. */
export function conditions(filter: RollUpFilter): { places: string[]; keys: string[]; values: unknown[] } {
  const values: unknown[] = [filter.measure];
  const places: string[] = [];
  const keys = ["k.measure = $1"];
  const add = (to: string[], condition: string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    to.push(condition.replace("?", `$${values.length}`));
  };
  add(places, "g.side = ANY(?::text[])", filter.sides);
  add(places, "g.sub_group = ?", filter.subGroup);
  add(places, "g.outlet = ?", filter.outlet);
  add(places, "g.event = ?", filter.event);
  add(places, "g.language = ?", filter.language);
  add(places, "g.teaching = ?", filter.teaching);
  add(places, "g.machine_translated = ?", filter.machineTranslated);
  add(places, "g.wire <> ?", filter.wireOnce === true ? "copy" : undefined);
  add(places, "g.week <> '' AND g.week::date + 6 >= ?::date", filter.from);
  add(places, "g.week <> '' AND g.week::date <= ?::date", filter.to);
  const { voice } = filter;
  add(keys, "k.voice = ANY(?::text[])", voice === undefined ? undefined : [voice].flat());
  add(keys, "k.target = ?", filter.target);
  add(keys, "starts_with(k.target, ?)", filter.targetPrefix);
  return { places, keys, values };
}
