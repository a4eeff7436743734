import type { Piece, Relation, TextLink } from "#lib/domain/relations.ts";
import type { VersionRuling, WireRuling } from "#lib/domain/rulings.ts";
import type { Database, Queryable } from "#lib/store/connection.ts";
import type { Fingerprint, Unrelated } from "#lib/store/contract.ts";
import { SELECT_COUNTED, toCounted, VERSION_RULINGS, type CountedRow } from "#lib/store/read/rows.ts";
import { presentKeys } from "./addArticles.ts";
import { shareOf } from "./groups.ts";
import { lockWrites } from "./lockWrites.ts";
import { noteChange } from "./noteChange.ts";
import { addToSums } from "./sums.ts";

/** Articles judged together at most: those that share words with each other, step by step. */
const MOST_TOGETHER = 400;

/** What a caller makes of articles that share words; see lib/ingest/deduplicate/relate. */
export type Judge = (pieces: readonly Piece[], links: readonly TextLink[]) => Relation[];

/** Articles not compared with the others yet, of one import or of all, in the order of storing. */
export async function unrelated(db: Database, most: number, importId?: string): Promise<Unrelated[]> {
  const one = importId === undefined ? "" : " AND u.import_id = $2::int";
  return db.query<Unrelated>(
    `SELECT a.id, a.seq, a.body AS text, a.author, a.headline_only AS "headlineOnly", u.state = 1 AS keyed
     FROM unrelated u JOIN articles a ON a.id = u.article_id
     WHERE u.state < 2${one} ORDER BY u.import_id, u.seq LIMIT $1::int`,
    importId === undefined ? [most] : [most, Number(importId)],
  );
}

/** Articles to be judged anew, because one that shares their words came, changed or went. */
export async function stale(db: Database, most: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    "SELECT article_id AS id FROM unrelated WHERE state = 2 ORDER BY seq LIMIT $1::int",
    [most],
  );
  return rows.map((row) => row.id);
}

/** Keeps what texts are found by, so that texts compared from now on meet them. */
export async function keepTextKeys(db: Database, all: readonly ({ seq: number } & Fingerprint)[]): Promise<void> {
  await db.transaction(async (tx) => {
    await lockWrites(tx);
    const there = await tx.query<{ seq: number }>("SELECT seq FROM articles WHERE seq = ANY($1::int[])", [
      all.map(({ seq }) => seq),
    ]);
    const kept = new Set(there.map(({ seq }) => seq));
    const texts = all.filter(({ seq }) => kept.has(seq));
    await insertKeys(tx, texts);
    await tx.query("UPDATE unrelated SET state = 1 WHERE state = 0 AND seq = ANY($1::int[])", [[...kept]]);
    const credited = texts.filter(({ credit }) => credit !== null);
    if (credited.length === 0) return;
    await tx.query(
      "UPDATE articles a SET credit = w.credit FROM unnest($1::int[], $2::text[]) AS w (seq, credit) WHERE a.seq = w.seq",
      [credited.map(({ seq }) => seq), credited.map(({ credit }) => JSON.stringify(credit))],
    );
  });
}

async function insertKeys(tx: Queryable, texts: readonly ({ seq: number } & Fingerprint)[]): Promise<void> {
  await tx.query("INSERT INTO text_keys (key, seq) SELECT * FROM unnest($1::int[], $2::int[]) ON CONFLICT DO NOTHING", [
    texts.flatMap(({ keys }) => [...keys]),
    texts.flatMap(({ keys, seq }) => keys.map(() => seq)),
  ]);
}

/** Has new articles compared with the others, and keeps the fingerprints there are. Part of the caller's transaction. */
export async function noteUnrelated(
  tx: Queryable,
  importId: string,
  added: readonly { id: string; seq: number; fingerprint: Fingerprint | undefined }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO unrelated (article_id, import_id, seq, state)
     SELECT id, $4::int, seq, state FROM unnest($1::text[], $2::int[], $3::int[]) AS w (id, seq, state)`,
    [
      added.map(({ id }) => id),
      added.map(({ seq }) => seq),
      added.map(({ fingerprint }) => (fingerprint ? 1 : 0)),
      Number(importId),
    ],
  );
  await insertKeys(
    tx,
    added.flatMap(({ seq, fingerprint }) => (fingerprint ? { ...fingerprint, seq } : [])),
  );
}

/**
 * Notes that articles were compared, and what they share with others; then judges them, with all that hang together with
 * them, and moves the sums of those that stand otherwise than before. One transaction.
 */
export async function settleRelations(
  db: Database,
  compared: readonly string[],
  links: readonly Omit<TextLink, "sameAddress">[],
  judge: Judge,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockWrites(tx);
    await insertLinks(tx, links);
    const together = await connected(tx, [...compared, ...links.map(({ other }) => other)]);
    const { pieces, found } = await read(tx, together);
    await keep(tx, judge(pieces, found), [...new Set([...compared, ...together])]);
  });
}

async function insertLinks(tx: Queryable, links: readonly Omit<TextLink, "sameAddress">[]): Promise<void> {
  if (links.length === 0) return;
  await tx.query(
    `INSERT INTO text_links (article_id, other_id, own, resemblance, same_address)
     SELECT DISTINCT ON (w.id, w.other) w.id, w.other, w.own, w.resemblance, coalesce(a.url = o.url, false)
     FROM unnest($1::text[], $2::text[], $3::float8[], $4::float8[]) AS w (id, other, own, resemblance)
       JOIN articles a ON a.id = w.id JOIN articles o ON o.id = w.other
     ON CONFLICT DO NOTHING`,
    [
      links.map((link) => link.id),
      links.map((link) => link.other),
      links.map((link) => link.own),
      links.map((link) => link.resemblance),
    ],
  );
}

/** Articles that a person's ruling ties to some. */
const RULED_WITH = `SELECT other_id FROM version_rulings WHERE article_id = ANY($1::text[])
  UNION SELECT article_id FROM version_rulings WHERE other_id = ANY($1::text[])`;

/** Those and everything that shares words with them, directly or through others. */
async function connected(tx: Queryable, ids: readonly string[]): Promise<string[]> {
  const seen = new Set(ids);
  for (let edge = [...seen]; edge.length > 0 && seen.size < Math.max(MOST_TOGETHER, ids.length);) {
    const rows = await tx.query<{ id: string }>(
      `SELECT other_id AS id FROM text_links WHERE article_id = ANY($1::text[]) UNION ${RULED_WITH}`,
      [edge],
    );
    edge = rows.map((row) => row.id).filter((id) => !seen.has(id));
    edge.forEach((id) => seen.add(id));
  }
  return [...seen];
}

async function read(tx: Queryable, ids: readonly string[]): Promise<{ pieces: Piece[]; found: TextLink[] }> {
  type Row = Omit<Piece, "credit" | "ruledWire" | "ruledVersions"> &
    Record<"credit" | "wire" | "versions", string | null>;
  const pieces = await tx.query<Row>(
    `SELECT id, seq, title, coalesce(outlet_id, outlet_name) AS outlet, outlet_name AS "outletName", day::text AS day,
       headline_only AS "headlineOnly", credit, ruled_wire AS wire, ${VERSION_RULINGS} AS versions FROM articles a WHERE id = ANY($1::text[])`,
    [ids],
  );
  const found = await tx.query<TextLink>(
    `SELECT article_id AS id, other_id AS other, own::float8 AS own, resemblance::float8 AS resemblance,
       same_address AS "sameAddress" FROM text_links WHERE article_id = ANY($1::text[])`,
    [ids],
  );
  return {
    pieces: pieces.map(({ credit, wire, versions, ...row }) => ({
      ...row,
      credit: credit === null ? null : (JSON.parse(credit) as Piece["credit"]),
      ruledWire: wire === null ? null : (JSON.parse(wire) as WireRuling),
      ruledVersions: versions === null ? [] : (JSON.parse(versions) as VersionRuling[]),
    })),
    found,
  };
}

/** Writes what changed; sums move with it. */
async function keep(tx: Queryable, relations: readonly Relation[], done: readonly string[]): Promise<void> {
  const known = await tx.query<{ id: string; wire: string | null; version: string | null; latest: string | null }>(
    `SELECT id, wire, version_of AS version, superseded_by AS latest FROM articles WHERE id = ANY($1::text[])`,
    [relations.map(({ id }) => id)],
  );
  const before = new Map(known.map((row) => [row.id, row]));
  const changed = relations.filter(({ id, wire, versionOf, supersededBy }) => {
    const was = before.get(id);
    if (!was) return false;
    const same = was.version === versionOf && was.latest === supersededBy;
    return !same || was.wire !== (wire === null ? null : JSON.stringify(wire));
  });
  if (changed.length > 0) await move(tx, changed);
  await tx.query("DELETE FROM unrelated WHERE article_id = ANY($1::text[])", [done]);
}

async function move(tx: Queryable, changed: readonly Relation[]): Promise<void> {
  const ids = changed.map(({ id }) => id);
  const found = (await tx.query<CountedRow>(`${SELECT_COUNTED} WHERE a.id = ANY($1::text[])`, [ids])).map(toCounted);
  const byId = new Map(changed.map((each) => [each.id, each]));
  const after = found.map((each) => ({ ...each, article: { ...each.article, ...byId.get(each.article.id)! } }));
  await addToSums(tx, found.map(shareOf), -1);
  await addToSums(tx, after.map(shareOf), 1);
  await tx.query(
    `UPDATE articles SET wire = n.wire, copy = n.copy, version_of = n.version, superseded_by = n.latest,
       present = ARRAY(SELECT jsonb_array_elements_text(n.present))
     FROM jsonb_to_recordset($1::text::jsonb) AS n (id text, wire text, copy boolean, version text, latest text, present jsonb)
     WHERE articles.id = n.id`,
    [
      JSON.stringify(
        after.map(({ article, measures }) => ({
          id: article.id,
          wire: article.wire ? JSON.stringify(article.wire) : null,
          copy: article.wire?.repeats === true,
          version: article.versionOf ?? null,
          latest: article.supersededBy ?? null,
          present: article.supersededBy ? [] : presentKeys(measures),
        })),
      ),
    ],
  );
  await noteChange(tx);
}

/** Has articles that share words with these judged anew, and these too. Part of the caller's transaction. */
export async function markStale(tx: Queryable, ids: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO unrelated (article_id, import_id, seq, state) SELECT id, import_id, seq, 2 FROM articles
     WHERE id = ANY($1::text[])
       OR id IN (SELECT other_id FROM text_links WHERE article_id = ANY($1::text[]) UNION ${RULED_WITH})
     ON CONFLICT DO NOTHING`,
    [ids],
  );
}

/** Takes keys and links of articles that go; those that shared their words are judged anew. */
export async function forgetTexts(tx: Queryable, ids: readonly string[]): Promise<void> {
  await markStale(tx, ids);
  await tx.query("DELETE FROM unrelated WHERE article_id = ANY($1::text[])", [ids]);
  await tx.query("DELETE FROM version_rulings WHERE article_id = ANY($1::text[])", [ids]);
  await tx.query("DELETE FROM text_keys WHERE seq IN (SELECT seq FROM articles WHERE id = ANY($1::text[]))", [ids]);
  await tx.query(
    `DELETE FROM text_links l USING text_links mine
     WHERE mine.article_id = ANY($1::text[]) AND l.article_id = mine.other_id AND l.other_id = mine.article_id`,
    [ids],
  );
  await tx.query("DELETE FROM text_links WHERE article_id = ANY($1::text[])", [ids]);
}
