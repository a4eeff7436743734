import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { Context } from "#lib/operations/context.ts";
import { readSettings, type Settings } from "#lib/settings.ts";
import { openStore } from "#lib/store/openStore.ts";

/** Opens what a command needs and closes the store afterwards, also when it fails; the codebook is read when first used. */
export async function withContext<T>(work: (context: Context & { settings: Settings }) => Promise<T>): Promise<T> {
  const settings = readSettings();
  let codebook: Codebook | null = null;
  const store = await openStore(settings);
  try {
    return await work({
      settings,
      store,
      now: () => new Date(),
      get codebook() {
        return (codebook ??= loadCodebook(settings.codebookFolder));
      },
    });
  } finally {
    await store.close();
  }
}
