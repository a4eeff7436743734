import type { StanceModel } from "#lib/domain/stanceModel.ts";
import type { ActorFeatures } from "#lib/tag/stance/actorFeatures.ts";
import { SIGNS } from "#lib/tag/stance/joint.ts";
import { memberOdds, memberSigns } from "#lib/tag/stance/members.ts";
import { matrixOf, trainBinary } from "./matrix.ts";

/** One state of the West in one coded article; codes -2..2, null = not discussed. */
export interface MemberRow {
  id: string;
  side: string;
  target: string;
  own: number | null;
  all: number | null;
  actor: ActorFeatures;
}

/** Chosen in cross-validation; anything from 1 to 10 gives the same. */
const RIDGE = 3;

/** Slope and bias of each sign over the picked rows, whichever state they are about; `odds` are joint log-odds by row. */
export function fitMembers(
  rows: readonly MemberRow[],
  odds: readonly (readonly number[])[],
  picked: readonly number[],
): StanceModel["members"]["signs"] {
  return SIGNS.map((sign, c) => {
    const matrix = matrixOf(
      odds.map((z) => new Map([["z", memberOdds(z[c]!)]])),
      1,
    );
    const carries = (r: number): boolean => {
      const code = (sign.startsWith("own") ? rows[r]!.own : rows[r]!.all) ?? 0;
      return sign.endsWith("-") ? code < 0 : code > 0;
    };
    const [slope, bias] = trainBinary(matrix, picked, carries, () => RIDGE);
    return { slope: round(slope!), bias: round(bias!) };
  });
}

/** Probabilities of the signs of every row, by a fit that did not see its part; `partOf` numbers the parts from 0. */
export function membersUnseen(
  rows: readonly MemberRow[],
  odds: readonly (readonly number[])[],
  partOf: (id: string) => number,
): number[][] {
  const all = rows.map((_, r) => r);
  const fitted = new Map<number, StanceModel["members"]["signs"]>();
  return rows.map(({ id }, r) => {
    const part = partOf(id);
    if (!fitted.has(part)) {
      const others = all.filter((o) => partOf(rows[o]!.id) !== part);
      fitted.set(part, fitMembers(rows, odds, others));
    }
    return memberSigns(fitted.get(part)!, odds[r]!);
  });
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
