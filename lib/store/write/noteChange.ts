import type { Queryable } from "#lib/store/connection.ts";

/** Has readers ask anew; they see the new number with the change, not before. Part of the caller's transaction. */
export async function noteChange(tx: Queryable): Promise<void> {
  await tx.query("UPDATE corpus_revision SET changes = changes + 1");
}
