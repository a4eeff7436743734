import type { StanceModel } from "#lib/domain/stanceModel.ts";
import { linearScores } from "#lib/tag/model/linear.ts";
import type { Features } from "#lib/tag/stance/features.ts";
import { cutFor, JOINT, jointFeatures, SIGNS } from "#lib/tag/stance/joint.ts";
import { isLater, type Prepared, type StanceRow } from "./fitStance.ts";
import { matrixOf, trainBinary } from "./matrix.ts";

/** Share of what the actors say of one another in an answer's log-odds, and its ridge; chosen in cross-validation. */
const SHARE = 0.7;
const RIDGE = 33;
/** Log-odds are halved before they are weighed. */
const HALF = 0.5;

/** Rows of the same article's other actors. */
export function othersOf(prepared: Prepared, r: number): number[] {
  const { id } = prepared.rows[r]!;
  return (prepared.byArticle.get(id) ?? []).filter((o) => o !== r);
}

/**
 * Fits the joint layer on log-odds of all questions by row from models that did not see the article: what all actors share,
 * what counts for one group, and the cut of each sign, where as many discussed rows of the first coders lie beyond as
 * carry the sign.
 */
export function fitJoint(
  prepared: Prepared,
  picked: readonly number[],
  scores: ReadonlyMap<number, readonly number[]>,
  truth: (row: StanceRow, question: (typeof JOINT)[number]) => boolean,
): StanceModel["joint"] {
  const seen = (r: number): Features => {
    const others = othersOf(prepared, r).flatMap((o) => {
      const z = scores.get(o);
      return z ? [[prepared.rows[o]!.group, z] as const] : [];
    });
    return jointFeatures(scores.get(r)!, new Map(others));
  };
  const features = picked.map(seen);
  const matrix = matrixOf(
    picked.map((r, i) => {
      const { group } = prepared.rows[r]!;
      const row: Features = new Map([[`${group}|1`, 1]]);
      for (const [name, z] of features[i]!) {
        if (!name.includes(":")) row.set(name, z * HALF);
        row.set(`${group}|${name}`, z * HALF);
      }
      return row;
    }),
    1,
  );
  const all = picked.map((_, i) => i);
  const at = new Map(matrix.names.map((name, i) => [name, i]));
  const fitted = JOINT.map((question) =>
    trainBinary(
      matrix,
      all,
      (i) => truth(prepared.rows[picked[i]!]!, question),
      () => RIDGE,
    ),
  );
  const weight = (question: number, name: string): number => {
    const i = at.get(name);
    return i === undefined ? 0 : fitted[question]![i]!;
  };
  const joint: StanceModel["joint"] = {};
  for (const group of ["russia", "ukraine", "west"] as const) {
    const mine = all.filter((i) => prepared.rows[picked[i]!]!.group === group);
    const names = [...new Set(mine.flatMap((i) => [...features[i]!.keys()]))];
    const bias = JOINT.map((_, c) => round(SHARE * (fitted[c]![matrix.names.length]! + weight(c, `${group}|1`))));
    const weights = Object.fromEntries(
      names.map((name) => [
        name,
        JOINT.map((question, c) =>
          round((name === question ? 1 - SHARE : 0) + SHARE * HALF * (weight(c, name) + weight(c, `${group}|${name}`))),
        ),
      ]),
    );
    const model = { classes: [...JOINT], bias, weights };
    const z = mine.map((i) => linearScores(model, features[i]!));
    const cuts = SIGNS.map((sign, c) => {
      const discussed = mine.flatMap((i, k) => {
        const row = prepared.rows[picked[i]!]!;
        if (isLater(row)) return [];
        const code = sign.startsWith("own") ? row.own : row.all;
        return code === null ? [] : [{ z: z[k]![c]!, is: truth(row, sign) }];
      });
      const share = discussed.filter((d) => d.is).length / Math.max(1, discussed.length);
      return round(
        cutFor(
          discussed.map((d) => d.z),
          share,
        ),
      );
    });
    joint[group] = { ...model, cuts };
  }
  return joint;
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
