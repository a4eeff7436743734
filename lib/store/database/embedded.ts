import { PGlite, type Transaction } from "@electric-sql/pglite";
import { StoreUnavailableError, storable, type Database, type Queryable } from "#lib/store/connection.ts";

/** The embedded database in a folder, or in memory for null. One process at a time: see sharedFolder.ts. */
export async function openEmbedded(folder: string | null): Promise<Database> {
  const pglite = await open(folder);
  return {
    ...queryable(pglite),
    transaction: (work) => pglite.transaction((tx) => work(queryable(tx))),
    close: () => pglite.close(),
  };
}

async function open(folder: string | null): Promise<PGlite> {
  try {
    return await PGlite.create(folder === null ? {} : { dataDir: folder });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailableError(
      `The database in ${folder ?? "memory"} cannot be opened (${why.split("\n")[0]}). ` +
        "If the folder is damaged, move it away and import again.",
    );
  }
}

function queryable(on: PGlite | Transaction): Queryable {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await on.query<Row>(sql, storable(values))).rows,
    run: async (sql) => {
      await on.exec(sql);
    },
  };
}
