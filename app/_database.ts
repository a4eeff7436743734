import "server-only";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import { readSettings, type Settings } from "#lib/settings.ts";
import type { Store } from "#lib/store/contract.ts";
import { openStore } from "#lib/store/openStore.ts";

interface Kept {
  settings?: Settings;
  codebook?: Codebook;
  store?: Promise<Store> | undefined;
}
/** On globalThis, so that a reload of this module does not open the data folder twice. */
const kept: Kept = ((globalThis as { parallaxKept?: Kept }).parallaxKept ??= {});

export function settings(): Settings {
  return (kept.settings ??= readSettings());
}

/** The codebook, read once a process. */
export function codebook(): Codebook {
  return (kept.codebook ??= loadCodebook(settings().codebookFolder));
}

/** The one store of this process. An opening that failed is tried again with the next request. */
export function store(): Promise<Store> {
  if (!kept.store) {
    const { dataFolder, databaseUrl } = settings();
    const opening = openStore({ dataFolder, databaseUrl });
    kept.store = opening;
    opening.catch(() => {
      if (kept.store === opening) kept.store = undefined;
    });
  }
  return kept.store;
}
