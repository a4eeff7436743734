import type { Article } from "#lib/domain/article.ts";
import type { Codebook } from "#lib/domain/codebook.ts";
import type { TextLink } from "#lib/domain/relations.ts";
import {
  agencyCredit,
  compareShingles,
  LEAST_VOTES,
  relate,
  sameText,
  shinglesOf,
  textKeys,
} from "#lib/ingest/index.ts";
import type { Fingerprint, Store, Unrelated } from "#lib/store/contract.ts";
import type { Context } from "./context.ts";

/** Texts compared at once; bounds memory. */
const BATCH = 64;
/** Of another's words a revision under the same address keeps at least this share. */
const SAME_ADDRESS_SHARES = 0.2;

/** Outlets that are news agencies, by registry id. */
const agencies = new WeakMap<Codebook, ReadonlySet<string>>();
function agenciesOf(codebook: Codebook): ReadonlySet<string> {
  const known = agencies.get(codebook);
  if (known) return known;
  const found = new Set(codebook.outlets.filter(({ kind }) => kind === "agency").map(({ id }) => id));
  agencies.set(codebook, found);
  return found;
}

/**
 * Compares articles not compared yet, of one import or of all, with the whole store, and judges anew those near an
 * article that changed or went. Cut off, it is completed by the next run; returns how many were compared.
 */
export async function relateArticles(
  context: Context,
  { importId, most = Number.POSITIVE_INFINITY }: { importId?: string; most?: number } = {},
): Promise<number> {
  const { store } = context;
  let compared = 0;
  while (compared < most) {
    const batch = await store.unrelated(BATCH, importId);
    if (batch.length === 0) break;
    await store.settleRelations(
      batch.map(({ id }) => id),
      await linksOf(context, batch),
      judgeOf(context),
    );
    compared += batch.length;
  }
  await judgeAnew(context);
  return compared;
}

/** Tells versions and wire copy anew among articles near one that changed or went: who counts now may be another. */
export async function judgeAnew(context: Context): Promise<void> {
  const { store } = context;
  for (let ids = await store.stale(BATCH); ids.length > 0; ids = await store.stale(BATCH)) {
    await store.settleRelations(ids, [], judgeOf(context));
  }
}

const judgeOf =
  ({ codebook }: Context): Parameters<Store["settleRelations"]>[2] =>
  (pieces, links) =>
    relate(pieces, links, agenciesOf(codebook));

/** What a text is found by among others, and the agency it names. */
export function fingerprintOf({
  text,
  author,
  headlineOnly,
}: Pick<Article, "text" | "author" | "headlineOnly">): Fingerprint {
  return { keys: headlineOnly ? [] : textKeys(text), credit: agencyCredit({ text, author }) };
}

/** What texts share with stored ones, seen from both. Their own keys are kept first, so that none misses another. */
async function linksOf({ store }: Context, batch: readonly Unrelated[]): Promise<Omit<TextLink, "sameAddress">[]> {
  const without = batch.filter(({ keyed }) => !keyed);
  if (without.length > 0) {
    await store.keepTextKeys(without.map((each) => ({ seq: each.seq, ...fingerprintOf(each) })));
  }
  const shingles = new Map<string, Uint32Array>();
  const of = (id: string, text: string): Uint32Array => {
    const found = shingles.get(id) ?? shinglesOf(text);
    shingles.set(id, found);
    return found;
  };
  const own = new Map(batch.map(({ id, text }) => [id, text]));
  return (await store.alikeTexts([...own.keys()], LEAST_VOTES)).flatMap(
    ({ id, other, text, sameAddress, headlineOnly }) => {
      const shares = compareShingles(of(id, own.get(id)!), of(other, text));
      const revised = sameAddress && (headlineOnly || Math.max(shares.own, shares.theirs) >= SAME_ADDRESS_SHARES);
      if (!revised && (headlineOnly || !sameText(shares))) return [];
      const { resemblance } = shares;
      return [
        { id, other, own: shares.own, resemblance },
        { id: other, other: id, own: shares.theirs, resemblance },
      ];
    },
  );
}
