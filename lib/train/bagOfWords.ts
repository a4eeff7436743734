import type { Field } from "#lib/tag/read/readArticle.ts";
import type { Features } from "#lib/tag/stance/features.ts";
import { givesAway } from "#lib/tag/stance/giveaways.ts";
import { SIGNS } from "#lib/tag/stance/joint.ts";
import { maskedWords } from "#lib/tag/stance/seen.ts";
import { stems } from "#lib/tag/stance/stem.ts";
import { logistic } from "#lib/tag/model/linear.ts";
import type { Prepared, StanceRow } from "./fitStance.ts";
import { matrixOf, scoreRow, trainBinary } from "./matrix.ts";

/** Length of a bag, so that one ridge suits all; chosen in cross-validation. */
const LENGTH = 8;

/** Masked words and pairs of words of a whole article, logarithmic counts: the plain baseline learned stance must beat. */
export function gramsOf(fields: readonly Field[]): Features {
  const bag: Features = new Map();
  const add = (name: string): void => void bag.set(name, (bag.get(name) ?? 0) + 1);
  for (const field of fields)
    for (const sentence of field.sentences) {
      const masked = maskedWords(field).subarray(sentence.fromWord, sentence.toWord);
      const words = Array.from(masked, (word) => stems.text(word));
      words.forEach((word, i) => {
        if (givesAway(word)) return;
        add(word);
        const next = words[i + 1];
        if (next !== undefined && !givesAway(next)) add(`${word} ${next}`);
      });
    }
  for (const [name, n] of bag) bag.set(name, 1 + Math.log(n));
  return bag;
}

/** Scores -1..1 of held-out rows by a bag of words (TF-IDF) and logistic regression per actor and sign. */
export function bagScores(
  prepared: Prepared,
  bags: ReadonlyMap<string, Features>,
  picked: readonly number[],
  held: readonly number[],
  truth: (row: StanceRow, sign: (typeof SIGNS)[number]) => boolean,
): Map<number, { own: number; all: number }> {
  const scores = new Map<number, { own: number; all: number }>();
  const rarity = rarityOf([...new Set(picked.map((r) => prepared.rows[r]!.id))].map((id) => bags.get(id)!));
  for (const group of ["russia", "ukraine", "west"] as const) {
    const inGroup = (r: number): boolean => prepared.rows[r]!.group === group;
    const train = picked.filter(inGroup);
    const test = held.filter(inGroup);
    const rows = [...train, ...test].map((r) => weighted(bags.get(prepared.rows[r]!.id)!, rarity));
    const matrix = matrixOf(rows, 2);
    const fitted = SIGNS.map((sign) =>
      trainBinary(
        matrix,
        train.map((_, i) => i),
        (i) => truth(prepared.rows[train[i]!]!, sign),
        () => 1,
      ),
    );
    test.forEach((r, i) => {
      const [ownMinus, ownPlus, allMinus, allPlus] = fitted.map((w) => logistic(scoreRow(matrix, train.length + i, w)));
      scores.set(r, { own: ownPlus! - ownMinus!, all: allPlus! - allMinus! });
    });
  }
  return scores;
}

function rarityOf(bags: readonly Features[]): (name: string) => number {
  const df = new Map<string, number>();
  for (const bag of bags) for (const name of bag.keys()) df.set(name, (df.get(name) ?? 0) + 1);
  return (name) => Math.log((1 + bags.length) / (1 + (df.get(name) ?? 0))) + 1;
}

function weighted(bag: Features, rarity: (name: string) => number): Features {
  const values = [...bag].map(([name, n]) => [name, n * rarity(name)] as const);
  const length = Math.hypot(...values.map(([, v]) => v)) || 1;
  return new Map(values.map(([name, v]) => [name, (v * LENGTH) / length]));
}
