import { sideSchema, type Article } from "#lib/domain/article.ts";
import { ChangeError } from "./changeError.ts";
import type { Context } from "./context.ts";
import { outletRegistry } from "./registry.ts";
import { judgeAnew } from "./relateArticles.ts";
import { forgetOpposite, ruledFields, type Rulings } from "./rulings.ts";

/** What a person may change of an article; null takes a value away. */
export interface Change extends Rulings {
  outlet?: string | null;
  side?: string;
  date?: string | null;
  event?: string | null;
  /** Why; kept with the change. */
  reason?: string;
}

/**
 * Changes who published an article, its side, day or event, or rules on versions and wire copy, and logs it. A new outlet
 * brings the side of its registry row with it unless a side is given too. False when there is no such article.
 * @throws ChangeError for a side or day that is none, and for a ruling without a reason
 */
export async function editArticle(context: Context, id: string, change: Change): Promise<boolean> {
  const { store } = context;
  const article = (await store.article(id))?.article;
  if (!article) return false;
  const reason = change.reason ?? "Stated by a person.";
  const event = change.event === undefined ? {} : { event: change.event === "" ? null : change.event };
  const fields = { ...outletFields(context, change), ...sideFields(change), ...dateFields(change), ...event };
  const ruled = await ruledFields(context, { ...article, ...fields }, change);
  const { versionOf = [], notVersionOf = [], versionAuto = [] } = change;
  await forgetOpposite(context, id, [...versionOf, ...notVersionOf, ...versionAuto], reason);
  const found = await store.editArticle(id, { ...fields, ...ruled }, reason, context.now().toISOString());
  await judgeAnew(context);
  return found;
}

function outletFields({ codebook }: Context, { outlet }: Change): Partial<Article> {
  if (outlet === undefined) return {};
  if (outlet === null || outlet === "") {
    const gone = { outletId: null, outletName: null, subGroup: null };
    return { ...gone, side: "unknown", sideReason: "No outlet is known." };
  }
  const found = outletRegistry(codebook).findOutlet(outlet);
  if (!found) return { outletId: null, outletName: outlet, subGroup: null };
  const { id: outletId, name: outletName, side, subGroup } = found;
  return { outletId, outletName, side, subGroup, sideReason: "The side of the outlet in the registry." };
}

function sideFields({ side, reason }: Change): Partial<Article> {
  if (side === undefined) return {};
  const read = sideSchema.safeParse(side);
  if (!read.success) throw new ChangeError(`"${side}" is no side. Sides: ${sideSchema.options.join(", ")}.`);
  return { side: read.data, sideReason: reason ?? "Stated by a person." };
}

function dateFields({ date }: Change): Partial<Article> {
  if (date === undefined) return {};
  if (date === null || date === "") return { date: null };
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) && isoDay(date) === date;
  if (!real) throw new ChangeError(`"${date}" is no day. Write it as yyyy-mm-dd.`);
  return { date: { day: date, confidence: 1, from: "given" } };
}

const isoDay = (date: string): string => new Date(date).toISOString().slice(0, 10);
