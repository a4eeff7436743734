import { Z95 } from "./wilson.ts";

/** How often a tag is right: sensitivity over `positives` coded articles, specificity over `negatives`. */
export interface ErrorRates {
  sensitivity: number;
  positives: number;
  specificity: number;
  negatives: number;
}

/** Below this sum of sensitivity and specificity less one the tag tells next to nothing and nothing can be mended. */
const LEAST_YOUDEN = 0.1;

/** Sensitivity and specificity from what a measurement stores; null where they cannot be had. */
export function errorRates(row: {
  n: number;
  positives: number;
  precision: number | null;
  recall: number | null;
}): ErrorRates | null {
  const negatives = row.n - row.positives;
  if (row.recall === null || row.positives <= 0 || negatives <= 0) return null;
  const right = row.recall * row.positives;
  if (row.precision === null || row.precision <= 0) return null;
  const wrong = right * (1 / row.precision - 1);
  const specificity = Math.max(0, 1 - wrong / negatives);
  return { sensitivity: row.recall, positives: row.positives, specificity, negatives };
}

/**
 * The share that a tag with known error rates points at (Rogan & Gladen 1978, American J. of Epidemiology 107:71-76):
 * (observed + specificity - 1) / (sensitivity + specificity - 1), held to 0..1. The interval carries the observed
 * share's variance and that of both rates, pulled half a case towards one half so that 20 of 20 is not certainty.
 * Null where the tag is hardly better than chance.
 */
export function adjustedShare(
  observed: number,
  variance: number,
  rates: ErrorRates,
): { value: number; interval: [number, number] } | null {
  const youden = rates.sensitivity + rates.specificity - 1;
  if (!(youden >= LEAST_YOUDEN)) return null;
  const hold = (p: number): number => Math.min(1, Math.max(0, p));
  const raw = (observed + rates.specificity - 1) / youden;
  const rateVariance = (rate: number, n: number): number => {
    const p = (rate * n + 0.5) / (n + 1);
    return (p * (1 - p)) / n;
  };
  const value = hold(raw);
  const total =
    (variance +
      value ** 2 * rateVariance(rates.sensitivity, rates.positives) +
      (1 - value) ** 2 * rateVariance(rates.specificity, rates.negatives)) /
    youden ** 2;
  const half = Z95 * Math.sqrt(total);
  return { value, interval: [hold(raw - half), hold(raw + half)] };
}
