import { StoreUnavailableError, type Database } from "./connection.ts";
import { migrations } from "./migrations/index.ts";
import { lockWrites } from "./write/lockWrites.ts";

/** Brings the tables up to this program's version, one transaction in all. @throws StoreUnavailableError when newer. */
export async function migrate(db: Database): Promise<void> {
  const newest = migrations.at(-1)?.version ?? 0;
  if ((await versionOf(db)) === newest) return;
  await db.transaction(async (tx) => {
    await lockWrites(tx);
    await tx.run(
      "CREATE TABLE IF NOT EXISTS schema_migrations (version integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now())",
    );
    const done = (await tx.query<{ version: number }>("SELECT version FROM schema_migrations")).map((m) => m.version);
    if (done.some((version) => version > newest)) {
      throw new StoreUnavailableError("This database was written by a newer Parallax. Update Parallax to open it.");
    }
    for (const { version, name, sql } of migrations) {
      if (done.includes(version)) continue;
      await tx.run(sql);
      await tx.query("INSERT INTO schema_migrations (version, name) VALUES ($1, $2)", [version, name]);
    }
  });
}

async function versionOf(db: Database): Promise<number> {
  const [table] = await db.query<{ there: boolean }>("SELECT to_regclass('schema_migrations') IS NOT NULL AS there");
  if (!table?.there) return 0;
  const [row] = await db.query<{ version: number | null }>("SELECT max(version) AS version FROM schema_migrations");
  return row?.version ?? 0;
}
