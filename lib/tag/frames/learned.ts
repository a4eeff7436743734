import type { FrameModel } from "#lib/domain/frameModel.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { logistic } from "#lib/tag/model/linear.ts";
import { Counts } from "#lib/tag/read/counts.ts";
import { Remembered } from "#lib/tag/read/lexicon.ts";
import type { CueReading, CueRarity } from "./cueCounts.ts";
import { featureOf, features } from "./stems.ts";

const counted = new Counts();

/** Counts the features (stems.ts) of title and body together, words counted through both; written over by the next count. */
export function countFeatures(fields: readonly Pick<Field, "words">[]): Counts {
  counted.restart();
  let at = 0;
  for (const { words } of fields) {
    for (let i = 0; i < words.id.length; i++, at++) {
      const feature = featureOf(words.id[i]!);
      if (feature >= 0) counted.add(feature, at);
    }
  }
  return counted;
}

/** Occurrences of each stem by its text, for training. */
export function stemCounts(fields: readonly Pick<Field, "words">[]): Map<string, number> {
  const { size, numbers, counts } = countFeatures(fields);
  const found = new Map<string, number>();
  for (let i = 0; i < size; i++) found.set(features.text(numbers[i]!), counts[i]!);
  return found;
}

/** tf of a stem that occurs `count` times, before idf and length. */
export const termWeight = (count: number, idf: number): number => (1 + Math.log(count)) * idf;

/** Mean z of the six counts against the scaling articles; a frame without a cue has six zeros. */
export function cueScore(model: Pick<FrameModel, "cueScale">, id: string, reading: CueReading | undefined): number {
  const scale = model.cueScale[id];
  if (!scale) return reading ? 1 : -1;
  let sum = 0;
  for (let i = 0; i < scale.mean.length; i++) {
    sum += ((reading?.counts[i] ?? 0) - scale.mean[i]!) / (scale.sd[i]! || 1);
  }
  return sum / scale.mean.length;
}

export const rarityOf = (model: FrameModel): CueRarity => ({ idf: model.cueIdf, fallback: model.cueIdfFallback });

export interface FrameScore {
  score: number;
  probability: number;
  present: boolean;
}

/** A stem the model knows, with its tf-idf before length, its row of weights and the word it first stands in. */
interface KnownStem {
  stem: string;
  value: number;
  row: number;
  first: number;
}
export interface StemReading {
  scores: number[];
  known: readonly KnownStem[];
}

/** Compiled weights; frames by their place in `model.frames`. */
export class LearnedFrames {
  readonly model: FrameModel;
  readonly #at = new Map<string, number>();
  /** Where a stem's row begins in #weights: idf in hundredths, then a weight a frame. */
  readonly #rows = new Map<string, number>();
  readonly #weights: Int32Array;
  readonly #rowOf = new Remembered(features, (stem) => this.#rows.get(stem) ?? -1);

  constructor(model: FrameModel) {
    this.model = model;
    model.frames.forEach((id, i) => this.#at.set(id, i));
    const stems = Object.entries(model.stems);
    const width = model.frames.length + 1;
    this.#weights = new Int32Array(stems.length * width);
    stems.forEach(([stem, row], i) => {
      this.#rows.set(stem, i * width);
      this.#weights.set(row.slice(0, width), i * width);
    });
  }

  knows(id: string): boolean {
    return this.#at.has(id);
  }

  /** Raw stem score of every frame, and the known stems it came from. */
  stemScores(counts: ReadonlyMap<string, number>): StemReading {
    const known: KnownStem[] = [];
    for (const [stem, count] of counts) this.#know(known, stem, this.#rows.get(stem) ?? -1, count, 0);
    return this.#scored(known);
  }

  /** The same of features by number. */
  read({ size, numbers, counts, first }: Counts): StemReading {
    const known: KnownStem[] = [];
    for (let i = 0; i < size; i++) {
      const row = this.#rowOf.get(numbers[i]!);
      if (row >= 0) this.#know(known, features.text(numbers[i]!), row, counts[i]!, first[i]!);
    }
    return this.#scored(known);
  }

  #know(known: KnownStem[], stem: string, row: number, count: number, first: number): void {
    if (row >= 0) known.push({ stem, value: termWeight(count, this.#weights[row]! / 100), row, first });
  }

  #scored(known: readonly KnownStem[]): StemReading {
    const k = this.model.frames.length;
    const sums = Array.from({ length: k }, () => 0);
    let squares = 0;
    for (const { value, row } of known) {
      squares += value * value;
      for (let f = 0; f < k; f++) sums[f]! += value * this.#weights[row + f + 1]!;
    }
    const length = Math.sqrt(squares) || 1;
    return { scores: sums.map((sum, f) => (this.model.unit * sum) / length + this.model.bias[f]!), known };
  }

  /** Blend of stems and cues for one frame the model knows. */
  score(id: string, stemReading: Pick<StemReading, "scores">, cues: number): FrameScore {
    const { stemScale, cueShare, threshold, calibration } = this.model;
    const f = this.#at.get(id)!;
    const stems = (stemReading.scores[f]! - stemScale.mean[f]!) / (stemScale.sd[f]! || 1);
    const score = (1 - cueShare) * stems + cueShare * cues;
    const probability = logistic(calibration.slope * score + calibration.intercept[f]!);
    return { score, probability, present: score >= threshold[f]! };
  }

  /** Stems that speak most for a frame in this article, strongest first; weights are shares of the raw score. */
  strongest(id: string, { known }: Pick<StemReading, "known">, keep: number): StrongStem[] {
    if (keep === 0) return [];
    const f = this.#at.get(id)! + 1;
    const best: StrongStem[] = [];
    for (const { stem, value, row, first } of known) {
      const weight = value * this.#weights[row + f]! * this.model.unit;
      if (weight <= 0 || (best.length === keep && weight <= best[keep - 1]!.weight)) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.weight < weight) at--;
      best.splice(at, 0, { stem, weight, first });
      if (best.length > keep) best.pop();
    }
    return best;
  }
}

/** A stem with its share of a frame's score and the word it first stands in, counted through all fields. */
export interface StrongStem {
  stem: string;
  weight: number;
  first: number;
}
