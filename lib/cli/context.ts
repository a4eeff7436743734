import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Context } from "#lib/operations/context.ts";
import { readSettings, type Settings } from "#lib/settings.ts";
import { openStore } from "#lib/store/openStore.ts";

/** Opens what a command needs and closes the store afterwards, also when the command fails. */
export async function withContext<T>(work: (context: Context & { settings: Settings }) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const codebook = loadCodebook(settings.codebookFolder);
  const store = await openStore(settings);
  try {
    return await work({ settings, codebook, store, now: () => new Date() });
  } finally {
    await store.close();
  }
}
