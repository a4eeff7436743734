import type { PGlite, Transaction } from "@electric-sql/pglite";
import { StoreUnavailableError, storable, type Database, type Queryable } from "#lib/store/connection.ts";
import { openPglite } from "./openPglite.mjs";

/** An embedded database in memory. One in a folder has a thread of its own: see embeddedThread.ts. */
export async function openEmbedded(): Promise<Database> {
  const pglite = await openPglite(null).catch((error: Error) => {
    throw new StoreUnavailableError(error.message);
  });
  return {
    ...queryable(pglite),
    transaction: (work) => pglite.transaction((tx) => work(queryable(tx))),
    close: () => pglite.close(),
  };
}

function queryable(on: PGlite | Transaction): Queryable {
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await on.query<Row>(sql, parameters(values))).rows,
    run: async (sql) => {
      await on.exec(sql);
    },
  };
}

/** Values as PGlite takes them quickest. */
export const parameters = (values: readonly unknown[]): unknown[] => storable(values).map(literal);

/** A list of numbers as Postgres writes one: PGlite would quote each of them, which takes longer than storing it. */
function literal(value: unknown): unknown {
  return Array.isArray(value) && typeof value[0] === "number" && value.every((each) => typeof each === "number")
    ? `{${value.join(",")}}`
    : value;
}
