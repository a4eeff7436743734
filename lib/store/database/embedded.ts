import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
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
  const fresh = folder === null || !existsSync(join(folder, "PG_VERSION"));
  try {
    const pglite = await PGlite.create(folder === null ? {} : { dataDir: folder });
    if (fresh) await collectGarbage();
    return pglite;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailableError(
      `The database in ${folder ?? "memory"} cannot be opened (${why.split("\n")[0]}). ` +
        "If the folder is damaged, move it away and import again.",
    );
  }
}

/**
 * Making a new database leaves some 400 MB that nothing refers to, and the collector sees no reason to run for as long as
 * the program's own heap is small. It is asked once; where it cannot be, memory stays taken until it runs by itself.
 */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("globalThis.gc") as (() => void) | undefined;
  setFlagsFromString("--no-expose-gc");
  collect?.();
  await setImmediate();
  collect?.();
}

function queryable(on: PGlite | Transaction): Queryable {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await on.query<Row>(sql, storable(values).map(literal))).rows,
    run: async (sql) => {
      await on.exec(sql);
    },
  };
}

/** A list of numbers as Postgres writes one: PGlite would quote each of them, which takes longer than storing it. */
function literal(value: unknown): unknown {
  return Array.isArray(value) && typeof value[0] === "number" && value.every((each) => typeof each === "number")
    ? `{${value.join(",")}}`
    : value;
}
