import type { Database } from "./connection.ts";
import type { EditRow, ImportRow } from "./contract.ts";

export async function startImport(db: Database, source: string, at: string): Promise<string> {
  const [row] = await db.transaction((tx) =>
    tx.query<{ id: number }>("INSERT INTO imports (at, source) VALUES ($1, $2) RETURNING id", [at, source]),
  );
  return String(row!.id);
}

/** Imports, newest first; `articles` counts those still there. */
export async function imports(db: Database): Promise<ImportRow[]> {
  return db.query<ImportRow>(
    `SELECT i.id::text AS id, i.at, i.source, i.undone_at IS NOT NULL AS undone,
       (SELECT count(*)::int FROM articles a WHERE a.import_id = i.id) AS articles
     FROM imports i ORDER BY i.id DESC`,
  );
}

/** What people changed of an article, oldest first. */
export async function edits(db: Database, articleId: string): Promise<EditRow[]> {
  return db.query<EditRow>(
    `SELECT article_id AS "articleId", at, field, before, after, reason FROM edits WHERE article_id = $1 ORDER BY id`,
    [articleId],
  );
}
