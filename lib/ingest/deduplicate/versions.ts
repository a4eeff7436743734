import type { Piece, Relation, TextLink } from "#lib/domain/relations.ts";

/** A revision keeps nearly all of the older text, or as much as it changes; shared background alone is none. */
const VERSION_CONTAINS = 0.8;
const VERSION_RESEMBLES = 0.5;
/** Only a text as good as the same is a version after so many days: a daily bulletin keeps its form, and is news. */
const VERSION_DAYS = 7;
const SAME = 0.9;

/** Oldest first: what is only a headline comes before its article, undated before dated, then as stored. */
const age = (piece: Piece): string =>
  `${piece.headlineOnly ? 0 : 1}${piece.day ?? "0000-00-00"}${String(piece.seq).padStart(10, "0")}`;

const near = (a: Piece, b: Piece): boolean =>
  a.day === null || b.day === null || Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= VERSION_DAYS * 86_400_000;

/** For every article that is one of several versions: the oldest of them, and the latest unless it is that itself. */
export function versionsOf(
  pieces: readonly Piece[],
  links: readonly TextLink[],
  byId: ReadonlyMap<string, Piece>,
): Map<string, Pick<Relation, "versionOf" | "supersededBy">> {
  const { rootOf, join } = joining(pieces);
  const back = new Map(links.map((link) => [`${link.other}\n${link.id}`, link.own]));
  for (const link of links.toSorted(strongestFirst)) {
    const [later, earlier] = [byId.get(link.id)!, byId.get(link.other)!];
    if (later.outlet === null || later.outlet !== earlier.outlet || age(later) < age(earlier)) continue;
    if (earlier.headlineOnly) continue;
    const kept = back.get(`${link.id}\n${link.other}`) ?? 0;
    const revised =
      link.sameAddress ||
      link.resemblance >= SAME ||
      (near(later, earlier) && (link.resemblance >= VERSION_RESEMBLES || kept >= VERSION_CONTAINS));
    if (revised) join(link.id, link.other);
  }
  for (const [headline, article] of articlesOfHeadlines(links, byId)) join(headline, article);
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) groups.set(rootOf(piece.id), [...(groups.get(rootOf(piece.id)) ?? []), piece]);
  const found = new Map<string, Pick<Relation, "versionOf" | "supersededBy">>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const sorted = group.toSorted((a, b) => (age(a) < age(b) ? -1 : 1));
    const [oldest, latest] = [sorted[0]!.id, sorted.at(-1)!.id];
    for (const { id } of group) {
      found.set(id, { versionOf: id === oldest ? null : oldest, supersededBy: id === latest ? null : latest });
    }
  }
  return found;
}

/** A headline belongs to the oldest article of its address; it makes no versions of articles that share only that. */
function articlesOfHeadlines(links: readonly TextLink[], byId: ReadonlyMap<string, Piece>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, other, sameAddress } of links) {
    const [headline, article] = [byId.get(id)!, byId.get(other)!];
    if (
      !sameAddress ||
      !headline.headlineOnly ||
      article.headlineOnly ||
      article.outlet === null ||
      article.outlet !== headline.outlet
    )
      continue;
    const known = byId.get(found.get(id) ?? "");
    if (!known || age(article) < age(known)) found.set(id, other);
  }
  return found;
}

/** Which link joins first matters only where a person ruled that some articles stay apart. */
const strongestFirst = (a: TextLink, b: TextLink): number =>
  Number(b.sameAddress) - Number(a.sameAddress) ||
  b.resemblance - a.resemblance ||
  (pairOf(a.id, a.other) < pairOf(b.id, b.other) ? -1 : 1);

const pairOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** What people ruled about pairs of one outlet among some articles, in a fixed order; of two on one pair the later. */
function rulingsOn(pieces: readonly Piece[]): { pair: readonly [string, string]; same: boolean }[] {
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const found = new Map<string, { pair: readonly [string, string]; same: boolean; at: string }>();
  for (const { id, outlet, ruledVersions = [] } of pieces) {
    for (const { other, same, at } of ruledVersions) {
      const key = pairOf(id, other);
      if (other === id || outlet === null || byId.get(other)?.outlet !== outlet) continue;
      const known = found.get(key);
      if (!known || `${known.at}${known.same}` < `${at}${same}`) found.set(key, { pair: [id, other], same, at });
    }
  }
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, ruling]) => ruling);
}

/** Groups of articles: those ruled one report are together, those ruled apart never come together. */
function joining(pieces: readonly Piece[]): {
  rootOf: (id: string) => string;
  join: (id: string, other: string) => void;
} {
  const parent = new Map(pieces.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  const rulings = rulingsOn(pieces);
  const apart = rulings.filter(({ same }) => !same).map(({ pair }) => pair);
  const join = (id: string, other: string): void => {
    const [a, b] = [rootOf(id), rootOf(other)];
    const kept = apart.some(
      (pair) => pair.some((each) => rootOf(each) === a) && pair.some((each) => rootOf(each) === b),
    );
    if (a !== b && !kept) parent.set(a, b);
  };
  for (const { pair, same } of rulings) if (same) join(...pair);
  return { rootOf, join };
}
