import type { Piece, Relation, TextLink } from "#lib/domain/relations.ts";
import { originOf } from "./origin.ts";

/** A revision keeps nearly all of the older text, or as much as it changes; shared background alone is none. */
const VERSION_CONTAINS = 0.8;
const VERSION_RESEMBLES = 0.5;
/** Only a text as good as the same is a version after so many days: a daily bulletin keeps its form, and is news. */
const VERSION_DAYS = 7;
const SAME = 0.9;
/** From this share of its own text in another outlet's article, an article is no report of its own. */
export const COPIED = 0.5;

/** Oldest first: what is only a headline comes before its article, undated before dated, then as stored. */
const age = (piece: Piece): string =>
  `${piece.headlineOnly ? 0 : 1}${piece.day ?? "0000-00-00"}${String(piece.seq).padStart(10, "0")}`;

/**
 * Tells versions of one report and wire copy among articles that share words. The answer depends on the pieces and their
 * links alone, not on the order in which they came, so it can be given anew whenever one comes, changes or goes.
 * `agencies`: outlets that are news agencies, by `Piece.outlet`. Links to pieces not given are passed over.
 */
export function relate(
  pieces: readonly Piece[],
  links: readonly TextLink[],
  agencies: ReadonlySet<string> = new Set(),
): Relation[] {
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const known = links.filter(({ id, other }) => id !== other && byId.has(id) && byId.has(other));
  const versions = versionsOf(pieces, known, byId);
  const others = new Map<string, TextLink[]>();
  for (const link of known) {
    const [own, their] = [byId.get(link.id)!, byId.get(link.other)!];
    if (own.outlet === their.outlet || link.own < COPIED || own.headlineOnly || their.headlineOnly) continue;
    others.set(link.id, [...(others.get(link.id) ?? []), link]);
  }
  return pieces.map((piece) => {
    const { versionOf, supersededBy } = versions.get(piece.id) ?? { versionOf: null, supersededBy: null };
    const copies = (others.get(piece.id) ?? []).toSorted((a, b) => (a.other < b.other ? -1 : 1));
    const wire = originOf(
      piece,
      copies.map((link) => ({ piece: byId.get(link.other)!, share: link.own })),
      agencies,
    );
    const before = copies.some(({ other }) => {
      const their = byId.get(other)!;
      const counted = (versions.get(other)?.supersededBy ?? null) === null;
      return counted && countsBefore(their, piece, agencies);
    });
    return {
      id: piece.id,
      versionOf,
      supersededBy,
      wire: wire && { ...wire, copies: copies.map(({ other }) => other), ...(before && { repeats: true }) },
    };
  });
}

const near = (a: Piece, b: Piece): boolean =>
  a.day === null || b.day === null || Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= VERSION_DAYS * 86_400_000;

/** Which of two articles with one text is counted where it is counted once: the agency's own, the earlier, the first stored. */
function countsBefore(a: Piece, b: Piece, agencies: ReadonlySet<string>): boolean {
  const rank = (piece: Piece): string =>
    `${agencies.has(piece.outlet ?? "") ? 0 : 1}${piece.day ?? "9999-99-99"}${String(piece.seq).padStart(10, "0")}`;
  return rank(a) < rank(b);
}

/** For every article that is one of several versions: the oldest of them, and the latest unless it is that itself. */
function versionsOf(
  pieces: readonly Piece[],
  links: readonly TextLink[],
  byId: ReadonlyMap<string, Piece>,
): Map<string, Pick<Relation, "versionOf" | "supersededBy">> {
  const parent = new Map(pieces.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  const back = new Map(links.map((link) => [`${link.other}\n${link.id}`, link.own]));
  for (const link of links) {
    const [later, earlier] = [byId.get(link.id)!, byId.get(link.other)!];
    if (later.outlet === null || later.outlet !== earlier.outlet || age(later) < age(earlier)) continue;
    if (earlier.headlineOnly) continue;
    const kept = back.get(`${link.id}\n${link.other}`) ?? 0;
    const revised =
      link.sameAddress ||
      link.resemblance >= SAME ||
      (near(later, earlier) && (link.resemblance >= VERSION_RESEMBLES || kept >= VERSION_CONTAINS));
    if (revised) parent.set(rootOf(link.id), rootOf(link.other));
  }
  for (const [headline, article] of articlesOfHeadlines(links, byId)) parent.set(rootOf(headline), rootOf(article));
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
