import type { Context } from "./context.ts";
import { judgeAnew } from "./relateArticles.ts";

/** An import that cannot be taken back; the message says why. */
export class UndoError extends Error {}

/**
 * Takes back the newest import, if it is the one meant: two people at one dashboard must not undo each other's.
 * @throws UndoError when there is none or a newer one stands in the way.
 */
export async function undoImport(context: Context, importId: string): Promise<{ removed: number }> {
  const newest = (await context.store.imports()).find((each) => !each.undone);
  if (!newest) throw new UndoError("There is no import to take back.");
  if (newest.id !== importId) {
    throw new UndoError(
      "A newer import came after this one. Take back the newer one first, or remove single articles.",
    );
  }
  const undone = await context.store.undoImport(context.now().toISOString());
  await judgeAnew(context);
  return { removed: undone?.removed ?? 0 };
}
