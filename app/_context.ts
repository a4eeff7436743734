import "server-only";
import { codebook, store } from "./_database.ts";
import type { Context } from "#lib/operations/context.ts";

/** What operations need, from this process. */
export async function context(): Promise<Context> {
  return { store: await store(), codebook: codebook(), now: () => new Date() };
}
