import type { Context } from "./context.ts";

/**
 * Whether the starter corpus is to be imported: nothing is stored, and nobody has taken an import back, which would
 * bring the teaching articles again at every start.
 */
export async function wantsStarter({ store }: Pick<Context, "store">): Promise<boolean> {
  if ((await store.summary()).articles > 0) return false;
  return !(await store.imports()).some(({ undone }) => undone);
}
