import type { Context } from "./context.ts";
import { judgeAnew } from "./relateArticles.ts";

/** Takes an article out for good; its sums leave the charts with it. False when there is no such article. */
export async function removeArticle(context: Context, id: string): Promise<boolean> {
  const removed = await context.store.removeArticle(id, context.now().toISOString());
  await judgeAnew(context);
  return removed;
}
