import type { Article } from "#lib/domain/article.ts";
import { NearDuplicateIndex, type NearDuplicate } from "./nearDuplicates.ts";
import { agencyCredit, wireByCredit } from "./wire.ts";

type Piece = Pick<Article, "id" | "title" | "text" | "outletId" | "outletName" | "author" | "date">;
type Known = Omit<Piece, "text"> & { agency: string | null };

/** What an article is to those before it; the fields of Article of the same names. */
export interface Relation {
  id: string;
  versionOf: string | null;
  wire: { origin: string | null; reason: string; copies: string[] } | null;
}

/** A revision keeps nearly all of the older text, or as much as it changes; shared background alone is none. */
const VERSION_CONTAINS = 0.8;
const VERSION_RESEMBLES = 0.5;
/** From this share of its own text in another outlet's article, an article is no report of its own. */
const COPIED = 0.5;

/**
 * Tells versions of one report and wire copy in a stream of articles, given by day, oldest first. What is stored
 * already is added first; memory is about 4 bytes a word and 5 kB an article.
 */
export class Relations {
  private readonly index = new NearDuplicateIndex();
  private readonly known = new Map<string, Known>();
  private readonly rootOf = new Map<string, string>();

  /** Adds an article and says what it is to those before it. */
  add(piece: Piece): Relation {
    const alike = this.index.add(piece);
    const { text: _, ...rest } = piece;
    const agency = agencyCredit(piece)?.agency ?? null;
    this.known.set(piece.id, { ...rest, agency });
    const same = alike.filter(({ id }) => outletOf(piece) !== null && outletOf(this.get(id)) === outletOf(piece));
    const others = alike.filter(({ id, own }) => outletOf(this.get(id)) !== outletOf(piece) && own >= COPIED);
    const older = same.find((o) => o.resemblance >= VERSION_RESEMBLES || o.containment >= VERSION_CONTAINS);
    const versionOf = older === undefined ? null : (this.rootOf.get(older.id) ?? older.id);
    if (versionOf !== null) this.rootOf.set(piece.id, versionOf);
    return { id: piece.id, versionOf, wire: this.wireOf(piece, agency, others) };
  }

  private wireOf(piece: Piece, agency: string | null, others: readonly NearDuplicate[]): Relation["wire"] {
    const copies = others.map(({ id }) => id);
    const credited = wireByCredit(piece);
    if (credited !== null) return { ...credited, copies };
    // An agency's own site prints it: the others have it from there.
    const best = others.find(({ id }) => this.get(id).agency !== null) ?? others[0];
    if (agency !== null || best === undefined) return null;
    const theirs = this.get(best.id);
    const share = `${Math.round(best.own * 100)} % of its text stands in “${theirs.title}” of ${nameOf(theirs)}`;
    if (theirs.agency !== null) {
      return { origin: theirs.agency, reason: `${share}, credited to ${theirs.agency}.`, copies };
    }
    const days = [theirs.date?.day, piece.date?.day];
    if (days[0] !== undefined && days[1] !== undefined && days[0] < days[1]) {
      return { origin: nameOf(theirs), reason: `${share}, published the day before or earlier.`, copies };
    }
    return { origin: null, reason: `${share}; neither names an agency nor is clearly the earlier.`, copies };
  }

  private get(id: string): Known {
    const found = this.known.get(id);
    if (found === undefined) throw new Error(`Article ${id} was not added.`);
    return found;
  }
}

const outletOf = (piece: Pick<Piece, "outletId" | "outletName">): string | null => piece.outletId ?? piece.outletName;
const nameOf = (piece: Pick<Piece, "outletId" | "outletName">): string =>
  piece.outletName ?? piece.outletId ?? "an unknown outlet";
