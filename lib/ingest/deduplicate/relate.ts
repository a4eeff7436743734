import type { Piece, Relation, TextLink } from "#lib/domain/relations.ts";
import { originOf, type Origin } from "./origin.ts";
import { versionsOf } from "./versions.ts";

/** From this share of its own text in another outlet's article, an article is no report of its own. */
export const COPIED = 0.5;

/**
 * Tells versions of one report and wire copy among articles that share words. The answer depends on the pieces and their
 * links alone, not on the order in which they came, so it can be given anew whenever one comes, changes or goes. What a
 * person ruled goes before. `agencies`: outlets that are news agencies, by `Piece.outlet`. Links to pieces not given are
 * passed over.
 */
export function relate(
  pieces: readonly Piece[],
  links: readonly TextLink[],
  agencies: ReadonlySet<string> = new Set(),
): Relation[] {
  const byId = new Map(pieces.map((piece) => [piece.id, withoutDeniedCredit(piece)]));
  const known = links.filter(({ id, other }) => id !== other && byId.has(id) && byId.has(other));
  const versions = versionsOf(pieces, known, byId);
  const others = new Map<string, TextLink[]>();
  for (const link of known) {
    const [own, their] = [byId.get(link.id)!, byId.get(link.other)!];
    if (own.outlet === their.outlet || link.own < COPIED || own.headlineOnly || their.headlineOnly) continue;
    others.set(link.id, [...(others.get(link.id) ?? []), link]);
  }
  return [...byId.values()].map((piece) => {
    const { versionOf, supersededBy } = versions.get(piece.id) ?? { versionOf: null, supersededBy: null };
    const copies = (others.get(piece.id) ?? []).toSorted((a, b) => (a.other < b.other ? -1 : 1));
    const told = originOf(
      piece,
      copies.map((link) => ({ piece: byId.get(link.other)!, share: link.own })),
      agencies,
    );
    const wire = ruled(piece.ruledWire, told);
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

/** Which of two articles with one text is counted where it is counted once: the agency's own, the earlier, the first stored. */
function countsBefore(a: Piece, b: Piece, agencies: ReadonlySet<string>): boolean {
  const rank = (piece: Piece): string =>
    `${agencies.has(piece.outlet ?? "") ? 0 : 1}${piece.day ?? "9999-99-99"}${String(piece.seq).padStart(10, "0")}`;
  return rank(a) < rank(b);
}

/** A credit that a person said is none is none for the copies of the text either. */
const withoutDeniedCredit = (piece: Piece): Piece =>
  piece.ruledWire?.is === "own" ? { ...piece, credit: null } : piece;

function ruled(ruling: Piece["ruledWire"], told: Origin | null): Origin | null {
  if (!ruling) return told;
  if (ruling.is === "own") return null;
  return { origin: ruling.origin ?? told?.origin ?? null, reason: ruling.reason };
}
