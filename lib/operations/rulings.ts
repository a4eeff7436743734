import type { Article } from "#lib/domain/article.ts";
import type { VersionRuling } from "#lib/domain/rulings.ts";
import type { Context } from "./context.ts";
import { ChangeError } from "./changeError.ts";

/** A person's word on versions and wire copy; ids are those of other articles. Each needs a written reason. */
export interface Rulings {
  /** Whose report it is; "auto": as Parallax tells by itself. */
  wire?: string;
  /** Whose report it copies, with `wire: "copy"`. */
  origin?: string;
  versionOf?: readonly string[];
  notVersionOf?: readonly string[];
  /** Pairs on which Parallax tells by itself again. */
  versionAuto?: readonly string[];
}

type Ruled = Pick<Article, "ruledWire" | "ruledVersions">;

/** What rulings change of an article. @throws ChangeError without a reason, or for a pair that cannot be ruled on. */
export async function ruledFields(
  context: Context,
  article: Article,
  rulings: Rulings & { reason?: string },
): Promise<Ruled> {
  const { wire, origin, versionOf = [], notVersionOf = [], versionAuto = [], reason = "" } = rulings;
  const others = [...versionOf, ...notVersionOf, ...versionAuto];
  if (wire === undefined && origin === undefined && others.length === 0) return {};
  if (reason.trim() === "") {
    throw new ChangeError("Say why: a ruling on versions or wire copy is kept with its reason.");
  }
  if (new Set(others).size < others.length) throw new ChangeError("One article can be ruled on only once at a time.");
  for (const other of [...versionOf, ...notVersionOf]) await checkPair(context, article, other);
  const at = context.now().toISOString();
  const made = (same: boolean) => (other: string) => ({ other, same, reason, at });
  const kept = (article.ruledVersions ?? []).filter(({ other }) => !others.includes(other));
  return {
    ...wireFields(rulings, reason, at),
    ...(others.length > 0 && {
      ruledVersions: [...kept, ...versionOf.map(made(true)), ...notVersionOf.map(made(false))].toSorted(byOther),
    }),
  };
}

const byOther = (a: VersionRuling, b: VersionRuling): number => (a.other < b.other ? -1 : 1);

function wireFields({ wire, origin }: Rulings, reason: string, at: string): Pick<Ruled, "ruledWire"> {
  const is = wire ?? (origin === undefined ? undefined : "copy");
  if (is === undefined) return {};
  if (origin && is !== "copy") throw new ChangeError("Only wire copy has an origin: give it with copy.");
  if (is === "auto" || is === "") return { ruledWire: null };
  if (is !== "own" && is !== "copy") throw new ChangeError(`"${is}" says nothing of wire copy. Say own, copy or auto.`);
  return { ruledWire: { is, origin: origin || null, reason, at } };
}

async function checkPair({ store }: Context, article: Article, other: string): Promise<void> {
  if (other === article.id) throw new ChangeError("An article is no version of itself.");
  const found = await store.article(other);
  if (!found) throw new ChangeError(`There is no article ${other}.`);
  const outlets = [article, found.article].map(({ outletId, outletName }) => outletId ?? outletName);
  if (outlets[0] === null || outlets[0] !== outlets[1]) {
    throw new ChangeError("Versions are of one outlet. Of another outlet's text, say whether it is wire copy.");
  }
}

/** Takes back what other articles hold on pairs that were ruled on here, so that a pair has one ruling. */
export async function forgetOpposite(context: Context, id: string, others: readonly string[], reason: string) {
  for (const other of others) {
    const rulings = (await context.store.article(other))?.article.ruledVersions ?? [];
    const left = rulings.filter((each) => each.other !== id);
    if (left.length === rulings.length) continue;
    await context.store.editArticle(other, { ruledVersions: left }, reason, context.now().toISOString());
  }
}
