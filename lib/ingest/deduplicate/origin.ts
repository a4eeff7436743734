import type { Article } from "#lib/domain/article.ts";
import type { Piece } from "#lib/domain/relations.ts";
import { creditReason, isAgency } from "./wire.ts";

export type Origin = Pick<NonNullable<Article["wire"]>, "origin" | "reason">;

/**
 * Whose report an article likely is, given those of other outlets that hold at least half of its text; null for the
 * outlet's own. By its credit, an agency's own site, a credit the others carry, else the day.
 */
export function originOf(
  piece: Piece,
  others: readonly { piece: Piece; share: number }[],
  agencies: ReadonlySet<string>,
): Origin | null {
  const { credit, day } = piece;
  const fromAgency = (each: Piece): boolean => agencies.has(each.outlet ?? "");
  if (credit !== null && !isAgency(piece.outletName, credit.agency)) {
    return { origin: credit.agency, reason: creditReason(credit) };
  }
  if (credit !== null || fromAgency(piece) || others.length === 0) return null;
  const byDay = others.toSorted((a, b) => rank(a.piece) - rank(b.piece) || b.share - a.share || order(a, b));
  const rank0 = byDay[0]!;
  const share = ({ share: own, piece: their }: (typeof others)[number]): string =>
    `${Math.round(own * 100)} % of its text stands in “${their.title}” of ${nameOf(their)}`;
  const agency = byDay.find((each) => fromAgency(each.piece));
  if (agency) return { origin: nameOf(agency.piece), reason: `${share(agency)}, a news agency.` };
  const credited = byDay.find((each) => each.piece.credit !== null);
  if (credited) {
    const { agency: origin } = credited.piece.credit!;
    return { origin, reason: `${share(credited)}, credited to ${origin}.` };
  }
  const theirs = rank0.piece.day;
  if (day !== null && theirs !== null && theirs < day) {
    return { origin: nameOf(rank0.piece), reason: `${share(rank0)}, published the day before or earlier.` };
  }
  if (day !== null && others.every((each) => each.piece.day !== null && each.piece.day > day)) return null;
  return { origin: null, reason: `${share(rank0)}; neither names an agency nor is clearly the earlier.` };
}

/** Days since 1970; undated last. */
const rank = ({ day }: Piece): number => (day === null ? Number.MAX_SAFE_INTEGER : Date.parse(day) / 86_400_000);
const order = (a: { piece: Piece }, b: { piece: Piece }): number => a.piece.seq - b.piece.seq;
const nameOf = (piece: Piece): string => piece.outletName ?? piece.outlet ?? "an unknown outlet";
