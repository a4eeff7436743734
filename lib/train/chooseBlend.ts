import { auc } from "#lib/compare/metrics/auc.ts";
import { LearnedFrames } from "#lib/tag/frames/learned.ts";
import { fitFrames, scoresOf, type FrameFitOptions, type Labelled, type Prepared } from "./fitFrames.ts";

/** Settings to choose from: strength of the ridge, and the share of the cue score in the blend. */
export interface BlendGrid {
  l2: readonly number[];
  cueShare: readonly number[];
}

/**
 * The setting with the best mean AUC over all frames, each judged on folds its weights did not see. `folds` gives the
 * fold of each labelled article. One setting for all frames: a choice per frame is mostly luck.
 */
export function chooseBlend(
  labelled: readonly Labelled[],
  preparedFor: (train: readonly Labelled[]) => Prepared,
  options: FrameFitOptions,
  grid: BlendGrid,
  folds: readonly number[],
): Pick<FrameFitOptions, "l2" | "cueShare"> {
  let best = { mean: -1, l2: options.l2, cueShare: options.cueShare };
  for (const l2 of grid.l2) {
    const scores = heldBack(labelled, preparedFor, { ...options, l2, innerFolds: 0 }, grid.cueShare, folds);
    grid.cueShare.forEach((cueShare, c) => {
      const each = options.frames.flatMap((_, f) => {
        const area = auc(
          scores.map((s) => s[c]![f]!),
          labelled.map((l) => l.truth[f]!),
        );
        return area === null ? [] : [area];
      });
      const mean = each.reduce((sum, area) => sum + area, 0) / Math.max(1, each.length);
      if (mean > best.mean) best = { mean, l2, cueShare };
    });
  }
  return { l2: best.l2, cueShare: best.cueShare };
}

/** By article, share and frame: the blended score from weights that saw other folds only. */
function heldBack(
  labelled: readonly Labelled[],
  preparedFor: (train: readonly Labelled[]) => Prepared,
  options: FrameFitOptions,
  shares: readonly number[],
  folds: readonly number[],
): number[][][] {
  const scores: number[][][] = labelled.map(() => []);
  for (const fold of new Set(folds)) {
    const train = labelled.filter((_, i) => folds[i] !== fold);
    const model = fitFrames(train, preparedFor(train), options);
    const blends = shares.map((cueShare) => new LearnedFrames({ ...model, cueShare }));
    labelled.forEach(({ document }, i) => {
      if (folds[i] === fold) scores[i] = blends.map((learned) => scoresOf(learned, document));
    });
  }
  return scores;
}
