import type { Context } from "./context.ts";

/** Takes an article out for good; its sums leave the charts with it. False when there is no such article. */
export async function removeArticle({ store, now }: Context, id: string): Promise<boolean> {
  return store.removeArticle(id, now().toISOString());
}
