import type { TermCount } from "#lib/domain/coding.ts";
import type { Database } from "#lib/store/connection.ts";
import type { ArticleValues, Store, TermFilter, TermMember, Terms } from "#lib/store/contract.ts";
import { unpackText } from "#lib/store/packCoding.ts";
import { mondayOf } from "#lib/store/write/groups.ts";
import { toMeasures } from "./rows.ts";

/** Articles read at most; more are sampled. Ids are digests, so the first of them are a sample by chance. */
const MOST = 4000;
const AT_ONCE = 500;
const TERM = '["term",';

interface Row {
  id: string;
  outlet: string;
  side: string;
  sub_group: string | null;
  measures: string;
}
/** A count with the outlet seen last: articles come outlet by outlet. */
type Counting = TermCount & { outlet: string | null };

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
    `SELECT a.id FROM articles a WHERE ${where} ORDER BY a.id LIMIT ${MOST}`,
    values,
  );
  const found: Row[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE).map(({ id }) => id);
    found.push(
      ...(await db.query<Row>(
        `SELECT a.id, a.outlet, a.side, a.sub_group, c.measures FROM articles a JOIN codings c ON c.article_id = a.id
         WHERE a.id = ANY($1::text[])`,
        [some],
      )),
    );
  }
  const counted = groups.map(() => new Map<string, Counting>());
  for (const row of found.sort((left, right) =>
    left.outlet < right.outlet ? -1 : Number(left.outlet > right.outlet),
  )) {
    const at = group.get(nameOf({ outlet: row.outlet, side: row.side, subGroup: row.sub_group }));
    if (at !== undefined) addTerms(counted[at]!, at, row);
  }
  const [read, of] = [found.length, all?.of ?? 0];
  const counts = counted.flatMap((each) => [...each.values()]);
  return { counts: enough(counts, filter.least), sampled: read < of ? { read, of } : null };
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

/** Words stand behind the other values of an article: these are not read. */
function addTerms(counted: Map<string, Counting>, group: number, { outlet, measures }: Row): void {
  const values = unpackText(measures);
  const from = values.indexOf(TERM);
  if (from < 0) return;
  for (const [measure, term, , uses] of JSON.parse(`[${values.slice(from)}`) as [
    string,
    string,
    string,
    number | null,
  ][]) {
    if (measure !== "term" || uses === null) continue;
    let count = counted.get(term);
    if (!count) {
      count = { group, term, articles: 0, outlets: 0, uses: 0, squares: 0, outlet: null };
      counted.set(term, count);
    }
    count.articles += 1;
    count.uses += uses;
    count.squares += uses * uses;
    if (count.outlet === outlet) continue;
    count.outlet = outlet;
    count.outlets += 1;
  }
}

function enough(counted: readonly Counting[], least: number): TermCount[] {
  const articles = new Map<string, number>();
  for (const each of counted) articles.set(each.term, (articles.get(each.term) ?? 0) + each.articles);
  return counted
    .filter((each) => each.term === "*" || (articles.get(each.term) ?? 0) >= least)
    .map(({ outlet: _outlet, ...count }) => count)
    .sort((a, b) => (a.term === b.term ? a.group - b.group : a.term < b.term ? -1 : 1));
}
