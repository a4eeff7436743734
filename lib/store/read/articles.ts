import type { Side } from "#lib/domain/article.ts";
import { openingWords } from "#lib/domain/openingWords.ts";
import type { Database } from "#lib/store/connection.ts";
import type { ArticleFilter, ArticleSummary, Facets, StoredArticle } from "#lib/store/contract.ts";
import { presentKey } from "#lib/store/write/addArticles.ts";
import { SELECT_FULL, toStored, type FullRow } from "./rows.ts";

const ORDERS: Record<NonNullable<ArticleFilter["sort"]>, string> = {
  newest: "day DESC NULLS LAST, id",
  oldest: "day ASC NULLS LAST, id",
  title: "lower(title), id",
  outlet: "lower(coalesce(outlet_name, outlet)), day DESC NULLS LAST, id",
  words: "words DESC, id",
  relevance: "ts_rank(search, wanted) DESC, id",
};

export async function article(db: Database, id: string): Promise<StoredArticle | null> {
  const [row] = await db.query<FullRow>(`${SELECT_FULL} WHERE a.id = $1`, [id]);
  return row ? toStored(row) : null;
}

export async function* pages(db: Database, size: number): AsyncGenerator<StoredArticle[]> {
  for (let after = ""; ;) {
    const rows = await db.query<FullRow>(`${SELECT_FULL} WHERE a.id > $1 ORDER BY a.id LIMIT $2`, [after, size]);
    if (rows.length === 0) return;
    yield rows.map(toStored);
    after = rows.at(-1)!.id;
  }
}

export async function existingIds(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }>("SELECT id FROM articles WHERE id = ANY($1::text[])", [ids]);
  return new Set(rows.map((row) => row.id));
}

interface SummaryRow {
  id: string;
  title: string;
  opening: string;
  outlet_id: string | null;
  outlet_name: string | null;
  side: Side;
  day: string | null;
  event: string | null;
  words: number;
  teaching: boolean;
  machine_translated: boolean;
  headline_only: boolean;
  wire: string | null;
  superseded: boolean;
  import_id: number;
}

/** One page of the articles a filter lets through, and how many there are in all. */
export async function list(db: Database, filter: ArticleFilter): Promise<{ total: number; rows: ArticleSummary[] }> {
  const { from, values } = matching(filter);
  const sort = filter.sort === "relevance" && !filter.search ? "newest" : (filter.sort ?? "newest");
  const [count, rows] = await Promise.all([
    db.query<{ total: number }>(`SELECT count(*)::int AS total ${from}`, values),
    db.query<SummaryRow>(
      `SELECT id, title, CASE WHEN title = '' THEN left(body, 200) ELSE '' END AS opening, outlet_id, outlet_name, side,
         day::text AS day, event, words, teaching, machine_translated, headline_only, wire,
         superseded_by IS NOT NULL AS superseded, import_id
       ${from} ORDER BY ${ORDERS[sort]} LIMIT $${values.length + 1}::int OFFSET $${values.length + 2}::int`,
      [...values, filter.limit ?? null, filter.offset ?? 0],
    ),
  ]);
  return { total: count[0]?.total ?? 0, rows: rows.map(toSummary) };
}

function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    opening: openingWords(row.opening),
    outletId: row.outlet_id,
    outletName: row.outlet_name,
    side: row.side,
    day: row.day,
    event: row.event,
    words: row.words,
    teaching: row.teaching,
    machineTranslated: row.machine_translated,
    headlineOnly: row.headline_only,
    ...(row.wire === null ? {} : { wire: wireOf(row.wire) }),
    ...(row.superseded ? { superseded: true } : {}),
    importId: String(row.import_id),
  };
}

function wireOf(json: string): NonNullable<ArticleSummary["wire"]> {
  const { origin, repeats } = JSON.parse(json) as { origin: string | null; repeats?: boolean };
  return { origin, repeats: repeats === true };
}

/** Counts of a choice per side, outlet, event and month in one pass. */
export async function facets(db: Database, filter: ArticleFilter): Promise<Facets> {
  const { from, values } = matching(filter);
  const rows = await db.query<{ kind: string; value: string | null; label: string | null; articles: number }>(
    `SELECT CASE grouping(side, outlet, event, month) WHEN 7 THEN 'side' WHEN 11 THEN 'outlet' WHEN 13 THEN 'event'
         ELSE 'month' END AS kind,
       coalesce(side, outlet, event, month) AS value, min(outlet_name) AS label, count(*)::int AS articles
     FROM (SELECT side, outlet, outlet_name, event, to_char(day, 'YYYY-MM') AS month ${from}) chosen
     GROUP BY GROUPING SETS ((side), (outlet), (event), (month)) ORDER BY articles DESC, value`,
    values,
  );
  const of = (kind: string) =>
    rows.flatMap(({ kind: its, value, label, articles }) =>
      its === kind && value !== null ? [{ value, label: label ?? value, articles }] : [],
    );
  const plain = (kind: string) => of(kind).map(({ value, articles }) => ({ value, articles }));
  return {
    sides: plain("side") as Facets["sides"],
    outlets: of("outlet"),
    events: plain("event"),
    months: plain("month").toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  };
}

/** FROM and WHERE of a filter. The search is a web search: words, "a phrase", or, -not. */
function matching(filter: ArticleFilter): { from: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const add = (condition: string, value: unknown): void => {
    values.push(value);
    conditions.push(condition.replace("?", `$${values.length}`));
  };
  let source = "articles";
  if (filter.search) {
    values.push(filter.search);
    source = "articles, websearch_to_tsquery('english', $1) AS wanted";
    conditions.push("search @@ wanted");
  }
  if (filter.side !== undefined) add("side = ?", filter.side);
  if (filter.outlet !== undefined) add("outlet = ?", filter.outlet);
  if (filter.outlets !== undefined) add("outlet = ANY(?::text[])", filter.outlets);
  if (filter.subGroup !== undefined) add("sub_group = ?", filter.subGroup);
  if (filter.event !== undefined) add("event = ?", filter.event);
  if (filter.from !== undefined) add("day >= ?::date", filter.from);
  if (filter.to !== undefined) add("day <= ?::date", filter.to);
  if (filter.teaching !== undefined) add("teaching = ?", filter.teaching);
  if (filter.machineTranslated !== undefined) add("machine_translated = ?", filter.machineTranslated);
  if (filter.language !== undefined) add("language = ?", filter.language);
  if (filter.wire === "once") conditions.push("NOT copy");
  if (filter.wire === "only") conditions.push("wire IS NOT NULL");
  if (filter.importId !== undefined) add("import_id = ?::int", filter.importId);
  if (filter.withMeasure) {
    const { measure, target, voice } = filter.withMeasure;
    add("present @> ARRAY[?]::text[]", presentKey(measure, target, voice));
  }
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  return { from: `FROM ${source}${where}`, values };
}
