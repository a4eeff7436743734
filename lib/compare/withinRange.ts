/** An outlet with fewer articles says too little to mark the end of a range. */
export const RANGE_ARTICLES = 10;

export interface NamedMean {
  outlet: string;
  value: number | null;
  n: number;
}
export interface WithinRange {
  low: NamedMean & { value: number };
  high: NamedMean & { value: number };
  outlets: number;
}

/** From the lowest to the highest outlet of one side, outlets with ten articles and more. Null below two such outlets. */
export function withinRange(outlets: readonly NamedMean[]): WithinRange | null {
  const kept = outlets
    .flatMap((each) => (each.value === null || each.n < RANGE_ARTICLES ? [] : [{ ...each, value: each.value }]))
    .sort((left, right) => left.value - right.value);
  const low = kept[0];
  const high = kept.at(-1);
  return low && high && kept.length >= 2 ? { low, high, outlets: kept.length } : null;
}
