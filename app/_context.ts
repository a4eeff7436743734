import "server-only";
import { KeptPages } from "#lib/operations/keptPages.ts";
import { guardedNetwork } from "#lib/operations/network.ts";
import { codebook, settings, store } from "./_database.ts";
import type { Context } from "#lib/operations/context.ts";

/** What operations need, from this process. */
export async function context(): Promise<Context> {
  return { store: await store(), codebook: codebook(), now: () => new Date() };
}

interface Kept {
  network?: ReturnType<typeof guardedNetwork>;
  pages?: KeptPages;
}
const kept: Kept = ((globalThis as { parallaxPages?: Kept }).parallaxPages ??= {});

/** The one guarded network of this process; feeds and collecting use it bare. */
export function feedNetwork(): ReturnType<typeof guardedNetwork> {
  return (kept.network ??= guardedNetwork(settings()));
}

/** The same, with pages kept a while between preview and import. */
export function network(): KeptPages {
  return (kept.pages ??= new KeptPages(feedNetwork()));
}
