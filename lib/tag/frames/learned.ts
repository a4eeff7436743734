import type { FrameModel } from "#lib/domain/frameModel.ts";
import type { Field } from "#lib/tag/read/readArticle.ts";
import { logistic } from "#lib/tag/model/linear.ts";
import type { CueReading, CueRarity } from "./cueCounts.ts";
import { featureOf } from "./stems.ts";

/** Occurrences of each stem, title and body together; one pass over the words. */
export function stemCounts(fields: readonly Pick<Field, "norm">[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { norm } of fields) {
    for (const word of norm) {
      const feature = featureOf(word);
      if (feature !== null) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  return counts;
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

/** A stem the model knows, with its tf-idf before length and its weights. */
interface KnownStem {
  stem: string;
  value: number;
  row: readonly number[];
}
export interface StemReading {
  scores: number[];
  known: readonly KnownStem[];
}

/** Compiled weights; frames by their place in `model.frames`. */
export class LearnedFrames {
  readonly model: FrameModel;
  readonly #at = new Map<string, number>();
  readonly #rows = new Map<string, readonly number[]>();

  constructor(model: FrameModel) {
    this.model = model;
    model.frames.forEach((id, i) => this.#at.set(id, i));
    for (const [stem, row] of Object.entries(model.stems)) this.#rows.set(stem, row);
  }

  knows(id: string): boolean {
    return this.#at.has(id);
  }

  /** Raw stem score of every frame, and the known stems it came from. */
  stemScores(counts: ReadonlyMap<string, number>): StemReading {
    const k = this.model.frames.length;
    const sums = Array.from({ length: k }, () => 0);
    const known: KnownStem[] = [];
    let squares = 0;
    for (const [stem, count] of counts) {
      const row = this.#rows.get(stem);
      if (!row) continue;
      const value = termWeight(count, row[0]! / 100);
      known.push({ stem, value, row });
      squares += value * value;
      for (let f = 0; f < k; f++) sums[f]! += value * row[f + 1]!;
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
  strongest(id: string, { known }: Pick<StemReading, "known">, keep: number): { stem: string; weight: number }[] {
    if (keep === 0) return [];
    const f = this.#at.get(id)! + 1;
    const best: { stem: string; weight: number }[] = [];
    for (const { stem, value, row } of known) {
      const weight = value * row[f]! * this.model.unit;
      if (weight <= 0 || (best.length === keep && weight <= best[keep - 1]!.weight)) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.weight < weight) at--;
      best.splice(at, 0, { stem, weight });
      if (best.length > keep) best.pop();
    }
    return best;
  }
}
