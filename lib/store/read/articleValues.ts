import type { Database } from "#lib/store/connection.ts";
import type { ArticleValues, Store, TermFilter, TermMember, Terms } from "#lib/store/contract.ts";
import { unpackText } from "#lib/store/packCoding.ts";
import { mondayOf } from "#lib/store/write/groups.ts";
import { toMeasures } from "./rows.ts";
import { TermCounts } from "./termCounts.ts";

/** Articles read at most; more are sampled. Ids are digests, so the first of them are a sample by chance. */
const MOST = 4000;
const AT_ONCE = 500;
/** How a word begins among packed values; words are letters, apostrophes and hyphens, or "*". */
const TERM = '["term","';

interface Row {
  id: string;
  outlet: string;
  side: string;
  sub_group: string | null;
  measures: string;
}
/** Words of the articles of one event or of certain weeks, counted article by article. */
export async function termsOfArticles(
  db: Database,
  groups: readonly (readonly TermMember[])[],
  filter: TermFilter,
): Promise<Terms> {
  const group = new Map(groups.flatMap((members, at) => members.map((member) => [nameOf(member), at] as const)));
  const { where, values } = conditions(groups.flat(), filter);
  const [all] = await db.query<{ of: number }>(`SELECT count(*)::int AS of FROM articles a WHERE ${where}`, values);
  // Found in one go: looking for them page by page sorts the whole choice for every page.
  const ids = await db.query<{ id: string }>(
    `SELECT id FROM (SELECT a.id, a.outlet FROM articles a WHERE ${where} ORDER BY a.id LIMIT ${MOST}) f ORDER BY outlet`,
    values,
  );
  const read = (from: number): Promise<Row[]> =>
    db.query<Row>(
      `SELECT a.id, a.outlet, a.side, a.sub_group, c.measures FROM articles a JOIN codings c ON c.article_id = a.id
       WHERE a.id = ANY($1::text[]) ORDER BY a.outlet`,
      [ids.slice(from, from + AT_ONCE).map(({ id }) => id)],
    );
  const counted = new TermCounts(groups.length);
  let next = read(0);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await next;
    // The database reads on while these are counted.
    next = from + AT_ONCE < ids.length ? read(from + AT_ONCE) : Promise.resolve([]);
    for (const row of rows) {
      const at = group.get(nameOf({ outlet: row.outlet, side: row.side, subGroup: row.sub_group }));
      if (at !== undefined) addTerms(counted, at, row);
    }
  }
  const of = all?.of ?? 0;
  return { counts: counted.enough(filter.least), sampled: ids.length < of ? { read: ids.length, of } : null };
}

function nameOf({ outlet, side, subGroup }: TermMember): string {
  return JSON.stringify([outlet, side, subGroup ?? ""]);
}

/** Articles of some outlets with their values of some measures; for groups so small that each is a mark of its own. */
export async function articleValues(
  db: Database,
  members: readonly TermMember[],
  filter: Parameters<Store["values"]>[1],
): Promise<ArticleValues[]> {
  if (members.length === 0) return [];
  const { where, values } = conditions(members, filter);
  const rows = await db.query<Row & { title: string }>(
    `SELECT a.id, a.title, a.outlet, a.side, a.sub_group, c.measures FROM articles a
       JOIN codings c ON c.article_id = a.id WHERE ${where} ORDER BY a.id LIMIT $${values.length + 1}`,
    [...values, filter.most],
  );
  const wanted = new Set<string>(filter.measures);
  const names = new Set(members.map(nameOf));
  return rows
    .map(({ id, title, outlet, side, sub_group, measures }) => ({
      id,
      title,
      outlet,
      side,
      subGroup: sub_group,
      values: toMeasures(measures).filter(({ measure }) => wanted.has(measure)),
    }))
    .filter((row) => names.has(nameOf(row)));
}

function conditions(members: readonly TermMember[], filter: Omit<TermFilter, "least">) {
  const outlets = [...new Set(members.map((member) => member.outlet))];
  const values: unknown[] = [outlets, filter.teaching];
  const where = ["a.outlet = ANY($1::text[])", "a.teaching = $2", "NOT a.headline_only", "a.superseded_by IS NULL"];
  const add = (condition: string, value: unknown): void => {
    where.push(condition.replace("?", `$${values.push(value)}`));
  };
  if (filter.wireOnce === true) where.push("NOT a.copy");
  if (filter.event !== undefined) add("a.event = ?", filter.event);
  if (filter.from !== undefined) add("a.day >= ?::date", mondayOf(filter.from));
  if (filter.to !== undefined) add("a.day < ?::date + 7", mondayOf(filter.to));
  if (filter.language !== undefined) add("a.language = ?", filter.language);
  if (filter.machineTranslated !== undefined) add("a.machine_translated = ?", filter.machineTranslated);
  return { where: where.join(" AND "), values };
}

/** Words stand behind the other values of an article: these are not read, nor words made values one by one. */
function addTerms(counted: TermCounts, group: number, { outlet, measures }: Row): void {
  const values = unpackText(measures);
  for (let at = values.indexOf(TERM); at >= 0;) {
    const from = at + TERM.length;
    const to = values.indexOf('"', from);
    const end = values.indexOf("]", to);
    const uses = Number(values.slice(values.lastIndexOf(",", end) + 1, end));
    if (uses > 0) counted.add(group, outlet, values.slice(from, to), 1, uses, uses * uses);
    at = values.indexOf(TERM, end);
  }
}
