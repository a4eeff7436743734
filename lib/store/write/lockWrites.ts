import type { Queryable } from "#lib/store/connection.ts";

/** Any number; the same in every process. */
const WRITES = 7_301_522;

/** Writers take turns, so that two of them never add to the same sums in crossing order. Ends with the transaction. */
export async function lockWrites(tx: Queryable): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1)::text", [WRITES]);
}
