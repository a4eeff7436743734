import type { Codebook } from "#lib/domain/codebook.ts";
import type { LinearModel } from "#lib/tag/model/linear.ts";
import type { Features } from "#lib/tag/stance/context.ts";
import { createTargetReader } from "#lib/tag/stance/readTarget.ts";
import { stem } from "#lib/tag/stance/stem.ts";
import { pruneModel } from "./prune.ts";
import { trainRidge } from "./ridge.ts";
import { addVectors, foldVectors, readVectors } from "./vectors.ts";

export const SENTIMENT = ["negative", "neutral", "positive"] as const;
/** A row of gold/target-sentiment (NewsMTSC). */
export interface TargetRow {
  id: string;
  text: string;
  start: number;
  end: number;
  label: (typeof SENTIMENT)[number];
}

/** Word features that share through the vectors. */
const SHARED = ["w:", "l:", "r:"];
/** Chosen on a fifth of the training rows held out by document. */
const RIDGE = { l2: 8, dense: 0.1, vectors: 0.1, minDf: 2 };
/** Keeps the file under 1 MB. */
const KEEP = 32_000;

/**
 * Multinomial ridge logistic regression on the words around a target. What it learns about word vectors is folded back
 * into word weights, so words never seen in training carry some too. Deterministic.
 */
export function trainTargetSentiment(
  codebook: Codebook,
  rows: readonly TargetRow[],
  vectorsFile: string,
  keep = KEEP,
): LinearModel {
  const read = createTargetReader(codebook);
  const data = rows.map((r) => ({ features: read(r.text, r.start, r.end), label: SENTIMENT.indexOf(r.label) }));
  const vectors = readVectors(vectorsFile, vocabularyOf(codebook, data));
  const sharing = { prefixes: SHARED, vectors };
  const trained = trainRidge(
    data.map((d) => ({ ...d, features: addVectors(d.features, sharing) })),
    {
      classes: SENTIMENT,
      l2: RIDGE.l2,
      minDf: RIDGE.minDf,
      scale: (name) =>
        /^[svcp]:/.test(name)
          ? RIDGE.dense
          : name.startsWith("~")
            ? RIDGE.vectors * (name.startsWith("~w") ? 1 : 4)
            : 1,
    },
  );
  return pruneModel(foldVectors(trained, sharing), 1, keep, usualSize(data));
}

/** Stems of the training rows and of the codebook's own cue and verb words. */
function vocabularyOf(codebook: Codebook, rows: readonly { features: Features }[]): Set<string> {
  const words = new Set<string>();
  for (const row of rows) for (const name of row.features.keys()) if (name.startsWith("w:")) words.add(name.slice(2));
  for (const verb of codebook.roleVerbs) for (const form of verb.forms) words.add(stem(form));
  for (const frame of codebook.frames)
    for (const cue of frame.cues) for (const word of cue.phrase.split(/[^a-z]+/)) words.add(stem(word));
  return words;
}

/** How much a feature usually moves a score: root mean square over rows, with half a row for unseen ones. */
function usualSize(rows: readonly { features: Features }[]): (name: string) => number {
  const squares = new Map<string, number>();
  for (const row of rows)
    for (const [name, value] of row.features) squares.set(name, (squares.get(name) ?? 0) + value * value);
  return (name) => Math.sqrt((squares.get(name) ?? 0.25) + 0.25);
}
