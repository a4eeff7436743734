import "server-only";
import { KeptPages } from "#lib/operations/keptPages.ts";
import { guardedNetwork } from "#lib/operations/network.ts";
import { codebook, settings, store } from "./_database.ts";
import type { Context } from "#lib/operations/context.ts";

/** What operations need, from this process. */
export async function context(): Promise<Context> {
  return { store: await store(), codebook: codebook(), now: () => new Date() };
}

const kept: { pages?: KeptPages } = ((globalThis as { parallaxPages?: { pages?: KeptPages } }).parallaxPages ??= {});

/** The one guarded network of this process; pages are kept a while between preview and import. */
export function network(): KeptPages {
  return (kept.pages ??= new KeptPages(guardedNetwork(settings())));
}
